/** Points in time as files write them. */
import { type Day, isDay } from '../../time';

/** The furthest that a Date reaches, in milliseconds; beyond it a number is no time. */
const FURTHEST = 8.64e15;

export function stampOf(at: number): string {
  return new Date(Math.max(-FURTHEST, Math.min(FURTHEST, Math.trunc(at)))).toISOString();
}

/** Null: no point in time. A stamp without a zone is local time, as Obsidian writes it. */
export function readStamp(stamp: unknown): number | null {
  if (typeof stamp !== 'string' || !/^[+-]?\d{4,6}-\d\d-\d\d/.test(stamp)) return null;
  const at = Date.parse(stamp.trim());
  return Number.isNaN(at) ? null : at;
}

/** Of a passage's story; null where the calendar has no such day. */
export function readDay(day: unknown): Day | null {
  return typeof day === 'string' && isDay(day) ? day : null;
}
