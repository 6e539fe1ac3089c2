import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { type BackstoryDatabase, createDatabase } from '../../../lib/database';
import { createOpenPacks, createPackShelf } from '../../../lib/knowledge';
import { openPack, PackError, writePack } from '../../../lib/pack';
import { smallSource } from '../pack/small-source';

/** Imported packs in the real database code, and what becomes of them when the store spoils one. */

const bundled = async () => openPack(writePack(smallSource));
/** Bytes spoilt in a row, more than lie unused between two sections. */
const RUN = 64;
const packOf = (name: string) => writePack({ ...smallSource, name });

function library(name: string) {
  const database = createDatabase(name);
  const shelf = createPackShelf(database, () => 0);
  return { database, shelf, packs: createOpenPacks({ bundled, imported: (thorough) => shelf.open(thorough) }) };
}

it('keeps a sound pack and has it in use beside the bundled one', async () => {
  const { shelf, packs } = library('sound');
  await shelf.add(packOf('Chess'));
  expect((await packs.all()).map(({ info }) => info.name)).toEqual([smallSource.name, 'Chess']);
  expect((await packs.summaries())[1]).toMatchObject({ id: 'Chess', bundled: false, problem: null });
});

it('keeps nothing of a pack that is not whole', async () => {
  const { database, shelf } = library('refused');
  await expect(shelf.add(packOf('Chess').subarray(0, 900))).rejects.toBeInstanceOf(PackError);
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
  'tells of a pack that was spoilt in the store (at %f of it), and uses the others',
  async (at) => {
    const { database, shelf, packs } = library(`spoilt at ${at}`);
    await shelf.add(packOf('Chess'));
    await shelf.add(packOf('Go'));
    await spoil(database, 'Chess', at);

    expect((await packs.summaries()).map(({ id, problem }) => [id, problem])).toEqual([
      ['bundled', null],
      ['Chess', 'damaged'],
      ['Go', null],
    ]);
    expect((await packs.all()).map(({ info }) => info.name)).toEqual([smallSource.name, 'Go']);
    await shelf.remove('Chess');
    packs.forget();
    expect((await packs.summaries()).map(({ id }) => id)).toEqual(['bundled', 'Go']);
  },
);

it('leaves a pack out once a read of it has told that it is damaged', async () => {
  const { database, shelf, packs } = library('found by a read');
  const bytes = packOf('Chess');
  await shelf.add(bytes);
  // The first block of cards.
  await spoil(database, 'Chess', (openPack(bytes).scanLength + 1) / bytes.length);
  const [, chess] = await packs.all();
  await expect(chess?.card(0)).rejects.toMatchObject({ problem: 'damaged' });
  await packs.mend();
  expect((await packs.all()).map(({ info }) => info.name)).toEqual([smallSource.name]);
});

it('tells of a row that is no pack at all', async () => {
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
