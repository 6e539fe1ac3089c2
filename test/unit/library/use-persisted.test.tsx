// @vitest-environment happy-dom
import { cleanup, renderHook } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { usePersisted } from '../../../entrypoints/library/use-persisted';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** A browser that answers when it is told to, and says no to the wish. */
function browserThatSays(kept: boolean) {
  let answer = (_: boolean): void => {};
  const answered = new Promise<boolean>((resolve) => {
    answer = resolve;
  });
  const persist = vi.fn(async () => kept);
  vi.stubGlobal('navigator', { storage: { persisted: () => answered, persist } });
  return { persist, answer };
}
const rest = () => new Promise((next) => setTimeout(next, 20));

it.each(['notes', 'the browser'] as const)('asks once there is a note, when %s were loaded first', async (first) => {
  const { persist, answer } = browserThatSays(true);
  const { result, rerender } = renderHook(usePersisted, { initialProps: false });
  if (first === 'notes') rerender(true);
  answer(false);
  await rest();
  if (first !== 'notes') rerender(true);
  await vi.waitFor(() => expect(result.current.persisted).toBe(true));
  expect(persist).toHaveBeenCalledTimes(1);
});

it('does not ask if there is no note, or the browser has already promised', async () => {
  const { persist, answer } = browserThatSays(false);
  const { rerender } = renderHook(usePersisted, { initialProps: false });
  answer(true);
  await rest();
  rerender(true);
  await rest();
  expect(persist).not.toHaveBeenCalled();
});

it('accepts a refusal, and asks again only when the button is pressed', async () => {
  const { persist, answer } = browserThatSays(false);
  const { result, rerender } = renderHook(usePersisted, { initialProps: true });
  answer(false);
  await vi.waitFor(() => expect(persist).toHaveBeenCalledTimes(1));
  rerender(false);
  rerender(true);
  await rest();
  expect(persist).toHaveBeenCalledTimes(1);
  result.current.persist();
  expect(persist).toHaveBeenCalledTimes(2);
});
