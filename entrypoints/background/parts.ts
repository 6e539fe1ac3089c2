/**
 * Loads parts of the background from files of their own, each once in the life of a worker. A Chromium worker can load
 * another script later only if it did so while it was installed (the browser then stores it with the worker); Firefox's
 * event page can import it at any time. Plain data and functions are passed between the files: each has its own copy of
 * a class, so errors are recognised by name.
 */
import type { OpenWorld } from '../../lib/knowledge';
import type { LocatorPart } from '../../lib/map';
import { browser, CallError } from '../../lib/messages';
import type { NoteDocuments } from '../../lib/notes';
import type { SyncRun } from '../../lib/sync';
import type { StoryReading } from '../story-reading/story-reading';

interface Realm {
  importScripts?: (...files: string[]) => void;
  addEventListener(event: 'install', run: () => void): void;
}
const realm = globalThis as unknown as Realm & Record<string, unknown>;

const files: string[] = [];

// Each rejects with a CallError if the extension's own file cannot be loaded, and tries again at the next call.

/** What reading a story needs. */
export const loadStoryReading = part<StoryReading>('/story-reading.js', 'backstoryStoryReading');
/** What opening a document of notes needs. */
export const loadNoteDocuments = part<NoteDocuments>('/note-documents.js', 'backstoryNoteDocuments');
/** What looking up names that no pack knows needs, and pages of our own. */
export const loadOpenWorld = part<OpenWorld>('/open-world.js', 'backstoryOpenWorld');
/** What drawing the map of a place needs. */
export const loadLocator = part<LocatorPart>('/locator.js', 'backstoryLocator');
/** What a run of sync needs. */
export const loadSyncRun = part<SyncRun>('/sync-run.js', 'backstorySyncRun');

/** Must be called in the first tick of the worker. */
export function keepParts(): void {
  const { importScripts } = realm;
  if (importScripts) realm.addEventListener('install', () => importScripts(...files));
}

/** @param name under which the file registers its exports */
function part<T>(file: string, name: string): () => Promise<T> {
  files.push(file);
  let loading: Promise<T> | null = null;
  let failures = 0;
  return () => {
    if (!loading) {
      loading = load();
      loading.catch(() => {
        loading = null;
        failures++;
      });
    }
    return loading;
  };

  async function load(): Promise<T> {
    try {
      // After the database requests that its caller has just made: another process answers those, and this need not
      // wait for it.
      await new Promise((next) => setTimeout(next));
      // The worker that was just installed has loaded it: a second time would be a second copy of Yjs.
      if (!realm[name]) {
        if (realm.importScripts) realm.importScripts(file);
        else await import(/* @vite-ignore */ addressOf(failures));
      }
    } catch (thrown) {
      throw new CallError('part-unread', `${file} could not be loaded: ${thrown}`);
    }
    if (!realm[name]) throw new CallError('part-unread', `${file} was loaded but registered nothing`);
    return realm[name] as T;
  }

  /** A page never imports an address again that failed once. */
  function addressOf(tries: number): string {
    const address = browser.runtime.getURL(file as never);
    return tries === 0 ? address : `${address}?${tries}`;
  }
}
