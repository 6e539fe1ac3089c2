/** Anybody who can write to a remote can put anything there. One such document must not keep all others out. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { encodeStateAsUpdate } from 'yjs';
import type { DocId } from '../../../lib/database';
import { DOCUMENTS, type DocUpdate, NOTE_SIZE } from '../../../lib/notes';
import { DamagedUpdateError, openDocument } from '../../../lib/notes/document/open-document';
import { type Cargo, deviceFiles, SyncError } from '../../../lib/sync';
import { composeName } from '../../../lib/sync/device-files/names';
import { encodeSegment } from '../../../lib/sync/device-files/segment';
import { packDoc } from '../../../lib/sync/note-items/doc-cargo';
import { keyOfDoc, toItems } from '../../../lib/sync/note-items/layout';
import { runRemote } from '../../../lib/sync/run-remote';
import { vaultOf } from '../../../lib/sync/vault';
import { createRandom } from '../../sync/random';
import { createSharedFolder } from '../../sync/shared-folder';
import { createDevice, type Device } from '../notes/device';
import { createAccountDevice } from './account-device';

const OTHER = 'f'.repeat(16);
const GARBAGE = new Uint8Array([1, 2, 3]);
/** Readable by itself, since it waits for what comes before it; client 77 never wrote it. */
const CONTRADICTION = Uint8Array.from(atob('AQFNC8RNKE0FAnoGAA=='), (char) => char.charCodeAt(0));

function noteOf(entity: string, text: string): DocUpdate {
  const open = openDocument(500, null);
  open.text.insert(0, text);
  open.meta.set('changedAt', 1);
  return { doc: `note:${entity}`, update: encodeStateAsUpdate(open.doc) };
}

async function folderWith(...docs: readonly DocUpdate[]) {
  const folder = createSharedFolder();
  const report = { device: OTHER, name: 'Other', seq: 1, at: 1, count: 1, digest: '', unreadable: [], replaces: [] };
  const cargo = await vaultOf(null).close(encodeSegment({ ...report, docs }));
  folder.files.set(composeName(OTHER, 'segment', 1, cargo, 'plain'), cargo);
  const inner = folder.store(createRandom(1), () => 0);
  const run = (device: Device, refuse: (name: string) => SyncError | null = () => null) =>
    runRemote('folder:1', {
      ledger: device.ledger,
      documents: DOCUMENTS,
      open: () => {
        const read: typeof inner.read = async (name, signal) => {
          const refusal = refuse(name);
          if (refusal) throw refusal;
          return inner.read(name, signal);
        };
        return deviceFiles({ ...inner, read } as never, vaultOf(null));
      },
      now: () => device.clock.at,
      online: () => true,
      step: () => {},
      signal: new AbortController().signal,
    });
  return { folder, run };
}

it('takes the intact documents out of a file that also holds broken ones, reports it, and goes on writing', async () => {
  const device = createDevice();
  await device.addRemote('folder:1');
  await device.type({ entity: 'mine', name: 'Mine', kind: null }, 'mine');
  const docs = Array.from({ length: 600 }, (_, at) => noteOf(`n${at}`, `text ${at}`));
  const bad: DocUpdate[] = (['note:bad', 'note:worse'] as DocId[]).map((doc) => ({ doc, update: GARBAGE }));
  const { folder, run } = await folderWith(...docs.slice(0, 300), ...bad, ...docs.slice(300));
  for (let times = 0; times < 2; times++) {
    expect((await run(device))?.code).toBe('damaged');
    expect(await device.store.count()).toBe(601);
  }
  expect((await device.store.read('n599'))?.text).toBe('text 599');
  expect(await device.store.read('bad')).toBeNull();
  expect([...folder.files.keys()].some((name) => !name.startsWith(OTHER))).toBe(true);
  expect(await device.ledger.backlog('folder:1')).toMatchObject({ count: 0 });
});

it.each([
  ['damaged', { doc: 'note:bad', update: GARBAGE } as const],
  ['too-large', noteOf('long', 'x'.repeat(NOTE_SIZE.characters + 1))],
])(
  'also does so when the store throws an error of an unknown class, as from another script (%s)',
  async (code, bad) => {
    const device = createDevice();
    await device.addRemote('folder:1');
    const { run } = await folderWith(noteOf('a', 'text'), bad, noteOf('b', 'more'));
    let thrown = 0;
    const accept: typeof device.ledger.accept = (...news) =>
      device.ledger.accept(...news).catch((error: DamagedUpdateError) => {
        thrown++;
        throw Object.assign(new Error(error.message), { name: error.name, doc: error.doc });
      });
    expect((await run({ ...device, ledger: { ...device.ledger, accept } }))?.code).toBe(code);
    expect(thrown).toBeGreaterThan(0);
    expect([(await device.store.read('a'))?.text, (await device.store.read('b'))?.text]).toEqual(['text', 'more']);
  },
);

