import type { ItemStore, Protection } from '../types';
import { isOurs } from './layout';

/**
 * Removes everything of Backstory's from the account, for all devices. Only on the reader's request, and after the
 * remote was switched off: a device whose remote is on puts its notes back.
 */
export async function takeOutOfAccount(
  store: Omit<ItemStore<Protection>, 'write'>,
  signal: AbortSignal,
): Promise<void> {
  const ours = Object.keys(await store.all(signal)).filter(isOurs);
  if (ours.length > 0) await store.remove(ours, signal);
}
