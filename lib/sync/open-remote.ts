/** Turns a remote's row into the remote: transport, layout and vault. For the background and the library page. */
import type { DocId, KeyRow, RemoteRow } from '../database';
import { type RemoteKind, readConfig, remoteKindOf } from '../remote-kinds';
import { deviceFiles } from './device-files';
import type { Remote } from './exchange';
import { noteItems } from './note-items';
import { TRANSPORTS, type TransportParts } from './remotes/by-kind';
import { SyncError } from './sync-error';
import { vaultOf } from './vault';

export interface OpenRemoteParts extends TransportParts {
  readonly namesOf: (docs: readonly DocId[]) => Promise<ReadonlyMap<DocId, string>>;
}

/** Throws SyncError: `failed` if the row's config is invalid, `newer` if its kind is unknown. */
export function createOpenRemote(parts: OpenRemoteParts): (row: RemoteRow, ring: KeyRow | null) => Remote {
  return (row, ring) => {
    const kind = remoteKindOf(row.id);
    if (kind === null) throw new SyncError('newer', row.id);
    return open(kind, row, ring);
  };

  function open<K extends RemoteKind>(kind: K, { id, config }: RemoteRow, ring: KeyRow | null): Remote {
    const transport = TRANSPORTS[kind];
    const read = readConfig(kind, config);
    if (!read) throw new SyncError('failed', `the settings of ${id} cannot be read`);
    // Two branches, so that the compiler pairs each store with the vault of its protection.
    if (transport.layout === 'items')
      return ring
        ? noteItems(transport.open<'sealed'>(read.config, parts), vaultOf(ring), parts.namesOf)
        : noteItems(transport.open<'plain'>(read.config, parts), vaultOf(null), parts.namesOf);
    return ring
      ? deviceFiles(transport.open<'sealed'>(read.config, parts), vaultOf(ring))
      : deviceFiles(transport.open<'plain'>(read.config, parts), vaultOf(null));
  }
}
