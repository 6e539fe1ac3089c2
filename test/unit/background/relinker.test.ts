import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createRelinker } from '../../../entrypoints/background/relinker';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** So many notes wait for their links. */
function shelf(due: number) {
  const relink = vi.fn(async (_: unknown, limit: number) => {
    const isMore = due >= limit;
    due = Math.max(0, due - limit);
    return isMore;
  });
  return { relink, left: () => due };
}
const find = async () => [];

it('waits until typing has stopped, and reads once', async () => {
  const { relink } = shelf(1);
  const soon = createRelinker({ relink }, find);
  for (let key = 0; key < 10; key++) {
    soon();
    await vi.advanceTimersByTimeAsync(1_000);
  }
  expect(relink).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(relink).toHaveBeenCalledTimes(1);
});

it('continues until everything is done: ten thousand imported notes take minutes, not hours', async () => {
  const { relink, left } = shelf(10_000);
  createRelinker({ relink }, find)();
  await vi.advanceTimersByTimeAsync(10 * 60_000);
  expect(left()).toBe(0);
  const asked = relink.mock.calls.length;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(relink).toHaveBeenCalledTimes(asked);
});

it('leaves what failed for the next worker, and says so', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const relink = vi.fn().mockRejectedValue(new Error('no pack'));
  createRelinker({ relink }, find)();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(relink).toHaveBeenCalledTimes(1);
  expect(warn).toHaveBeenCalledTimes(1);
  warn.mockRestore();
});
