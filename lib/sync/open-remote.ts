/** From a remote's row to the remote itself: transport, layout and vault put together. Background and library alike. */
import * as v from 'valibot';
import type { DocId, KeyRow, RemoteId, RemoteRow } from '../database';
import { deviceFiles } from './device-files';
import type { Remote } from './exchange';
import { noteItems } from './note-items';
import { createBrowserAccount, type SyncArea } from './remotes/browser-account';
import { createFolderStore } from './remotes/folder';
import { createWebDavStore } from './remotes/webdav';
import { webDavAccessSchema } from './remotes/webdav-access';
import type { WebDavPorts } from './remotes/webdav-request';
import { SyncError } from './sync-error';
import type { RemoteStatus } from './types';
import { vaultOf } from './vault';

export interface OpenRemoteParts extends WebDavPorts {
  /** The browser's own account. */
  readonly syncArea: SyncArea;
  readonly namesOf: (docs: readonly DocId[]) => Promise<ReadonlyMap<DocId, string>>;
}

/** `config` of a folder's row: a handle lies in IndexedDB as it is. */
const folderConfig = v.object({ handle: v.custom<FileSystemDirectoryHandle>(isFolderHandle) });

export const kindOf = (id: RemoteId): RemoteStatus['kind'] => id.split(':')[0] as RemoteStatus['kind'];

/** Throws SyncError `failed` for a row whose config does not check out: it has to be set up again. */
export function createOpenRemote(parts: OpenRemoteParts): (row: RemoteRow, ring: KeyRow | null) => Remote {
  const { syncArea, namesOf } = parts;
  return (row, ring) => {
    const kind = kindOf(row.id);
    switch (kind) {
      case 'account':
        // In two branches, here and below, so that the compiler sees each store with the vault of its own protection.
        return ring
          ? noteItems(createBrowserAccount<'sealed'>(syncArea), vaultOf(ring), namesOf)
          : noteItems(createBrowserAccount<'plain'>(syncArea), vaultOf(null), namesOf);
      case 'webdav': {
        const access = checked(webDavAccessSchema, row);
        return ring
          ? deviceFiles(createWebDavStore<'sealed'>(access, parts), vaultOf(ring))
          : deviceFiles(createWebDavStore<'plain'>(access, parts), vaultOf(null));
      }
      case 'folder': {
        const { handle } = checked(folderConfig, row);
        return ring
          ? deviceFiles(createFolderStore<'sealed'>(handle), vaultOf(ring))
          : deviceFiles(createFolderStore<'plain'>(handle), vaultOf(null));
      }
    }
  };
}

function checked<T>(schema: v.GenericSchema<unknown, T>, { id, config }: RemoteRow): T {
  const read = v.safeParse(schema, config);
  if (!read.success) throw new SyncError('failed', `set-up of ${id} is not readable`);
  return read.output;
}

function isFolderHandle(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'directory';
}
