/** What sync needs from the store: one transaction per method. */
import type { DeviceRow, DocId, RemoteId } from '../../database';
import type { DocUpdate, Pending, SyncLedger } from '../types';
import { commitInside, enqueue, sameBytes, writtenTables } from './commit';
import { mergeWorks } from './merge-works';
import type { StoreParts } from './parts';
import { storeDigest } from './store-digest';

export interface LedgerParts extends StoreParts {
  /** 16 random hex digits, for a device without any. */
  readonly newDevice: () => string;
}

export function createSyncLedger(parts: LedgerParts): SyncLedger {
  const { database, now } = parts;
  const { docs, outbox, remotes, remoteFiles, device, keys } = database;

  const waiting = (remote: RemoteId) => outbox.where('[remote+since]').between([remote, -Infinity], [remote, Infinity]);
  const filesOf = (remote: RemoteId) => remoteFiles.where('remote').equals(remote);

  async function states(ids: readonly DocId[]): Promise<DocUpdate[]> {
    const rows = await docs.bulkGet([...ids]);
    return rows.flatMap((row) => (row ? { doc: row.id, update: row.state } : []));
  }

  /** Call inside a transaction that writes `device`. */
  async function thisDevice(): Promise<DeviceRow> {
    const known = await device.get('this');
    if (known) return known;
    const row: DeviceRow = { id: 'this', device: parts.newDevice(), name: '' };
    await device.put(row);
    return row;
  }

  return {
    pending: (remote, limit) => waiting(remote).limit(limit).toArray(),

    backlog: (remote) =>
      database.transaction('r', outbox, async () => {
        const [count, oldest] = await Promise.all([waiting(remote).count(), waiting(remote).first()]);
        return { count, since: oldest?.since ?? null };
      }),

    async accept(remote, updates, read) {
      const changed = await database.transaction('rw', writtenTables(database), async () => {
        const done = await commitInside(parts, mergeWorks(updates, 'merge'), remote);
        if (read.length > 0) await remoteFiles.bulkPut(read.map((file) => ({ ...file, docs: [...file.docs] })));
        return done;
      });
      if (changed.length > 0) parts.committed?.(changed, remote);
    },

    settle: (remote, delivered, written, gone) =>
      database.transaction('rw', outbox, remoteFiles, async () => {
        const key = ({ doc }: Pending): [string, string] => [remote, doc];
        const rows = await outbox.bulkGet(delivered.map(key));
        const done = delivered.filter((sent, index) => {
          const row = rows[index];
          // Compares bytes too: a row that was removed and re-added restarts its count.
          return row !== undefined && row.seq === sent.seq && sameBytes(row.update, sent.update);
        });
        await Promise.all([
          outbox.bulkDelete(done.map(key)),
          remoteFiles.bulkPut(written.map((file) => ({ ...file, docs: [...file.docs] }))),
          remoteFiles.bulkDelete(gone.map((name) => [remote, name])),
        ]);
      }),

    files: (remote) => filesOf(remote).toArray(),
    states,
    docIds: () => docs.toCollection().primaryKeys(),

    enqueue: (remote, ids) =>
      database.transaction('rw', docs, outbox, async () =>
        enqueue(database, [remote], await states([...new Set(ids)]), now()),
      ),

    digest: () => storeDigest(database),
    remotes: () => remotes.toArray(),

    saveRemote: (row) =>
      database.transaction('rw', remotes, docs, outbox, async () => {
        const known = await remotes.get(row.id);
        await remotes.put(row);
        if (known) return;
        const whole = (await docs.toArray()).map(({ id, state }) => ({ doc: id, update: state }));
        await enqueue(database, [row.id], whole, now());
      }),

    changeRemote: async (id, change) => void (await remotes.update(id, change)),

    dropRemote: (id) =>
      database.transaction('rw', remotes, outbox, remoteFiles, async () => {
        await Promise.all([remotes.delete(id), waiting(id).delete(), filesOf(id).delete()]);
      }),

    ring: async () => (await keys.get('ring')) ?? null,
    saveRing: (row) =>
      database.transaction('rw', keys, async () => {
        // Two pages may each have made a key: what the first has sealed must stay readable.
        const known = await keys.get('ring');
        const identities = [...new Set([...row.identities, ...(known?.identities ?? [])])];
        const born = known?.born || row.born ? { born: { ...known?.born, ...row.born } } : {};
        await keys.put({ ...row, identities, ...born });
      }),
    device: () => database.transaction('rw', device, thisDevice),
    nameDevice: (name) =>
      database.transaction('rw', device, async () => void (await device.put({ ...(await thisDevice()), name }))),
  };
}
