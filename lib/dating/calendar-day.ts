import type { Day } from '../facts';

/** The web has no story older than this; a smaller year is a broken clock or a placeholder such as 1970-01-01's kin. */
const FIRST_YEAR = 1700;
const LAST_YEAR = 2199;

/** A real day of the calendar, or null (no 31 June, no 29 February 2023). */
export function calendarDay(year: number, month: number, day: number): Day | null {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1) return null;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const length = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  if (day > length) return null;
  const two = (n: number) => String(n).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}`;
}
