/**
 * The browser's own account (`storage.sync`) as a table of short texts. If the reader is signed in, the browser syncs
 * it to their other browsers of the same make when it likes; all we learn is that it accepted a text. Nothing is ever
 * cleared: values are overwritten, in one call that succeeds or fails as a whole.
 */
import { SyncError } from '../sync-error';
import type { ItemStore, Protection } from '../types';

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

/** Browsers give messages, not codes. Chromium names the quota, Firefox only mentions one. */
function troubleOf(error: unknown): SyncError {
  const message = error instanceof Error ? error.message : String(error);
  if (/MAX_WRITE_OPERATIONS_PER_|MAX_SUSTAINED_WRITE/.test(message)) {
    return new SyncError('too-busy', message, { cause: error });
  }
  if (/quota/i.test(message)) return new SyncError('full', message, { cause: error });
  return new SyncError('storage', message, { cause: error });
}
