import type { Day } from '../facts';

/**
 * Reads a calendar day out of a date as publishers write it, **as printed**: the day in the text's own offset, never
 * turned into another zone. `2020-11-20T23:30:00-05:00` was the 20th for whoever published it.
 */

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

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

const monthNumber = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;

const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const YMD = /^\D{0,12}(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?\d{2,6}|$)/;
const DAY_FIRST = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?[\\s-]+(?:of\\s+)?${MONTH},?[\\s-]+(\\d{4})\\b`, 'i');
const MONTH_FIRST = new RegExp(`\\b${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b`, 'i');
const SECONDS = /^\d{9,10}$/;
const MILLISECONDS = /^\d{12,13}$/;

/** Epoch stamps carry no offset: the UTC day is the best that they say. */
function dayOfEpoch(ms: number): Day | null {
  const iso = new Date(ms).toISOString();
  return calendarDay(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8, 10)));
}

/** Forms with a slash and the year last (11/12/2020) are left alone: nobody can say which is the month. */
export function printedDay(text: string): Day | null {
  const trimmed = text.trim().slice(0, 120);
  if (MILLISECONDS.test(trimmed)) return dayOfEpoch(Number(trimmed));
  if (SECONDS.test(trimmed)) return dayOfEpoch(Number(trimmed) * 1000);
  const numbers = YMD.exec(trimmed) ?? COMPACT.exec(trimmed);
  if (numbers) return calendarDay(Number(numbers[1]), Number(numbers[2]), Number(numbers[3]));
  const dayFirst = DAY_FIRST.exec(trimmed);
  if (dayFirst) return calendarDay(Number(dayFirst[3]), monthNumber(dayFirst[2]!), Number(dayFirst[1]));
  const monthFirst = MONTH_FIRST.exec(trimmed);
  if (monthFirst) return calendarDay(Number(monthFirst[3]), monthNumber(monthFirst[1]!), Number(monthFirst[2]));
  return null;
}

/** `/2022/10/31/`, `/2022/oct/31/`, `/2022-10-31-slug`, `/20221031/`. A year and month alone are no day. */
export function dayInAddress(address: string): Day | null {
  const path = address.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/[?#].*$/s, '');
  const slashed = /\/(\d{4})\/(\d{1,2}|[a-z]{3,9})\/(\d{1,2})(?=\/|-|$)/i.exec(path);
  if (slashed) {
    const month = /^\d/.test(slashed[2]!) ? Number(slashed[2]) : monthNumber(slashed[2]!);
    return calendarDay(Number(slashed[1]), month, Number(slashed[3]));
  }
  const dashed = /(?:^|[/_-])((?:19|20)\d{2})-(\d{2})-(\d{2})(?!\d)/.exec(path);
  if (dashed) return calendarDay(Number(dashed[1]), Number(dashed[2]), Number(dashed[3]));
  const compact = /[/_-]((?:19|20)\d{2})(\d{2})(\d{2})(?=[/_.-]|$)/.exec(path);
  if (compact) return calendarDay(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  return null;
}
