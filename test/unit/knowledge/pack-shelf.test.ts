import 'fake-indexeddb/auto';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type BackstoryDatabase, createDatabase } from '../../../lib/database';
import { createOpenPacks, createPackKeeper, createPackShelf } from '../../../lib/knowledge';
import { openPack, PackError, writePack } from '../../../lib/pack';
import { smallSource } from '../pack/small-source';

/** Imported packs in the real database code, and what becomes of them when the store spoils one. */

const bundled = async () => openPack(writePack(smallSource));
/** Bytes spoilt in a row, more than lie unused between two sections. */
const RUN = 64;
const packOf = (name: string, edition = smallSource.edition) => writePack({ ...smallSource, name, edition });

/** As the library has it; the worker has the half that reads. */
const bothOf = (database: BackstoryDatabase, now: () => number) => ({
  ...createPackShelf(database),
  ...createPackKeeper(database, now),
});

function library(name: string) {
  const database = createDatabase(name);
  let clock = 0;
  const shelf = bothOf(database, () => ++clock);
  return { database, shelf, packs: createOpenPacks({ bundled, imported: (thorough) => shelf.open(thorough) }) };
}

it('stores an intact pack and uses it beside the bundled one', async () => {
  const { shelf, packs } = library('sound');
  await shelf.add(packOf('Chess'), null);
  expect((await packs.all()).map(({ info }) => info.name)).toEqual([smallSource.name, 'Chess']);
  expect((await packs.summaries())[1]).toMatchObject({ id: 'Chess', problem: null });
});

it('stores nothing of a pack that is incomplete', async () => {
  const { database, shelf } = library('refused');
  await expect(shelf.add(packOf('Chess').subarray(0, 900), null)).rejects.toBeInstanceOf(PackError);
  expect(await database.packs.count()).toBe(0);
});

/** A run of bytes, as a disk spoils them. */
async function spoil(database: BackstoryDatabase, name: string, at: number): Promise<void> {
  const row = await database.packs.get(name);
  if (!row) throw new Error('was not stored');
  const bytes = new Uint8Array(await row.file.arrayBuffer());
  const from = Math.floor(bytes.length * at);
  const spoilt = bytes.map((byte, place) => (place >= from && place < from + RUN ? byte ^ 0xff : byte));
  await database.packs.put({ ...row, file: new Blob([spoilt]) });
}

it.each([0.2, 0.5, 0.8, 0.97])(
  'reports a pack that was corrupted in the store (at %f of it), and uses the others',
  async (at) => {
    const { database, shelf, packs } = library(`spoilt at ${at}`);
    await shelf.add(packOf('Chess'), null);
    await shelf.add(packOf('Go'), null);
    await spoil(database, 'Chess', at);

    expect((await packs.summaries()).map(({ id, problem }) => [id, problem])).toEqual([
      [null, null],
      ['Chess', 'damaged'],
      ['Go', null],
    ]);
    expect((await packs.all()).map(({ info }) => info.name)).toEqual([smallSource.name, 'Go']);
    await shelf.remove('Chess');
    packs.forget();
    expect((await packs.summaries()).map(({ id }) => id)).toEqual([null, 'Go']);
  },
);

it('stops using a pack once a read has shown that it is damaged', async () => {
  const { database, shelf, packs } = library('found by a read');
  const bytes = packOf('Chess');
  await shelf.add(bytes, null);
  // The first block of cards.
  await spoil(database, 'Chess', (openPack(bytes).scanLength + 1) / bytes.length);
  const [, chess] = await packs.all();
  await expect(chess?.card(0)).rejects.toMatchObject({ problem: 'damaged' });
  await packs.mend();
  expect((await packs.all()).map(({ info }) => info.name)).toEqual([smallSource.name]);
});

it('reports a row that is not a pack at all', async () => {
  const { database, packs } = library('no pack');
  await database.packs.put({
    name: 'Chess',
    edition: '2026-01-01',
    scanLength: 64,
    file: null as never,
    importedAt: 0,
  });
  const [, chess] = await packs.summaries();
  expect(chess).toMatchObject({ id: 'Chess', info: null });
  expect(chess?.problem).toMatch(/^(damaged|truncated|not-a-pack)$/);
  expect(await packs.all()).toHaveLength(1);
});

const namesOf = async ({ packs }: ReturnType<typeof library>) =>
  (await packs.summaries()).map(({ id, info }) => `${id ?? 'bundled'} ${info?.edition}`);

