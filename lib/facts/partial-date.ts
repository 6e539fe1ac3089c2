/**
 * Dates as exact as they are known. A partial date stands for a span of days: `2014` for the whole year.
 * Comparing always says which border of the span is meant, so that no exactness is made up.
 */
import type { Day, PartialDate } from './model';

const SHAPE = /^(~?)(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

export interface DateParts {
  readonly about: boolean;
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
}

/** Returns null for anything that is no date of the calendar. */
export function parsePartialDate(text: string): DateParts | null {
  const match = SHAPE.exec(text);
  if (!match) return null;
  const year = Number(match[2]);
  const month = match[3] === undefined ? null : Number(match[3]);
  const day = match[4] === undefined ? null : Number(match[4]);
  if (month !== null && (month < 1 || month > 12)) return null;
  if (month !== null && day !== null && (day < 1 || day > daysIn(year, month))) return null;
  return { about: match[1] === '~', year, month, day };
}

export function isDay(text: string): text is Day {
  const parts = parsePartialDate(text);
  return parts !== null && parts.day !== null && !parts.about;
}

/** First day that the date can mean. The argument must have passed `parsePartialDate`. */
export function earliest(date: PartialDate): Day {
  const bare = date.replace('~', '');
  if (bare.length === 4) return `${bare}-01-01`;
  return bare.length === 7 ? `${bare}-01` : bare;
}

/** Last day that the date can mean. */
export function latest(date: PartialDate): Day {
  const bare = date.replace('~', '');
  if (bare.length === 4) return `${bare}-12-31`;
  if (bare.length > 7) return bare;
  return `${bare}-${String(daysIn(Number(bare.slice(0, 4)), Number(bare.slice(5, 7)))).padStart(2, '0')}`;
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** The day so many days later. */
export function shiftDay(day: Day, days: number): Day {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Days since 1 March 0000 of the proleptic Gregorian calendar; only differences mean anything. */
function dayNumber(day: Day): number {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  const shifted = month > 2 ? year : year - 1;
  const fromMarch = (month + 9) % 12;
  return (
    365 * shifted +
    Math.floor(shifted / 4) -
    Math.floor(shifted / 100) +
    Math.floor(shifted / 400) +
    Math.floor((153 * fromMarch + 2) / 5) +
    Number(day.slice(8, 10))
  );
}
