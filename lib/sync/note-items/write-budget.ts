/**
 * Limits writes: the browser refuses more than 120 a minute and 1,800 an hour. Counted per minute and stored, since a
 * restarted worker does not get a new allowance.
 */

/** Below the browser's 120 in any 60 seconds, since another page may be writing too. */
export const WRITES_PER_MINUTE = 100;
/** The browser's own limit is 1,800. */
export const WRITES_PER_HOUR = 1500;

const MINUTE_MS = 60_000;
/** One more than an hour has: the oldest and newest are incomplete. */
const MINUTES_KEPT = 61;

/** Minute since the epoch → writes in it. */
export type WriteCounts = readonly (readonly [minute: number, writes: number])[];

/** The counts with one more write, or null: not now. */
export function countWrite(counts: WriteCounts, now: number): WriteCounts | null {
  const minute = Math.floor(now / MINUTE_MS);
  // Future minutes are kept: the clock was set back, but the browser's own count was not.
  const kept = counts.filter(([at]) => Math.abs(minute - at) < MINUTES_KEPT);
  const sum = (list: WriteCounts) => list.reduce((total, [, writes]) => total + writes, 0);
  // The minute before counts too: 60 seconds span two.
  if (sum(kept.filter(([at]) => Math.abs(minute - at) < 2)) >= WRITES_PER_MINUTE) return null;
  if (sum(kept) >= WRITES_PER_HOUR) return null;
  const before = kept.find(([at]) => at === minute)?.[1] ?? 0;
  return [...kept.filter(([at]) => at !== minute), [minute, before + 1]];
}