it('a file that the server refuses to hand out keeps nobody from the other files or from joining', async () => {
  const { folder, run } = await folderWith(noteOf('kept-back', 'text'));
  const other = createDevice();
  await other.database.device.put({ id: 'this', device: 'e'.repeat(16), name: 'E' });
  await other.addRemote('folder:1');
  await other.type({ entity: 'free', name: 'Free', kind: null }, 'free');
  await run(other);
  const device = createDevice();
  await device.addRemote('folder:1');
  await device.type({ entity: 'mine', name: 'Mine', kind: null }, 'mine');
  let refusing = true;
  const refuse = (name: string) => refusing && name.startsWith(OTHER);
  const runRefused = () => run(device, (name) => (refuse(name) ? new SyncError('forbidden', 'GET: 403') : null));
  expect(await runRefused()).toMatchObject({ code: 'withheld', allElseDone: true });
  expect((await device.store.read('free'))?.text).toBe('free');
  expect(await device.ledger.backlog('folder:1')).toMatchObject({ count: 0 });
  refusing = false;
  expect(await runRefused()).toBeNull();
  expect((await device.store.read('kept-back'))?.text).toBe('text');
  expect(folder.files.size).toBeGreaterThan(2);
});

it('many files that the server refuses to hand out do not stop deliveries, and are not all requested', async () => {
  const { folder, run } = await folderWith(noteOf('a', 'text'));
  const vault = vaultOf(null);
  for (let seq = 2; seq < 6; seq++) {
    const report = { device: OTHER, name: 'Other', seq, at: 1, count: 1, digest: '', unreadable: [], replaces: [] };
    const cargo = await vault.close(encodeSegment({ ...report, docs: [noteOf(`n${seq}`, 'text')] }));
    folder.files.set(composeName(OTHER, 'segment', seq, cargo, 'plain'), cargo);
  }
  const device = createDevice();
  await device.addRemote('folder:1');
  await device.type({ entity: 'mine', name: 'Mine', kind: null }, 'mine');
  const asked: string[] = [];
  const refuse = (name: string) => {
    if (!name.startsWith(OTHER)) return null;
    asked.push(name);
    return new SyncError('server', 'GET: 500');
  };
  expect(await run(device, refuse)).toMatchObject({ code: 'withheld', allElseDone: true });
  expect(await device.ledger.backlog('folder:1')).toMatchObject({ count: 0 });
  // Three in the reading run that joins, three in the one that delivers.
  expect(asked).toHaveLength(6);
});

it('a value in the account that contradicts the document here does not keep the others out', async () => {
  const device = await createAccountDevice();
  const base = openDocument(77, null);
  base.text.insert(0, 'hello world');
  await device.store.merge([{ doc: 'note:bad', update: encodeStateAsUpdate(base.doc) }]);
  const values = [{ doc: 'note:bad' as const, update: CONTRADICTION }, noteOf('good', 'good')];
  for (const value of values)
    await device.area.set({ ...toItems(keyOfDoc(value.doc, 'plain'), packDoc(value) as Cargo<'plain'>) });
  const codes = [await device.run(), await device.run()];
  expect(await device.text('good')).toBe('good');
  expect(await device.text('bad')).toBe('hello world');
  // Written over by the sound document: the next run is content.
  expect(codes[1]).toBeNull();
});

it('seven bytes that Yjs accepts but cannot open again destroy no note', async () => {
  const device = createDevice();
  await device.addRemote('folder:1');
  await device.type({ entity: 'mine', name: 'Mine', kind: null }, 'mine');
  const { run } = await folderWith({ doc: 'note:mine', update: new Uint8Array([1, 1, 1, 0, 0, 0, 0]) });
  expect((await run(device))?.code).toBe('damaged');
  await device.type({ entity: 'mine', name: 'Mine', kind: null }, 'mine, and more');
  expect((await device.store.read('mine'))?.text).toBe('mine, and more');
  expect((await run(device))?.code).toBe('damaged');
  expect(await device.ledger.backlog('folder:1')).toMatchObject({ count: 0 });
});

it('an update that is kept because its predecessor is missing does not block that predecessor when it comes', async () => {
  const base = openDocument(77, null);
  base.text.insert(0, 'hello world');
  const { run } = await folderWith({ doc: 'note:late', update: CONTRADICTION });
  const device = createDevice();
  await device.addRemote('folder:1');
  expect(await run(device)).toBeNull();
  await device.ledger.accept('webdav:other', [{ doc: 'note:late', update: encodeStateAsUpdate(base.doc) }], []);
  expect((await device.store.read('late'))?.text).toBe('hello world');
});

it('whatever bytes of an update are corrupted, the note afterwards opens as shown, and can be edited', async () => {
  const base = openDocument(77, null);
  base.text.insert(0, 'hello world');
  base.tags.set('a', 'A');
  base.text.delete(2, 3);
  base.meta.set('changedAt', 1);
  const sound = encodeStateAsUpdate(base.doc);
  const turned = fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 });
  // A device costs more to make than all that it does here: each example has a note of its own.
  const device = createDevice();
  let examples = 0;
  await fc.assert(
    fc.asyncProperty(turned, async (bytes) => {
      const entity = `mine${examples++}`;
      const [subject, doc] = [{ entity, name: 'Mine', kind: null }, `note:${entity}`] as const;
      await device.type(subject, 'mine');
      const update = sound.slice();
      for (const [at, byte] of bytes) update[at] = byte;
      await device.ledger.accept('folder:1', [{ doc, update }], []).catch((error) => {
        if (!(error instanceof DamagedUpdateError)) throw error;
      });
      const [stored] = await device.ledger.states([doc]);
      const shown = (await device.store.read(entity))?.text;
      expect(openDocument(1, stored?.update ?? null).text.toString()).toBe(shown);
      expect(shown).toContain('mine');
      await device.store.addTag(subject, 'still');
      expect((await device.store.read(entity))?.tags).toContain('still');
    }),
    { numRuns: 300 },
  );
});
