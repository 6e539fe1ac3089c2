import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { describe, expect, it } from 'vitest';
import { createDatabase, isNewerDatabase } from '../../../lib/database';

/** Written by a Backstory to come: a table more, an index of ours less, and a note. */
async function writeNewer(name: string) {
  const newer = new Dexie(name);
  newer.version(9).stores({ docs: 'id', notes: 'entity', meta: 'name', songs: 'id' });
  await newer.table('docs').put({ id: 'note:ana', state: new Uint8Array([1, 2, 3]) });
  newer.close();
}

/** All that the browser holds under the name, without Dexie. */
function look(name: string): Promise<unknown> {
  return new Promise((done, fail) => {
    const request = indexedDB.open(name);
    request.onerror = () => fail(request.error);
    request.onsuccess = () => {
      const database = request.result;
      const stores = [...database.objectStoreNames];
      const transaction = database.transaction(stores);
      const rows = stores.map((store) => transaction.objectStore(store).getAll());
      const indexes = stores.map((store) => [store, [...transaction.objectStore(store).indexNames]]);
      transaction.oncomplete = () => {
        done({ version: database.version, indexes, rows: rows.map(({ result }) => result) });
        database.close();
      };
    };
  });
}

describe('a database written by a newer version', () => {
  it('would be opened, and changed, by Dexie alone', async () => {
    await writeNewer('dexie-alone');
    const old = new Dexie('dexie-alone');
    old.version(2).stores({ docs: 'id, state' });
    await old.open();
    expect(old.backendDB().version).toBeGreaterThan(30);
    old.close();
  });

  it('is refused at every query, and nothing in it changes', async () => {
    await writeNewer('newer');
    const before = await look('newer');
    const ours = createDatabase('newer');
    const errors: unknown[] = [];
    const tries: (() => Promise<unknown>)[] = [
      async () => ours.notes.count(),
      async () => ours.docs.put({ id: 'note:bo', state: new Uint8Array() }),
      async () => ours.transaction('rw', ours.docs, () => ours.docs.clear()),
    ];
    for (const attempt of tries) await attempt().catch((error: unknown) => errors.push(error));
    expect(errors.map(isNewerDatabase)).toEqual([true, true, true]);
    expect(await look('newer')).toEqual(before);
    expect((before as { version: number }).version).toBe(90);
  });

  it('is told apart from other failures', () => {
    expect(isNewerDatabase(new Error('full', { cause: new Error('disk') }))).toBe(false);
    expect(isNewerDatabase('newer')).toBe(false);
  });

  it('takes over from an open older one, whose next query says so', async () => {
    const ours = createDatabase('overtaken');
    await ours.meta.put({ name: 'x', value: 1 });
    await writeNewer('overtaken');
    const error = await ours.meta.get('x').catch((thrown: unknown) => thrown);
    expect(isNewerDatabase(error)).toBe(true);
  });
});
