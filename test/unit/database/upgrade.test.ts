/** Every database that a reader may have, as that version left it, opened by this one. The fixtures are never made anew. */
import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createDatabase } from '../../../lib/database';
import { createNoteStore, createSettingsDocument, createSyncLedger } from '../../../lib/notes';
import { readDump, restore } from './dump';

const FOLDER = fileURLToPath(new URL('../../fixtures/database', import.meta.url));
const read = (version: string) => readDump(readFileSync(join(FOLDER, `${version}.json`), 'utf8'));
const versions = readdirSync(FOLDER).map((file) => file.replace('.json', ''));

let sessions = 0;
async function upgraded(version: string) {
  const name = `upgraded-${version}-${++sessions}`;
  await restore(name, read(version));
  const database = createDatabase(name);
  const parts = { database, now: () => Date.UTC(2026, 6, 1), session: () => ++sessions };
  return {
    database,
    store: createNoteStore(parts),
    ledger: createSyncLedger({ ...parts, newDevice: () => 'f'.repeat(16) }),
    settings: createSettingsDocument(parts),
  };
}

describe('a database of an earlier version', () => {
  it('has a fixture for each version', () => {
    const latest = createDatabase('latest').verno;
    expect(versions.sort()).toEqual(Array.from({ length: latest }, (_, index) => `v${index + 1}`));
  });

  it('has today’s tables in the last fixture: changing them needs a new version', () => {
    const database = createDatabase('latest');
    const declared = database.tables.map(({ name, schema }) => [
      name,
      [schema.primKey, ...schema.indexes].map(({ src }) => src).join(', '),
    ]);
    expect(read(`v${database.verno}`).stores).toEqual(Object.fromEntries(declared));
  });

  it.each(versions)('%s keeps every row', async (version) => {
    const { database } = await upgraded(version);
    await database.open();
    for (const [table, rows] of Object.entries(read(version).rows)) {
      expect(await database.table(table).toArray(), table).toEqual(rows);
    }
  });

  it.each(versions)('%s accepts a note', async (version) => {
    const { store, ledger } = await upgraded(version);
    const before = await store.count();
    await store.addTag({ entity: 'bo', name: 'Bo', kind: 'person' }, 'new');
    expect(await store.count()).toBe(before + 1);
    expect((await ledger.digest()).count).toBe(before + 1);
  });

  it('v2 keeps its notes, their history, and its outbox', async () => {
    const { store, ledger, settings } = await upgraded('v2');
    expect(await store.read('ana')).toMatchObject({
      text: 'Minister since June 🌍',
      tags: ['Élections'],
      quotes: [{ text: 'She spoke first.', day: '2026-05-30' }],
      links: ['opec'],
    });
    expect(await store.removedPassages('ana')).toEqual(['May']);
    expect(await store.versions('ana')).toMatchObject([{ text: 'Minister since May', endedBy: 'edit' }]);
    await store.takeBack('opec');
    expect(await store.read('opec')).toMatchObject({ text: 'Meets in Vienna', kept: 1 });
    expect((await ledger.pending('account', 10)).map(({ doc }) => doc)).toEqual(['note:opec', 'settings']);
    expect((await ledger.pending('webdav:1', 10)).map(({ doc }) => doc)).toEqual(['note:ana', 'note:opec', 'settings']);
    expect(await settings.read()).toEqual(
      new Map<string, unknown>([
        ['set:density', 'quiet'],
        ['off:news.example', true],
      ]),
    );
    expect(await ledger.device()).toMatchObject({ name: 'Laptop' });
  });
});
