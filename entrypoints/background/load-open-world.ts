/**
 * Fetches a part of the background out of a file of its own, once in the life of a worker. A Chromium worker may read another script
 * later only if it did so while it was installed (then the browser keeps it with the worker); Firefox's event page imports it at any time.
 */
import type { OpenWorld } from '../../lib/knowledge';
import { browser } from '../../lib/messages';

const FILE = '/open-world.js';

interface Realm {
  backstoryOpenWorld?: OpenWorld;
  importScripts?: (file: string) => void;
  addEventListener(event: 'install', run: () => void): void;
}
const realm = globalThis as unknown as Realm;

/** To be called in the first tick of the worker. */
export function keepOpenWorld(): void {
  const { importScripts } = realm;
  if (importScripts) realm.addEventListener('install', () => importScripts(FILE));
}

let loading: Promise<OpenWorld> | null = null;

/** Rejects where the extension's own file cannot be read. */
export function loadOpenWorld(): Promise<OpenWorld> {
  loading ??= load();
  loading.catch(() => {
    loading = null;
  });
  return loading;
}

async function load(): Promise<OpenWorld> {
  if (realm.importScripts) realm.importScripts(FILE);
  else await import(/* @vite-ignore */ browser.runtime.getURL(FILE as never));
  if (!realm.backstoryOpenWorld) throw new Error(`${FILE} did not say what it has`);
  return realm.backstoryOpenWorld;
}
