/**
 * The kinds of remotes. One list with one descriptor per kind; everything else about kinds is a table with the same
 * keys, so that the compiler demands an entry. Here is what anyone may ask without reaching a remote; reaching and
 * adding one is in `lib/sync/remotes/by-kind.ts`, which few need.
 */
import * as v from 'valibot';

export interface KindOfRemote<Config> {
  /** The browser's own: there is one, and it can only be switched. The reader adds and removes all others. */
  readonly ofBrowser: boolean;
  /** Schema of `config` in a remote's row. */
  readonly config: v.GenericSchema<unknown, Config>;
  /** Where it is, in the reader's terms: host and path, or the folder's name. Empty: the kind says it all. */
  readonly placeOf: (config: Config) => string;
  /** Addresses for which the browser must grant access. */
  readonly addressesOf: (config: Config) => readonly string[];
}

/** Never put any of it into a message, a detail or a log. */
export interface WebDavAccess {
  /** An existing folder, with a trailing slash: see `readWebDavAddress`. */
  readonly address: string;
  /** Folders below it, created if missing: `Backstory` or `Documents/Backstory`. */
  readonly folder: string;
  readonly user: string;
  readonly password: string;
}

const account = {
  ofBrowser: true,
  config: v.unknown(),
  placeOf: () => '',
  addressesOf: () => [],
} as const satisfies KindOfRemote<unknown>;

const webdav = {
  ofBrowser: false,
  config: v.object({
    address: v.pipe(v.string(), v.url()),
    folder: v.string(),
    user: v.string(),
    password: v.string(),
  }),
  placeOf({ address, folder }) {
    const { host, pathname } = new URL(address);
    return decoded(`${host}${pathname}${folder}`.replace(/\/$/, ''));
  },
  addressesOf: ({ address }) => [address],
} as const satisfies KindOfRemote<WebDavAccess>;

/** IndexedDB stores a handle as it is. */
interface PickedFolder {
  readonly handle: FileSystemDirectoryHandle;
}

const folder = {
  ofBrowser: false,
  config: v.object({ handle: v.custom<FileSystemDirectoryHandle>(isFolderHandle) }),
  placeOf: ({ handle }) => handle.name,
  addressesOf: () => [],
} as const satisfies KindOfRemote<PickedFolder>;

/** In the order shown on the page. A retired kind keeps its name: old rows may still exist. */
export const KINDS_OF_REMOTES = { account, webdav, folder };

function isFolderHandle(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'directory';
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
