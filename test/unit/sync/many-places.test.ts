/** Totals are limited, not only single files: somebody with access can leave files by the thousand. */
import { gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { encodeStateAsUpdate } from 'yjs';
import type { RemoteId } from '../../../lib/database';
import { DOCUMENTS, type DocUpdate, NOTE_SIZE } from '../../../lib/notes';
import { openDocument } from '../../../lib/notes/document/open-document';
import { type Cargo, deviceFiles, readMemory, type Vault } from '../../../lib/sync';
import { createBudget, VISIT_BYTES, VISIT_FILES } from '../../../lib/sync/device-files/budget';
import { composeName } from '../../../lib/sync/device-files/names';
import { encodeSegment, LARGEST_UNPACKED_BYTES } from '../../../lib/sync/device-files/segment';
import { packDoc } from '../../../lib/sync/note-items/doc-cargo';
import { keyOfDoc, toItems } from '../../../lib/sync/note-items/layout';
import { runRemote } from '../../../lib/sync/run-remote';
import { vaultOf } from '../../../lib/sync/vault';
import { createDevice, type Device } from '../notes/device';
import { createAccountDevice } from './account-device';

const ID: RemoteId = 'folder:1';
const MINE = { entity: 'mine', name: 'Mine', kind: null };
const deviceOf = (n: number) => n.toString(16).padStart(16, '0');
const textOn = async (device: Device, entity: string) => (await device.store.read(entity))?.text;

let sessions = 9000;
function noteOf(entity: string, text: string): DocUpdate {
  const open = openDocument(sessions++, null);
  open.text.insert(0, text);
  open.meta.set('changedAt', 1);
  return { doc: `note:${entity}`, update: encodeStateAsUpdate(open.doc) };
}

function segment(device: string, docs: readonly DocUpdate[], seq = 1): readonly [string, Uint8Array] {
  const told = { device, name: 'Other', seq, at: 1, count: 1, digest: '', unreadable: [], replaces: [] };
  const cargo = encodeSegment({ ...told, docs });
  return [composeName(device, 'segment', seq, cargo, 'plain'), cargo];
}

/** A folder with files that are made only when they are read. */
async function place(files: ReadonlyMap<string, () => Uint8Array>, bytes?: number) {
  const written = new Map<string, Uint8Array>();
  const asked: string[] = [];
  const store = {
    list: async () => [
      ...[...files.keys()].map((name) => ({ name, bytes: 500 })),
      ...[...written].map(([name, { length }]) => ({ name, bytes: length })),
    ],
    read: async (name: string) => {
      asked.push(name);
      return written.get(name) ?? files.get(name)?.() ?? null;
    },
    write: async (name: string, cargo: Uint8Array) => void written.set(name, cargo),
    remove: async (name: string) => void written.delete(name),
  };
  const device = createDevice();
  await device.database.device.put({ id: 'this', device: 'a'.repeat(16), name: 'A' });
  await device.addRemote(ID);
  await device.type(MINE, 'mine');
  const run = async () => {
    asked.length = 0;
    const trouble = await runRemote(ID, {
      ledger: device.ledger,
      documents: DOCUMENTS,
      open: () => deviceFiles(store, vaultOf(null) as Vault<'plain'>, () => createBudget(bytes)),
      now: () => device.clock.at,
      online: () => true,
      step: () => {},
      signal: new AbortController().signal,
    });
    return trouble?.code ?? 'well';
  };
  return { device, run, asked, waiting: async () => (await device.ledger.backlog(ID)).count };
}

describe('in a folder', () => {
  it('files that unpack to too much are set aside one by one, reported, and not requested again; the rest is read', async () => {
    const bomb = gzipSync(new Uint8Array(LARGEST_UNPACKED_BYTES + 1));
    const files = new Map<string, () => Uint8Array>();
    for (let n = 0; n < 12; n++) files.set(composeName(deviceOf(n), 'segment', 1, bomb, 'plain'), () => bomb);
    const [name, cargo] = segment(deviceOf(99), [noteOf('sound', 'sound')]);
    files.set(name, () => cargo);
    const { device, run, asked, waiting } = await place(files);
    expect(await run()).toBe('too-large');
    expect(await textOn(device, 'sound')).toBe('sound');
    expect(await waiting()).toBe(0);
    expect(await run()).toBe('too-large');
    expect(asked.filter((each) => files.has(each))).toEqual([]);
  }, 60_000);

  it('a note that is too large is left out of a file and reported, and the others in it are taken in', async () => {
    const large = noteOf('large', 'x'.repeat(NOTE_SIZE.characters + 1));
    const [name, cargo] = segment(deviceOf(1), [noteOf('one', 'one'), large, noteOf('two', 'two')]);
    const { device, run, asked } = await place(new Map([[name, () => cargo]]));
    for (let times = 0; times < 2; times++) {
      expect(await run()).toBe('too-large');
      expect([await textOn(device, 'one'), await textOn(device, 'two')]).toEqual(['one', 'two']);
      expect(await textOn(device, 'large')).toBeUndefined();
    }
    // Nobody is asked to write it anew: it would be the same again.
    expect(asked).not.toContain(name);
    const [row] = await device.ledger.remotes();
    expect(JSON.stringify(readMemory(row ?? { memory: null }).own)).toContain('"unreadable\\":[]');
  });

  it('a run reads up to its byte limit, delivers, says that more is left, and the next run continues', async () => {
    const [budget, large] = [8 * 1024 * 1024, 1024 * 1024];
    const sizes = budget / large;
    const files = new Map<string, () => Uint8Array>();
    // No segment: damaged, at the price of reading it.
    const junk = gzipSync(new Uint8Array(large).fill(32));
    for (let n = 0; n < sizes + 2; n++) files.set(composeName(deviceOf(n), 'segment', 1, junk, 'plain'), () => junk);
    const [name, cargo] = segment(deviceOf(999), [noteOf('last', 'last')]);
    files.set(name, () => cargo);
    const { device, run, asked, waiting } = await place(files, budget);
    // The run that joins only reads; the other one goes on where it stopped.
    expect(await run()).toBe('damaged');
    expect(await waiting()).toBe(0);
    expect(new Set(asked.filter((each) => files.has(each))).size).toBe(sizes + 3);
    expect(await textOn(device, 'last')).toBe('last');
    await run();
    expect(new Set(asked.filter((each) => files.has(each))).size).toBeLessThan(sizes + 2);
  });

  it('a run reads 128 MB by default', () => {
    const budget = createBudget();
    budget.spend(VISIT_BYTES - 1);
    expect(budget.isSpent()).toBe(false);
    budget.spend(1);
    expect(budget.isSpent()).toBe(true);
    expect(VISIT_BYTES).toBe(128 * 1024 * 1024);
  });

  it('a run requests a limited number of files, and later runs reach the last one even if none before it can be read', async () => {
    const files = new Map<string, () => Uint8Array>();
    const nothing = new Uint8Array();
    for (let n = 0; n < VISIT_FILES + 10; n++) files.set(`${deviceOf(n)}-s1-${deviceOf(n)}.dat`, () => nothing);
    const [name, cargo] = segment('f'.repeat(16), [noteOf('last', 'last')]);
    files.set(name, () => cargo);
    const { device, run, asked, waiting } = await place(files);
    await run();
    expect(await waiting()).toBe(0);
    expect(await textOn(device, 'last')).toBe('last');
    const times = new Map<string, number>();
    for (const each of asked) if (files.has(each)) times.set(each, (times.get(each) ?? 0) + 1);
    expect(times.size).toBe(VISIT_FILES + 11);
    await run();
    expect(new Set(asked.filter((each) => files.has(each))).size).toBe(VISIT_FILES);
  }, 60_000);

  it('files of a known device are read before those of all made-up devices', async () => {
    const files = new Map<string, () => Uint8Array>();
    const [first, cargo] = segment('f'.repeat(16), [noteOf('n', 'one ')]);
    files.set(first, () => cargo);
    const { device, run, asked } = await place(files);
    await run();
    for (let n = 0; n < 5; n++) files.set(`${deviceOf(n)}-s1-${deviceOf(n)}.dat`, () => new Uint8Array());
    const [second, more] = segment('f'.repeat(16), [noteOf('n', 'two ')], 2);
    files.set(second, () => more);
    await run();
    expect(asked[0]).toBe(second);
    expect(await textOn(device, 'n')).toContain('two');
  });

  it('the reports of a hundred devices are remembered, and the notes of all are taken in', async () => {
    const files = new Map<string, () => Uint8Array>();
    for (let n = 1; n <= 130; n++) {
      const [name, cargo] = segment(deviceOf(n), [noteOf(`n${n}`, 'text')]);
      files.set(name, () => cargo);
    }
    const { device, run } = await place(files);
    expect(await run()).toBe('well');
    expect(await device.store.count()).toBe(131);
    const [row] = await device.ledger.remotes();
    expect(readMemory(row ?? { memory: null }).devices).toHaveLength(100);
  });
});

describe('in the browser account', () => {
  const put = (area: { set(items: Record<string, string>): Promise<void> }, note: DocUpdate) =>
    area.set({ ...toItems(keyOfDoc(note.doc, 'plain'), packDoc(note) as Cargo<'plain'>) });

  it('a value that unpacks to more than a note can be is reported and left, and not overwritten', async () => {
    const a = await createAccountDevice();
    await put(a.area, { doc: 'note:bomb', update: new Uint8Array(2 * NOTE_SIZE.bytes) });
    await put(a.area, noteOf('large', 'x'.repeat(NOTE_SIZE.characters + 1)));
    await put(a.area, noteOf('sound', 'sound'));
    const before = new Map(a.area.items);
    await a.type({ entity: 'large', name: 'L', kind: null }, 'mine');
    await a.type({ entity: 'other', name: 'O', kind: null }, 'other');
    for (let times = 0; times < 2; times++) {
      expect(await a.run()).toBe('too-large');
      expect(await a.text('sound')).toBe('sound');
      expect(await a.text('large')).toBe('mine');
      expect(await a.waiting()).toEqual(['note:large']);
      for (const [key, value] of before) expect(a.area.items.get(key)).toBe(value);
    }
  });
});
