/**
 * Dates in 32 bits: year · month · day, month or day 0 where unknown, top bit for "about". 0 is no date. Both `Day` and
 * `PartialDate` use it.
 */
import { type Day, isDay, type PartialDate, parsePartialDate, writePartialDate } from '../time';

const ABOUT = 0x80000000;
/** Numbers from here on count the years before year 0. */
const YEAR_9999 = 10_000;

/** Null if `date` is not a calendar date. */
export function packDate(date: PartialDate): number | null {
  const parts = parsePartialDate(date);
  if (!parts) return null;
  const { about, year, month, day } = parts;
  // Years are stored plus one, so that year 0000 differs from "no date".
  const number = year < 0 ? YEAR_9999 - year : year + 1;
  return (about ? ABOUT : 0) + ((number << 9) | ((month ?? 0) << 5) | (day ?? 0));
}

/** Numbers that sort packed dates like `comparePartialDates`: on the same day the less exact comes first. */
export function packedOrder(packed: number): number {
  const bits = packed & 0x7fffffff;
  const number = bits >>> 9;
  return number > YEAR_9999 ? ((YEAR_9999 - number + 1) << 9) + (bits & 0x1ff) : bits;
}

/** Null for 0; undefined for bits that no date has. */
export function unpackDate(packed: number): PartialDate | null | undefined {
  if (packed === 0) return null;
  const bits = packed & 0x7fffffff;
  const [number, month, day] = [bits >>> 9, (bits >>> 5) & 15, bits & 31];
  const year = number > YEAR_9999 ? YEAR_9999 - number : number - 1;
  const parts = { about: packed >= ABOUT || packed < 0, year, month: month || null, day: day || null };
  return number === 0 ? undefined : (writePartialDate(parts) ?? undefined);
}

/** The same for a `Day`, which is never less exact than a day. */
export function unpackDay(packed: number): Day | null | undefined {
  const date = unpackDate(packed);
  return !date || isDay(date) ? date : undefined;
}
