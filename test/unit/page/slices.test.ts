import { describe, expect, it } from 'vitest';
import { inSlices, SLICE_MS } from '../../../lib/page/slices';

/** Work of `steps` steps, each of which takes `ms` of a clock of its own. */
function clockwork(steps: number, ms: number) {
  let time = 0;
  function* work() {
    for (let i = 0; i < steps; i++) {
      time += ms;
      yield;
    }
    return 'done';
  }
  return { work: work(), now: () => time };
}

describe('work in slices', () => {
  it('gives the thread back when the slice is used up, and goes on', async () => {
    const { work, now } = clockwork(100, 1);
    let pauses = 0;
    const slices: number[] = [];
    const pause = async () => void pauses++;
    const signal = new AbortController().signal;
    expect(await inSlices(work, { signal, now, pause, onSlice: (ms) => slices.push(ms) })).toBe('done');
    expect(pauses).toBe(100 / SLICE_MS);
    expect(Math.max(...slices)).toBe(SLICE_MS);
  });

  it('stops between two slices when the visit ends', async () => {
    const { work, now } = clockwork(1_000_000, 1);
    const end = new AbortController();
    let pauses = 0;
    const pause = async () => {
      if (++pauses === 3) end.abort();
    };
    await expect(inSlices(work, { signal: end.signal, now, pause })).rejects.toThrow();
    expect(pauses).toBe(3);
  });
});
