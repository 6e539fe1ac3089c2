/**
 * The browser's own account (`storage.sync`) as a table of short texts. The browser carries it to the reader's other
 * browsers of the same make when it sees fit, where the reader has signed in; that it took a text is all that can be
 * known here. Nothing is ever cleared: what is replaced is overwritten, in one call that succeeds whole or not at all.
 */
import { SyncError } from '../sync-error';
import type { ItemStore, Protection } from '../types';

/** The part of `browser.storage.sync` that is used. */
export interface SyncArea {
  get(keys: null): Promise<Record<string, unknown>>;
  set(items: Record<string, string>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

export function createBrowserAccount<P extends Protection>(area: SyncArea): ItemStore<P> {
  async function ask<T>(call: () => Promise<T>, signal: AbortSignal): Promise<T> {
    stopIfAsked(signal);
    try {
      const answer = await call();
      stopIfAsked(signal);
      return answer;
    } catch (error) {
      throw error instanceof SyncError ? error : troubleOf(error);
    }
  }

  return {
    async all(signal) {
      const items = await ask(() => area.get(null), signal);
      return Object.fromEntries(
        Object.entries(items).filter((item): item is [string, string] => typeof item[1] === 'string'),
      );
    },
    write: (items, signal) => ask(() => area.set({ ...items }), signal),
    remove: (keys, signal) => ask(() => area.remove([...keys]), signal),
  };
}

function stopIfAsked(signal: AbortSignal): void {
  if (signal.aborted) throw new SyncError('cancelled');
}

/** The browsers give words, not codes. Chromium names the quota, Firefox says only that there is one. */
function troubleOf(error: unknown): SyncError {
  const message = error instanceof Error ? error.message : String(error);
  if (/MAX_WRITE_OPERATIONS_PER_|MAX_SUSTAINED_WRITE/.test(message)) {
    return new SyncError('too-busy', message, { cause: error });
  }
  if (/quota/i.test(message)) return new SyncError('full', message, { cause: error });
  return new SyncError('storage', message, { cause: error });
}
