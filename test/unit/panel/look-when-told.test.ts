import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lookWhenTold } from '../../../entrypoints/panel/look-when-told';

const REST_MS = 200;

describe('the refreshes of the panel', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('happen when it is told to, and never by themselves', async () => {
    const look = vi.fn(async () => {});
    const tell = lookWhenTold(look, REST_MS, new AbortController().signal);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(look).not.toHaveBeenCalled();
    tell();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(look).toHaveBeenCalledTimes(1);
  });

  it('happen one at a time, with a pause, and once for all that was reported meanwhile', async () => {
    let done = () => {};
    const look = vi.fn(
      () =>
        new Promise<void>((resolve) => {
          done = resolve;
        }),
    );
    const tell = lookWhenTold(look, REST_MS, new AbortController().signal);
    for (let i = 0; i < 50; i++) tell();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(look).toHaveBeenCalledTimes(1);
    tell();
    done();
    await vi.advanceTimersByTimeAsync(REST_MS - 1);
    expect(look).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(look).toHaveBeenCalledTimes(2);
    done();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(look).toHaveBeenCalledTimes(2);
  });

  it('continue after one that failed', async () => {
    const look = vi.fn(async () => Promise.reject(new Error('no answer')));
    const tell = lookWhenTold(look, REST_MS, new AbortController().signal);
    tell();
    await vi.advanceTimersByTimeAsync(REST_MS);
    tell();
    await vi.advanceTimersByTimeAsync(REST_MS);
    expect(look).toHaveBeenCalledTimes(2);
  });

  it('end when the panel moves to another story', async () => {
    const life = new AbortController();
    const look = vi.fn(async () => {});
    const tell = lookWhenTold(look, REST_MS, life.signal);
    tell();
    tell();
    life.abort();
    await vi.advanceTimersByTimeAsync(60_000);
    tell();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(look).toHaveBeenCalledTimes(1);
  });
});
