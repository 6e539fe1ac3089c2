// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, renderHook } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { useWatched } from '../../../entrypoints/library/use-watched';

afterEach(cleanup);

it('never shows the answer to the previous query as the answer to this one', async () => {
  const kept = async () => 'kept';
  const bin = async () => 'bin';
  const seen: (string | null)[] = [];
  const look = (read: () => Promise<string>) => {
    const answer = useWatched(read);
    seen.push(answer);
    return answer;
  };
  const { result, rerender } = renderHook(look, { initialProps: kept });
  await vi.waitFor(() => expect(result.current).toBe('kept'));
  seen.length = 0;
  rerender(bin);
  await vi.waitFor(() => expect(result.current).toBe('bin'));
  expect(seen).not.toContain('kept');
});
