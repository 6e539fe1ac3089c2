import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { askTwice } from '../../../lib/page/read/ask-twice';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const live = new AbortController().signal;

it('asks once when it gets an answer', async () => {
  const ask = vi.fn(async () => 'names');
  expect(await askTwice(ask, live)).toBe('names');
  expect(ask).toHaveBeenCalledTimes(1);
});

it('asks once more after a pause, and not a third time', async () => {
  const ask = vi.fn().mockRejectedValueOnce(new Error('worker is starting')).mockResolvedValueOnce('names');
  const answer = askTwice(ask, live);
  await vi.advanceTimersByTimeAsync(50);
  expect(ask).toHaveBeenCalledTimes(1);
  await vi.runAllTimersAsync();
  expect(await answer).toBe('names');

  const deaf = vi.fn().mockRejectedValueOnce(new Error('first')).mockRejectedValueOnce(new Error('second'));
  const refused = expect(askTwice(deaf, live)).rejects.toThrow('second');
  await vi.runAllTimersAsync();
  await refused;
  expect(deaf).toHaveBeenCalledTimes(2);
});

it('does not ask again when the visit has ended meanwhile', async () => {
  const end = new AbortController();
  const ask = vi.fn().mockRejectedValue(new Error('worker is gone'));
  const refused = expect(askTwice(ask, end.signal)).rejects.toThrow('left');
  await vi.advanceTimersByTimeAsync(50);
  end.abort(new Error('left'));
  await refused;
  await vi.runAllTimersAsync();
  expect(ask).toHaveBeenCalledTimes(1);
});
