import { offices as words } from '../../language';
import type { Office } from '../../pack';
import { against, type Day } from '../../time';

/** The office a title names, without "former" and the like; null for a rank or a form of address. */
export function officeOf(title: string): string | null {
  if (title === '') return null;
  const before = known.get(title);
  if (before !== undefined) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const office = readOffice(title);
  known.set(title, office);
  return office;
}

/** Answers cached: a story repeats its titles. */
const MOST_KNOWN = 1_000;
const known = new Map<string, string | null>();

function readOffice(title: string): string | null {
  const bare = title
    .split(' ')
    .filter((word) => !words.qualifiers.has(word))
    .join(' ');
  return words.named.find((office) => bare === office || bare.endsWith(` ${office}`)) ?? null;
}

export const isFormer = (title: string): boolean => title.split(' ').some((word) => words.past.has(word));

/** The offices of this name held on the day; with `former`, those that had ended by then. */
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
  return words.same.some(([other, start]) => office === other && title.startsWith(start));
}
