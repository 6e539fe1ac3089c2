/**
 * How each kind of remote is reached, and how it is added: one line per kind in each table. What a run needs is in the
 * first, what the sync page needs in the second, so that neither loads the other.
 */
import type { AddedKind, ConfigOf, RemoteKind } from '../../remote-kinds';
import type { FileStore, ItemStore, Protection } from '../types';
import { createBrowserAccount, type SyncArea } from './browser-account';
import { createFolderStore } from './folder';
import type { SetUp } from './set-up';
import { setUpFolder } from './set-up-folder';
import { setUpWebdav } from './set-up-webdav';
import { createWebDavStore } from './webdav';
import type { WebDavPorts } from './webdav-request';

export interface TransportParts extends WebDavPorts {
  /** The browser's own account. */
  readonly syncArea: SyncArea;
}

/** A folder of files, or a table of short texts: each has its own layout. */
export type Transport<Config> =
  | {
      readonly layout: 'files';
      readonly open: <P extends Protection>(config: Config, parts: TransportParts) => FileStore<P>;
    }
  | {
      readonly layout: 'items';
      readonly open: <P extends Protection>(config: Config, parts: TransportParts) => ItemStore<P>;
    };

export const TRANSPORTS: { readonly [K in RemoteKind]: Transport<ConfigOf<K>> } = {
  account: { layout: 'items', open: (_, { syncArea }) => createBrowserAccount(syncArea) },
  webdav: { layout: 'files', open: createWebDavStore },
  folder: { layout: 'files', open: ({ handle }) => createFolderStore(handle) },
};

export const SET_UPS = { webdav: setUpWebdav, folder: setUpFolder } satisfies {
  readonly [K in AddedKind]: SetUp<ConfigOf<K>>;
};
