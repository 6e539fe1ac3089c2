/** Points in time as files write them. */

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

export function readDay(day: unknown): string | null {
  return typeof day === 'string' && /^\d{4}-\d\d-\d\d$/.test(day) ? day : null;
}

/** The calendar day where the reader is. */
export function localDay(at: number): string {
  const date = new Date(at);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