describe('another edition of a pack', () => {
  it('replaces the one in use, and both can be switched back and forth', async () => {
    const lib = library('editions');
    const { shelf, packs } = lib;
    await shelf.add(packOf('Chess', '2025-01-01'), 'https://a.example/chess.pack');
    await shelf.add(packOf('Go'), null);
    const { replaced } = await shelf.add(packOf('Chess', '2026-01-01'), null);
    expect(replaced).toBe('2025-01-01');
    const both = ['bundled 2026-11-22', 'Chess 2026-01-01', 'Go 2026-11-22'];
    expect(await namesOf(lib)).toEqual(both);
    expect((await packs.summaries())[1]).toMatchObject({ before: '2025-01-01', from: null });

    const edition = await shelf.edition();
    await shelf.goBack('Chess');
    packs.forget();
    expect((await namesOf(lib))[1]).toBe('Chess 2025-01-01');
    expect((await packs.summaries())[1]).toMatchObject({ before: '2026-01-01', from: 'https://a.example/chess.pack' });
    expect(await shelf.edition()).not.toBe(edition);

    await shelf.goBack('Chess');
    packs.forget();
    expect(await namesOf(lib)).toEqual(both);
    expect(await shelf.edition()).toBe(edition);
  });

  it('replaces only the last one kept, which the reader can delete', async () => {
    const lib = library('one before');
    const { shelf, packs, database } = lib;
    for (const day of ['2024-01-01', '2025-01-01', '2026-01-01']) await shelf.add(packOf('Chess', day), null);
    expect((await packs.summaries())[1]).toMatchObject({ before: '2025-01-01' });
    const row = await database.packs.get('Chess');
    expect(row?.before).not.toHaveProperty('before');
    await shelf.dropBefore('Chess');
    packs.forget();
    expect((await packs.summaries())[1]).toMatchObject({ before: null });
    expect((await namesOf(lib))[1]).toBe('Chess 2026-01-01');
    await shelf.goBack('Chess');
    packs.forget();
    expect((await namesOf(lib))[1]).toBe('Chess 2026-01-01');
  });

  it('with the very same bytes leaves the previous one', async () => {
    const { shelf, packs } = library('the same again');
    for (const day of ['2024-01-01', '2025-01-01']) await shelf.add(packOf('Chess', day), null);
    expect(await shelf.add(packOf('Chess', '2025-01-01'), null)).toMatchObject({ same: true, replaced: null });
    expect((await packs.summaries())[1]).toMatchObject({ before: '2024-01-01' });
  });

  it('replaces one that was corrupted on disk', async () => {
    const lib = library('spoilt before');
    await lib.shelf.add(packOf('Chess', '2025-01-01'), null);
    await spoil(lib.database, 'Chess', 0.5);
    await lib.shelf.add(packOf('Chess', '2026-01-01'), null);
    expect((await lib.packs.summaries())[1]).toMatchObject({ problem: null, before: '2025-01-01' });
  });
});

describe('the order of packs', () => {
  it('is the reader’s, including the bundled one, and is stored', async () => {
    const lib = library('order');
    const { shelf, packs, database } = lib;
    for (const name of ['Go', 'Chess', 'Draughts']) await shelf.add(packOf(name), null);
    const names = async () => {
      packs.forget();
      return (await packs.all()).map(({ info }) => info.name);
    };
    expect(await names()).toEqual(['Small world', 'Go', 'Chess', 'Draughts']);
    await shelf.arrange(['Draughts', 'Chess', null, 'Go']);
    expect(await names()).toEqual(['Draughts', 'Chess', 'Small world', 'Go']);
    expect((await packs.summaries()).map(({ id }) => id)).toEqual(['Draughts', 'Chess', null, 'Go']);
    const again = createPackShelf(database);
    expect((await again.open(false)).map(({ name, leads }) => [name, leads])).toEqual([
      ['Draughts', true],
      ['Chess', true],
      ['Go', false],
    ]);

    await shelf.add(packOf('Backgammon'), null);
    await shelf.add(packOf('Chess', '2027-01-01'), null);
    expect(await names()).toEqual(['Draughts', 'Chess', 'Small world', 'Go', 'Backgammon']);
  });

  it('has packs without a place last, by name', async () => {
    const lib = library('never placed');
    for (const name of ['Go', 'Chess']) await lib.shelf.add(packOf(name), null);
    await lib.database.meta.clear();
    expect((await lib.packs.summaries()).map(({ id }) => id)).toEqual([null, 'Chess', 'Go']);
  });

  it('changes the edition of the shelf', async () => {
    const { shelf } = library('order as edition');
    for (const name of ['Go', 'Chess']) await shelf.add(packOf(name), null);
    const first = await shelf.edition();
    await shelf.arrange([null, 'Chess', 'Go']);
    const second = await shelf.edition();
    await shelf.arrange(['Chess', null, 'Go']);
    expect(new Set([first, second, await shelf.edition()]).size).toBe(3);
  });
});

