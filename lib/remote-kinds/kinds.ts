/**
 * The kinds of remotes: places to which notes go. One list, one descriptor a kind, and whatever else there is of a kind is
 * a table with the same keys, so that the compiler asks for it. Here stands what everybody may ask of a place without
 * reaching it; how it is reached and added is `lib/sync/remotes/by-kind.ts`, which few need.
 */
import * as v from 'valibot';

export interface KindOfRemote<Config> {
  /** The browser's own: there is one, and it is only switched. All others the reader adds and removes. */
  readonly ofBrowser: boolean;
  /** What the row of such a remote keeps as its `config`. */
  readonly config: v.GenericSchema<unknown, Config>;
  /** Where it is, as the reader knows it: host and path, or the folder's name. Empty: its kind says it all. */
  readonly placeOf: (config: Config) => string;
  /** Where it is reached: for each of these addresses the browser has to be asked for a grant. */
  readonly addressesOf: (config: Config) => readonly string[];
}

/** Nothing of it is ever put into a message, a detail or a log. */
export interface WebDavAccess {
  /** Of a folder that is there already, with a slash at its end: see `readWebDavAddress`. */
  readonly address: string;
  /** Folders below it, made when missing: `Backstory` or `Documents/Backstory`. */
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

/** A handle lies in IndexedDB as it is. */
interface PickedFolder {
  readonly handle: FileSystemDirectoryHandle;
}

const folder = {
  ofBrowser: false,
  config: v.object({ handle: v.custom<FileSystemDirectoryHandle>(isFolderHandle) }),
  placeOf: ({ handle }) => handle.name,
  addressesOf: () => [],
} as const satisfies KindOfRemote<PickedFolder>;

/** In the order in which the page offers them. A kind that is gone keeps its name: rows of it may be out there. */
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
