import { earliest, latest, precisionOf } from './partial-date';
import type { Day, PartialDate, Precision } from './types';

const COARSENESS: Readonly<Record<Precision, number>> = { year: 0, month: 1, day: 2 };
/** Length of a year before 0, with its sign. */
const YEAR = 5;

/** Negative if `a` comes first. Days sort as strings, except in years before 0, where the greater number is earlier. */
export function compareDays(a: Day, b: Day): number {
  if (!a.startsWith('-') || !b.startsWith('-')) return byLetters(a, b);
  return byLetters(b.slice(0, YEAR), a.slice(0, YEAR)) || byLetters(a.slice(YEAR), b.slice(YEAR));
}

export const isBefore = (a: Day, b: Day): boolean => compareDays(a, b) < 0;

/** Sorts by the first day they can mean; on the same day the less exact comes first. */
export function comparePartialDates(a: PartialDate, b: PartialDate): number {
  return compareDays(earliest(a), earliest(b)) || COARSENESS[precisionOf(a)] - COARSENESS[precisionOf(b)];
}

/** Where a date stands relative to a day: entirely before it, entirely after it, or possibly on it. */
export function against(date: PartialDate, day: Day): 'before' | 'within' | 'after' {
  if (isBefore(latest(date), day)) return 'before';
  return isBefore(day, earliest(date)) ? 'after' : 'within';
}

const byLetters = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