it('restores a removed pack to its place, with its previous edition', async () => {
  const lib = library('undo');
  const { shelf, packs } = lib;
  await shelf.add(packOf('Chess', '2025-01-01'), null);
  await shelf.add(packOf('Chess', '2026-01-01'), null);
  await shelf.add(packOf('Go'), null);
  await shelf.arrange(['Chess', null, 'Go']);
  const removed = await shelf.remove('Chess');
  expect((await packs.all()).map(({ info }) => info.name)).toEqual(['Small world', 'Go']);
  await shelf.putBack(removed!);
  packs.forget();
  expect((await packs.summaries()).map(({ id, before }) => [id, before])).toEqual([
    ['Chess', '2025-01-01'],
    [null, null],
    ['Go', null],
  ]);
  // Not over one that came meanwhile.
  await expect(shelf.putBack(removed!)).rejects.toThrow();
  expect(await shelf.remove('Draughts')).toBeNull();
});

describe('a disk that is full', () => {
  const full = () => {
    throw new DOMException('no room', 'QuotaExceededError');
  };

  it.each(['packCopies', 'packs', 'meta'] as const)(
    'while %s is written leaves everything as it was',
    async (table) => {
      const { database, shelf, packs } = library(`full disk: ${table}`);
      await shelf.add(packOf('Go'), null);
      const whole = async () => [
        await database.packs.toArray().then((rows) => rows.map(({ name, edition }) => [name, edition])),
        await database.meta.toArray(),
        await database.packCopies.count(),
      ];
      const before = await whole();
      database[table].hook('creating', full);
      onTestFinished(() => database[table].hook('creating').unsubscribe(full));
      await expect(shelf.add(packOf('Chess'), null)).rejects.toThrow();
      expect(await whole()).toEqual(before);
      packs.forget();
      expect((await packs.all()).map(({ info }) => info.name)).toEqual(['Small world', 'Go']);
    },
  );

  it('keeps an edition in use when there is no room for the next', async () => {
    const { database, shelf, packs } = library('full disk: an update');
    await shelf.add(packOf('Chess', '2025-01-01'), null);
    database.packs.hook('updating', full);
    onTestFinished(() => database.packs.hook('updating').unsubscribe(full));
    await expect(shelf.add(packOf('Chess', '2026-01-01'), null)).rejects.toThrow();
    expect((await packs.summaries())[1]).toMatchObject({ info: { edition: '2025-01-01' }, before: null });
    expect(await database.packCopies.count()).toBe(0);
  });
});

it('uses nothing that the disk returns differently from what was written', async () => {
  const { database, shelf } = library('a disk that lies');
  await shelf.add(packOf('Chess', '2025-01-01'), null);
  // What is read back has a wrong byte; the row in use was written before.
  database.packCopies.hook('reading', (row) => (row.id === 'bundled' ? row : { ...row, file: row.file.slice(0, 900) }));
  await expect(shelf.add(packOf('Chess', '2026-01-01'), null)).rejects.toThrow(/the disk spoilt it/);
  expect(await database.packs.toArray()).toMatchObject([{ name: 'Chess', edition: '2025-01-01' }]);
  expect(await database.packCopies.count()).toBe(0);
});

it('ignores an interrupted installation, and cleans up what it left', async () => {
  const database = createDatabase('died in the middle');
  let clock = 1_000;
  const shelf = bothOf(database, () => clock);
  // As a page leaves it that is closed between writing and taking into use.
  const left = { id: `incoming ${clock} a` as const, build: '', scanLength: 64, file: new Blob([packOf('Chess')]) };
  const own = { ...left, id: 'bundled' as const };
  await database.packCopies.bulkPut([left, own]);
  expect(await shelf.open(true)).toEqual([]);
  clock += 60_000;
  await shelf.add(packOf('Go'), null);
  expect((await database.packCopies.toCollection().primaryKeys()).sort()).toEqual(['bundled', left.id]);
  clock += 3_600_000;
  await shelf.add(packOf('Draughts'), null);
  expect(await database.packCopies.toCollection().primaryKeys()).toEqual(['bundled']);
  expect((await shelf.open(true)).map(({ name }) => name)).toEqual(['Go', 'Draughts']);
});
