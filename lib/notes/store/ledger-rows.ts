/** What sync keeps beside the documents: outbox, files, remotes, keys, this device. One transaction per method. */
import type { BackstoryDatabase, DeviceRow, RemoteId } from '../../database';
import type { LedgerRows, Pending } from '../types';
import { readStates } from './read-states';
import { sameBytes } from './same-bytes';

export interface LedgerRowsParts {
  readonly database: BackstoryDatabase;
  /** 16 random hex digits, for a device without any. */
  readonly newDevice: () => string;
}

export function createLedgerRows({ database, newDevice }: LedgerRowsParts): LedgerRows {
  const { docs, outbox, remotes, remoteFiles, device, keys } = database;

  const waiting = (remote: RemoteId) => outbox.where('[remote+since]').between([remote, -Infinity], [remote, Infinity]);
  const filesOf = (remote: RemoteId) => remoteFiles.where('remote').equals(remote);

  /** Call inside a transaction that writes `device`. */
  async function thisDevice(): Promise<DeviceRow> {
    const known = await device.get('this');
    if (known) return known;
    const row: DeviceRow = { id: 'this', device: newDevice(), name: '' };
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
    states: (ids) => readStates(database, ids),
    docIds: () => docs.toCollection().primaryKeys(),

    remotes: () => remotes.toArray(),

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
