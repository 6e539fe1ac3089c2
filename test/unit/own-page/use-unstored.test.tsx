// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useUnstored } from '../../../entrypoints/own-page/use-unstored';
import type { EditorSession } from '../../../lib/notes';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** A session that is stored when it is told to be. */
function session() {
  const told = { stored: false };
  const made = {
    holdsWords: () => !told.stored,
    settled: async () => told.stored,
  } as unknown as EditorSession;
  return { told, made };
}
const asks = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }));
const pass = (ms: number) =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(ms);
  });

it('names the notes whose words are not stored until they are, and asks before the page is left', async () => {
  const { result } = renderHook(useUnstored);
  const [iran, again, iraq] = [session(), session(), session()];
  expect(asks()).toBe(false);
  result.current.leave('Iran', iran.made);
  result.current.leave('Iran', again.made);
  result.current.leave('Iraq', iraq.made);
  await pass(0);
  expect(result.current.names).toEqual(['Iran', 'Iraq']);
  expect(asks()).toBe(true);
  iran.told.stored = true;
  iraq.told.stored = true;
  await pass(5_000);
  expect(result.current.names).toEqual(['Iran']);
  again.told.stored = true;
  await pass(5_000);
  expect(result.current.names).toEqual([]);
  expect(asks()).toBe(false);
});

it('does not mention a note that was stored when it was left', async () => {
  const { result } = renderHook(useUnstored);
  const stored = session();
  stored.told.stored = true;
  result.current.leave('Iran', stored.made);
  await pass(5_000);
  expect(result.current.names).toEqual([]);
});
