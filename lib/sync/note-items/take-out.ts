import type { ItemStore, Protection } from '../types';
import { isOurs } from './layout';

/**
 * Takes everything of Backstory's out of the account, for all devices. Only when the reader asks for it, and after the
 * remote was switched off: a device whose remote is on puts its notes back.
 */
export async function takeOutOfAccount(
  store: Omit<ItemStore<Protection>, 'write'>,
  signal: AbortSignal,
): Promise<void> {
  const ours = Object.keys(await store.all(signal)).filter(isOurs);
  if (ours.length > 0) await store.remove(ours, signal);
}
