/**
 * By default the browser lets content scripts read and write the extension's storage, and so does anybody who has
 * compromised a page's process. None of our content scripts needs it. Firefox has no such switch (153);
 * `storage.session` is closed to them anyway.
 */
import { browser } from '../../lib/messages';

interface Lockable {
  setAccessLevel?(level: { readonly accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void>;
}

export function keepStorageToOurselves(): void {
  // Not through the polyfill, which does not know it.
  const { storage } = (globalThis as { chrome?: { storage?: Record<'local' | 'sync', Lockable> } }).chrome ?? browser;
  for (const area of [storage?.local, storage?.sync] as (Lockable | undefined)[]) {
    area?.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' }).catch(() => {});
  }
}
