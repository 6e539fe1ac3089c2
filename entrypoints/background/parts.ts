/**
 * Fetches parts of the background out of files of their own, each once in the life of a worker. A Chromium worker may read another
 * script later only if it did so while it was installed (then the browser keeps it with the worker); Firefox's event page imports it
 * at any time.
 */
import type { OpenWorld } from '../../lib/knowledge';
import { browser } from '../../lib/messages';
import type { SyncRun } from '../../lib/sync';

interface Realm {
  importScripts?: (...files: string[]) => void;
  addEventListener(event: 'install', run: () => void): void;
}
const realm = globalThis as unknown as Realm & Record<string, unknown>;

/** What names that no pack knows need, and pages of our own. Rejects where the extension's own file cannot be read. */
export const loadOpenWorld = part<OpenWorld>('/open-world.js', 'backstoryOpenWorld');
/** What a run of sync needs. Rejects as well. */
export const loadSyncRun = part<SyncRun>('/sync-run.js', 'backstorySyncRun');

/** To be called in the first tick of the worker. */
export function keepParts(): void {
  const { importScripts } = realm;
  if (importScripts) realm.addEventListener('install', () => importScripts('/open-world.js', '/sync-run.js'));
}

/** @param name under which the file leaves what it has */
function part<T>(file: string, name: string): () => Promise<T> {
  let loading: Promise<T> | null = null;
  return () => {
    loading ??= load();
    loading.catch(() => {
      loading = null;
    });
    return loading;
  };

  async function load(): Promise<T> {
    if (realm.importScripts) realm.importScripts(file);
    else await import(/* @vite-ignore */ browser.runtime.getURL(file as never));
    if (!realm[name]) throw new Error(`${file} did not say what it has`);
    return realm[name] as T;
  }
}
