/** Points in time as written in files. */
import { type Day, isDay } from '../../time';

/** The limit of a Date in milliseconds; a larger number is not a time. */
const FURTHEST = 8.64e15;

export function stampOf(at: number): string {
  return new Date(Math.max(-FURTHEST, Math.min(FURTHEST, Math.trunc(at)))).toISOString();
}

/** Null: not a point in time. A stamp without a zone is local time, as in Obsidian. */
export function readStamp(stamp: unknown): number | null {
  if (typeof stamp !== 'string' || !/^[+-]?\d{4,6}-\d\d-\d\d/.test(stamp)) return null;
  const at = Date.parse(stamp.trim());
  return Number.isNaN(at) ? null : at;
}

/** For a passage's story; null if the calendar has no such day. */
export function readDay(day: unknown): Day | null {
  return typeof day === 'string' && isDay(day) ? day : null;
}
