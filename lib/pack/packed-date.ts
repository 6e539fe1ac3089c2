/**
 * Dates in 32 bits that sort as they fall: year · month · day, month or day 0 where unknown, top bit for "about".
 * 0 is no date. Both `Day` and `PartialDate` use it.
 */
import type { PartialDate } from '../facts';

const PATTERN = /^(~?)(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const ABOUT = 0x80000000;

/** Null when `date` is not a date of the calendar. */
export function packDate(date: PartialDate): number | null {
  const match = PATTERN.exec(date);
  if (!match) return null;
  const [year, month, day] = [Number(match[2]), Number(match[3] ?? 0), Number(match[4] ?? 0)];
  if (match[3] !== undefined && (month < 1 || month > 12)) return null;
  if (match[4] !== undefined && (day < 1 || day > DAYS[month - 1]!)) return null;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2 && day === 29 && !leap) return null;
  // Years are counted from 1, so that the year 0000 is not the absence of a date.
  return (match[1] ? ABOUT : 0) + (((year + 1) << 9) | (month << 5) | day);
}

/** Null for 0; undefined for bits that no date has. */
export function unpackDate(packed: number): PartialDate | null | undefined {
  if (packed === 0) return null;
  const bits = packed & 0x7fffffff;
  const [year, month, day] = [(bits >>> 9) - 1, (bits >>> 5) & 15, bits & 31];
  if (year < 0 || year > 9999 || month > 12 || (day > 0 && (month === 0 || day > DAYS[month - 1]!))) return undefined;
  const digits = (value: number, length: number): string => String(value).padStart(length, '0');
  const about = packed >= ABOUT || packed < 0 ? '~' : '';
  return `${about}${digits(year, 4)}${month ? `-${digits(month, 2)}` : ''}${day ? `-${digits(day, 2)}` : ''}`;
}
