/** What sync needs from documents: merging what a remote brought, and making what it lacks. One transaction per method. */
import type { LedgerDocuments } from '../types';
import { commitInside, enqueue, writtenTables } from './commit';
import { mergeWorks } from './merge-works';
import type { StoreParts } from './parts';
import { readStates } from './read-states';
import { storeDigest } from './store-digest';

export function createLedgerDocuments(parts: StoreParts): LedgerDocuments {
  const { database, now } = parts;
  const { docs, outbox, remotes, remoteFiles } = database;

  return {
    async accept(remote, updates, read) {
      const changed = await database.transaction('rw', writtenTables(database), async () => {
        const done = await commitInside(parts, mergeWorks(updates, 'merge'), remote);
        if (read.length > 0) await remoteFiles.bulkPut(read.map((file) => ({ ...file, docs: [...file.docs] })));
        return done;
      });
      if (changed.length > 0) parts.committed?.(changed, remote);
    },

    enqueue: (remote, ids) =>
      database.transaction('rw', docs, outbox, async () =>
        enqueue(database, [remote], await readStates(database, [...new Set(ids)]), now()),
      ),

    digest: () => storeDigest(database),

    saveRemote: (row) =>
      database.transaction('rw', remotes, docs, outbox, async () => {
        const known = await remotes.get(row.id);
        await remotes.put(row);
        if (known) return;
        const whole = (await docs.toArray()).map(({ id, state }) => ({ doc: id, update: state }));
        await enqueue(database, [row.id], whole, now());
      }),
  };
}
