import type { ItemStore, Protection } from '../types';
import { isSealed } from '../vault';
import { readAccount } from './layout';

/** What the reader's other browsers left in the account; `newer`: something only a newer Backstory can read. */
export type InAccount = 'empty' | 'plain' | 'sealed' | 'newer';

/** Only reads: before the account is switched on, the reader is told what will come of it. */
export async function lookIntoAccount(
  store: Pick<ItemStore<Protection>, 'all'>,
  signal: AbortSignal,
): Promise<InAccount> {
  const { lying, newer } = readAccount(await store.all(signal));
  if (newer !== null) return 'newer';
  const values = [...lying.values()];
  const sealed = values.some(
    (value) => value.key.startsWith('k') || (value.state === 'whole' && isSealed(value.cargo)),
  );
  if (sealed) return 'sealed';
  return values.length > 0 ? 'plain' : 'empty';
}
