/**
 * Dates as exact as they are known. A partial date is a span of days: `2014` is the whole year. "About" marks
 * uncertainty but moves no border: nobody knows by how much.
 */
import { calendarDay, daysInMonth, digits, isOfCalendar, writeYear } from './calendar-day';
import type { Day, PartialDate, Precision } from './types';

const SHAPE = /^(~?)(-?\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

export interface DateParts {
  readonly about: boolean;
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
}

/** Null for anything that is not a calendar date. */
export function parsePartialDate(text: string): DateParts | null {
  const match = SHAPE.exec(text);
  if (!match || match[2] === '-0000') return null;
  const year = Number(match[2]);
  const month = match[3] === undefined ? null : Number(match[3]);
  const day = match[4] === undefined ? null : Number(match[4]);
  return isOfCalendar(year, month, day) ? { about: match[1] === '~', year, month, day } : null;
}

/** Null if the parts are not a calendar date. */
export function writePartialDate({ about, year, month, day }: DateParts): PartialDate | null {
  if (!isOfCalendar(year, month, day)) return null;
  const bare = [month, day].reduce<string>(
    (date, part) => (part === null ? date : `${date}-${digits(part, 2)}`),
    writeYear(year),
  );
  return about ? `~${bare}` : bare;
}

export function isDay(text: string): text is Day {
  const parts = parsePartialDate(text);
  return parts !== null && parts.day !== null && !parts.about;
}

export function precisionOf(date: PartialDate): Precision {
  const { month, day } = partsOf(date);
  return day !== null ? 'day' : month !== null ? 'month' : 'year';
}

/** The first day the date can mean. Here and below the argument must have passed `parsePartialDate`. */
export function earliest(date: PartialDate): Day {
  const { year, month, day } = partsOf(date);
  return dayOf(year, month ?? 1, day ?? 1);
}

/** The last day the date can mean. */
export function latest(date: PartialDate): Day {
  const { year, month, day } = partsOf(date);
  const last = month ?? 12;
  return dayOf(year, last, day ?? daysInMonth(year, last));
}

function partsOf(date: PartialDate): DateParts {
  const parts = parsePartialDate(date);
  if (!parts) throw new RangeError(`"${date}" is not a calendar date`);
  return parts;
}

function dayOf(year: number, month: number, day: number): Day {
  return calendarDay(year, month, day)!;
}
