import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countWrite,
  WRITES_PER_HOUR,
  WRITES_PER_MINUTE,
  type WriteCounts,
} from '../../../lib/sync/note-items/write-budget';
import { fakeSyncArea } from '../../tools/fake-sync-area';

const MINUTE = 60_000;
const START = 1_790_000_000_000;

/** As many writes as are allowed one after the other at one moment. */
function spend(counts: WriteCounts, at: number): { counts: WriteCounts; writes: number } {
  let now = counts;
  for (let writes = 0; ; writes++) {
    const next = countWrite(now, at);
    if (!next) return { counts: now, writes };
    now = next;
  }
}

describe('the write budget', () => {
  it('is used up at its last write, neither before nor after', () => {
    const { counts, writes } = spend([], START);
    expect(writes).toBe(WRITES_PER_MINUTE);
    expect(countWrite(counts, START + 1000)).toBeNull();
    expect(countWrite(counts, START + 2 * MINUTE)).not.toBeNull();
  });

  it('has an hourly limit as well', () => {
    let counts: WriteCounts = [];
    let total = 0;
    for (let at = START; at < START + 59 * MINUTE; at += 2 * MINUTE) {
      const spent = spend(counts, at);
      counts = spent.counts;
      total += spent.writes;
    }
    expect(total).toBe(WRITES_PER_HOUR);
    expect(countWrite(counts, START + 59 * MINUTE)).toBeNull();
    expect(countWrite(counts, START + 62 * MINUTE)).not.toBeNull();
  });

  it('is not renewed by a restart: the counts are plain data', () => {
    const { counts } = spend([], START);
    expect(countWrite(JSON.parse(JSON.stringify(counts)), START)).toBeNull();
  });

  it('is not renewed by setting the clock back, and recovers after a clock that was years ahead', () => {
    const { counts } = spend([], START);
    expect(countWrite(counts, START - MINUTE)).toBeNull();
    expect(countWrite(counts, START - 400 * 24 * 60 * MINUTE)).not.toBeNull();
  });

  it('stays small in storage', () => {
    let counts: WriteCounts = [];
    for (let at = START; at < START + 1000 * MINUTE; at += MINUTE / 2) counts = countWrite(counts, at) ?? counts;
    expect(counts.length).toBeLessThanOrEqual(61);
  });

  it('never allows what the browser refuses', async () => {
    const steps = fc.array(fc.integer({ min: 0, max: 45_000 }), { minLength: 200, maxLength: 2500, size: 'max' });
    await fc.assert(
      fc.asyncProperty(steps, async (pauses) => {
        let now = START;
        let counts: WriteCounts = [];
        const area = fakeSyncArea(() => now);
        for (const pause of pauses) {
          // Mostly in a hurry, at times a rest.
          now += pause < 40_000 ? pause % 700 : pause;
          const next = countWrite(counts, now);
          if (!next) continue;
          counts = next;
          await area.set({ a: 'x' });
        }
      }),
      { numRuns: 30 },
    );
  });
});
