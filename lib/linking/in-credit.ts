/** What stands before an agency that is credited: "Photo: Kim Ha-neul/", "(", "via ". */
const CREDITED =
  /(?:[/(©[|]|\b(?:photos?|pictures?|images?|video|credit|source|courtesy(?: of)?|copyright|via)\b\W{0,2})\s*$/i;
/** Longer than "PORT MORESBY, Papua New Guinea, September 30 (" is no dateline. */
const DATELINE = 60;

/** Does a name in such a place of a text only say who wrote it or took the picture: "SEOUL (Yonhap) —", "Photo: Kim/Yonhap"? */
export function inCredit(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - DATELINE), start).replace(/\bthe $/i, '');
  const after = text.slice(end, end + DATELINE);
  const opensText = start < DATELINE && /^[^.!?]{0,4}$|[(|/,]\s?$/.test(before);
  if (opensText && /^\s?\)?\s?(?:[-–—]{1,2}|:)\s/.test(after)) return true;
  return CREDITED.test(before) && /^[^\p{L}]*$/u.test(after);
}
