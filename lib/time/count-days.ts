import { calendarDay, daysInMonth } from './calendar-day';
import { parsePartialDate } from './partial-date';
import type { Day } from './types';

const DAY_MS = 86_400_000;

/** Days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => (midnightOf(to) - midnightOf(from)) / DAY_MS;

/** The day this many days later. */
export const shiftDay = (day: Day, days: number): Day => utcDay(midnightOf(day) + days * DAY_MS);

/** The same day this many years later; 29 February becomes the 28th if needed. */
export function shiftYears(day: Day, years: number): Day {
  const parts = partsOf(day);
  const year = parts.year + years;
  return calendarDay(year, parts.month, Math.min(parts.day, daysInMonth(year, parts.month))) ?? endOfTime(years);
}

/** The calendar day in Greenwich at that moment. */
export function utcDay(epochMs: number): Day {
  const at = new Date(epochMs);
  return calendarDay(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()) ?? endOfTime(epochMs);
}

/** The calendar day on the reader's clock at that moment. */
export function localDay(epochMs: number): Day {
  const at = new Date(epochMs);
  return calendarDay(at.getFullYear(), at.getMonth() + 1, at.getDate()) ?? endOfTime(epochMs);
}

/** Clamps days that cannot be written: a stamp from elsewhere may say anything. */
const endOfTime = (beyond: number): Day => (beyond < 0 ? '-9999-01-01' : '9999-12-31');

function midnightOf(day: Day): number {
  const parts = partsOf(day);
  // `Date.UTC` would take the years 0 to 99 for 1900 to 1999.
  return new Date(0).setUTCFullYear(parts.year, parts.month - 1, parts.day);
}

function partsOf(text: Day): { readonly year: number; readonly month: number; readonly day: number } {
  const parts = parsePartialDate(text);
  if (!parts || parts.month === null || parts.day === null) throw new RangeError(`"${text}" is not a calendar day`);
  return { year: parts.year, month: parts.month, day: parts.day };
}
