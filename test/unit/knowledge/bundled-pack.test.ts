import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { createDatabase } from '../../../lib/database';
import { createBundledPack } from '../../../lib/knowledge';
import { openPack, writePack } from '../../../lib/pack';
import { smallSource } from '../pack/small-source';

/** The bundled pack over the births of a worker, each of which has nothing but the database and the extension's file. */

const bytes = writePack(smallSource);
const database = (name: string) => createDatabase(`bundled ${name}`);

it('reads the extension’s file when the worker first starts, and its stored copy later', async () => {
  const store = database('twice');
  const readFile = vi.fn(async () => bytes.slice());
  const birth = () => createBundledPack({ database: store, build: 'one', readFile })(false);
  await birth();
  await vi.waitFor(async () => expect(await store.packCopies.count()).toBe(1));
  const pack = await birth();
  expect(readFile).toHaveBeenCalledTimes(1);
  expect(pack.detect('Iran').length).toBe(1);
  expect((await pack.card(pack.row('jcpoa'))).background?.text).toContain('July 2015');
});

it('reads the file again if the extension has another build of it', async () => {
  const store = database('update');
  await createBundledPack({ database: store, build: 'one', readFile: async () => bytes.slice() })(false);
  await vi.waitFor(async () => expect(await store.packCopies.count()).toBe(1));
  const newer = writePack({ ...smallSource, name: 'Newer' });
  const pack = await createBundledPack({ database: store, build: 'two', readFile: async () => newer })(false);
  expect(pack.info.name).toBe('Newer');
  await vi.waitFor(async () => expect((await store.packCopies.get('bundled'))?.build).toBe('two'));
});

it('never returns a wrong row from a corrupted copy, and repairs it from the file', async () => {
  const store = database('rotten');
  const readFile = vi.fn(async () => bytes.slice());
  const open = createBundledPack({ database: store, build: 'one', readFile });
  await open(false);
  await vi.waitFor(async () => expect(await store.packCopies.count()).toBe(1));
  const rotten = bytes.slice();
  rotten[openPack(bytes).scanLength + 3]! ^= 4;
  await store.packCopies.update('bundled', { file: new Blob([rotten]) });

  const pack = await open(false);
  await expect(pack.card(0)).rejects.toMatchObject({ problem: 'damaged' });
  expect((await (await open(true)).card(0)).entity).toMatchObject({ key: 'abu-mahdi-al-muhandis' });
  await vi.waitFor(async () => expect((await (await open(false)).card(0)).facts).toHaveLength(4));
  expect(readFile).toHaveBeenCalledTimes(2);
});

it('works without a copy if the database fails or holds something else', async () => {
  const store = database('odd');
  await store.packCopies.put({ id: 'bundled', build: 'one', scanLength: 900, file: new Blob(['no pack']) });
  const open = createBundledPack({ database: store, build: 'one', readFile: async () => bytes.slice() });
  expect((await open(false)).info.name).toBe('Small world');
  store.close({ disableAutoOpen: true });
  expect((await open(false)).info.name).toBe('Small world');
});

it('reports what is wrong with the file itself', async () => {
  const rotten = bytes.slice();
  rotten[openPack(bytes).scanLength + 3]! ^= 4;
  const open = createBundledPack({ database: database('file'), build: 'one', readFile: async () => rotten });
  await expect(open(true)).rejects.toMatchObject({ problem: 'damaged' });
});
