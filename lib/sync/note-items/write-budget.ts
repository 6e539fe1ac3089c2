/**
 * How often may be written: the browser refuses more than 120 writes a minute and 1,800 an hour. Counted by the minute
 * and stored, since a worker that dies and comes back has not got a new allowance.
 */

/** Writes in any 60 seconds; the browser's own limit is 120, and another page may be writing too. */
export const WRITES_PER_MINUTE = 100;
/** The browser's own limit is 1,800. */
export const WRITES_PER_HOUR = 1500;

const MINUTE_MS = 60_000;
/** One more than an hour has: the oldest and the newest are not whole. */
const MINUTES_KEPT = 61;

/** Minute since the epoch → writes in it. */
export type WriteCounts = readonly (readonly [minute: number, writes: number])[];

/** The counts with one more write in them, or null: not now. */
export function countWrite(counts: WriteCounts, now: number): WriteCounts | null {
  const minute = Math.floor(now / MINUTE_MS);
  // Minutes to come are kept as well: the clock was set back, and the browser's own count was not.
  const kept = counts.filter(([at]) => Math.abs(minute - at) < MINUTES_KEPT);
  const sum = (list: WriteCounts) => list.reduce((total, [, writes]) => total + writes, 0);
  // The minute before counts as well: a window of 60 seconds lies in two.
  if (sum(kept.filter(([at]) => Math.abs(minute - at) < 2)) >= WRITES_PER_MINUTE) return null;
  if (sum(kept) >= WRITES_PER_HOUR) return null;
  const before = kept.find(([at]) => at === minute)?.[1] ?? 0;
  return [...kept.filter(([at]) => at !== minute), [minute, before + 1]];
}
