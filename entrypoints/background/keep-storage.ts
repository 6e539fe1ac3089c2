/**
 * By itself the browser lets content scripts read and write the extension's storage, and with them whoever has taken over
 * the process of a page. None of ours needs it. Firefox has no such switch (153); `storage.session` is ours alone anyway.
 */
import { browser } from '../../lib/messages';

interface Lockable {
  setAccessLevel?(level: { readonly accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void>;
}

export function keepStorageToOurselves(): void {
  // Past the polyfill, which does not know it.
  const { storage } = (globalThis as { chrome?: { storage?: Record<'local' | 'sync', Lockable> } }).chrome ?? browser;
  for (const area of [storage?.local, storage?.sync] as (Lockable | undefined)[]) {
    area?.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' }).catch(() => {});
  }
}
