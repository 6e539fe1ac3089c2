import type { ItemStore, Protection } from '../../lib/sync';
import { createBrowserAccount, type SyncArea } from '../../lib/sync/remotes/browser-account';

type Store = ItemStore<Protection>;

/** The browser account as a table of any texts, for tests of the table: the layout puts nothing there but cargo. */
export function accountOf(area: SyncArea): Omit<Store, 'write'> & {
  write(items: Readonly<Record<string, string>>, signal: AbortSignal): Promise<void>;
} {
  const { write, ...store } = createBrowserAccount<Protection>(area);
  return { ...store, write: (items, signal) => write(items as Parameters<Store['write']>[0], signal) };
}
