import { describe, expect, it, vi } from 'vitest';
import { bestPause, inSlices, SLICE_MS } from '../../../lib/page/dom/slices';

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
  it('yields to the browser when a slice is used up, and continues', async () => {
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

  it('lets the page run first, but gets its turn on a page that is always busy', async () => {
    const waiting: { task: () => void; signal: AbortSignal }[] = [];
    const scheduler = {
      postTask: async (task: () => void, { signal }: { signal: AbortSignal }) => void waiting.push({ task, signal }),
    };
    const pause = bestPause({ scheduler });
    vi.useFakeTimers();
    try {
      let turns = 0;
      void pause().then(() => turns++);
      await vi.advanceTimersByTimeAsync(10);
      expect(turns).toBe(0);
      waiting[0]?.task();
      await vi.advanceTimersByTimeAsync(0);
      expect(turns).toBe(1);
      expect(waiting[0]?.signal.aborted).toBe(false);
      void pause().then(() => turns++);
      await vi.advanceTimersByTimeAsync(100);
      expect(turns).toBe(2);
      // Called off: else one more would lie in the browser's queue after each slice.
      expect(waiting[1]?.signal.aborted).toBe(true);
    } finally {
      vi.useRealTimers();
    }
  });
});
