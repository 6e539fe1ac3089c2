import type { Language } from '../../language';

/** In characters; longer than any dateline: "PORT MORESBY, Papua New Guinea, September 30 (". */
const DATELINE = 60;
const LAST_WORD = /(\p{L}+) $/u;

/** Does the name only credit the text or picture: "SEOUL (Yonhap) —", "Photo: Kim/Yonhap"? */
export function inCredit(text: string, start: number, end: number, { cues }: Language): boolean {
  const after = text.slice(end, end + DATELINE);
  const beforeDash = start < DATELINE && /^\s?\)?\s?(?:[-–—]{1,2}|:)\s/.test(after);
  const last = /^[^\p{L}]*$/u.test(after);
  if (!beforeDash && !last) return false;
  const before = text
    .slice(Math.max(0, start - DATELINE), start)
    .replace(LAST_WORD, (all, word: string) => (cues.articles.has(word.toLowerCase()) ? '' : all));
  if (beforeDash && /^[^.!?]{0,4}$|[(|/,]\s?$/.test(before)) return true;
  return last && cues.credited.test(before);
}
