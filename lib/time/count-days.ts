import { calendarDay, daysInMonth } from './calendar-day';
import { parsePartialDate } from './partial-date';
import type { Day } from './types';

const DAY_MS = 86_400_000;

/** Days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => (midnightOf(to) - midnightOf(from)) / DAY_MS;

/** The day so many days later. */
export const shiftDay = (day: Day, days: number): Day => utcDay(midnightOf(day) + days * DAY_MS);

/** The same day so many years later; of 29 February the 28th where the year has no other. */
export function shiftYears(day: Day, years: number): Day {
  const parts = partsOf(day);
  const year = parts.year + years;
  return calendarDay(year, parts.month, Math.min(parts.day, daysInMonth(year, parts.month))) ?? endOfTime(years);
}

/** The calendar day of Greenwich at that moment. */
export function utcDay(epochMs: number): Day {
  const at = new Date(epochMs);
  return calendarDay(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()) ?? endOfTime(epochMs);
}

/** The calendar day of the reader's own clock at that moment. */
export function localDay(epochMs: number): Day {
  const at = new Date(epochMs);
  return calendarDay(at.getFullYear(), at.getMonth() + 1, at.getDate()) ?? endOfTime(epochMs);
}

/** What lies beyond the days that can be written is as far as they go: a stamp from elsewhere may say anything. */
const endOfTime = (beyond: number): Day => (beyond < 0 ? '-9999-01-01' : '9999-12-31');

function midnightOf(day: Day): number {
  const parts = partsOf(day);
  // `Date.UTC` takes the years 0 to 99 for those of the last century.
  return new Date(0).setUTCFullYear(parts.year, parts.month - 1, parts.day);
}

function partsOf(text: Day): { readonly year: number; readonly month: number; readonly day: number } {
  const parts = parsePartialDate(text);
  if (!parts || parts.month === null || parts.day === null) throw new RangeError(`"${text}" is no day of the calendar`);
  return { year: parts.year, month: parts.month, day: parts.day };
}
