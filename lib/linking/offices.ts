import type { Office } from '../pack';
import { against, type Day } from '../time';

const QUALIFIERS = new Set(['former', 'then', 'ex', 'late', 'acting', 'interim', 'deposed', 'elect', 'designate']);

/** Titles that name one post of one country or body; "Gen." and "Mr" name none. */
const OFFICE_WORDS: readonly string[] = [
  'vice president', 'president', 'prime minister', 'deputy prime minister', 'premier', 'chancellor', 'king', 'queen',
  'pope', 'emir', 'sultan', 'crown prince', 'secretary general', 'secretary of state', 'foreign minister', 'foreign secretary',
  'defence minister', 'defense minister', 'finance minister', 'interior minister', 'attorney general', 'supreme leader',
  'governor', 'mayor', 'speaker', 'director general', 'chief executive', 'taoiseach', 'chairman', 'chair',
]; // biome-ignore format: one list

/** The office that a title names, without "former" and the like; null for a rank or a style. */
export function officeOf(title: string): string | null {
  if (title === '') return null;
  const bare = title
    .split(' ')
    .filter((word) => !QUALIFIERS.has(word))
    .join(' ');
  return OFFICE_WORDS.find((office) => bare === office || bare.endsWith(` ${office}`)) ?? null;
}

export const isFormer = (title: string): boolean => /\b(former|ex|late|deposed|then)\b/.test(title);

/** Those of this name that were held on the day (`former`: that had ended by then). */
export function officesHeld(offices: readonly Office[], office: string, day: Day | null, former = false): Office[] {
  return offices.filter((held) => {
    if (!names(held.title, office)) return false;
    if (day === null) return former;
    if (held.start !== null && against(held.start, day) === 'after') return false;
    const over = held.end !== null && against(held.end, day) === 'before';
    return former || !over;
  });
}

function names(title: string, office: string): boolean {
  if (title.startsWith(`${office} `) || title === office) return true;
  return office === 'premier'
    ? title.startsWith('prime minister')
    : office === 'chairman' && title.startsWith('chair ');
}
