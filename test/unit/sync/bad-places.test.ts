/** Places that rot, refuse, lie and forget, and devices that never come back: what was typed still gets to the others. Long because every fault is tried on the same devices. */

import { gzipSync, strToU8 } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import type { KeyRow, RemoteId } from '../../../lib/database';
import { DOCUMENTS } from '../../../lib/notes';
import {
  deviceFiles,
  type FileEntry,
  type FileStore,
  type Protection,
  readStatus,
  replacePassphrase,
  SyncError,
  setPassphrase,
  unlock,
  type Vault,
} from '../../../lib/sync';
import { composeName, hashOf } from '../../../lib/sync/device-files/names';
import { encodeSegment } from '../../../lib/sync/device-files/segment';
import { runRemote } from '../../../lib/sync/run-remote';
import { createRing, isSealed, vaultOf } from '../../../lib/sync/vault';
import { createRandom } from '../../sync/random';
import { createSharedFolder, type SharedFolder } from '../../sync/shared-folder';
import { createDevice, type Device } from '../notes/device';

const ID: RemoteId = 'folder:1';
const FAST = { workFactor: 2 };
const { signal } = new AbortController();
const subject = (entity: string) => ({ entity, name: entity, kind: null });

let folder: SharedFolder;
let bend: (store: FileStore<Protection>) => FileStore<Protection>;
beforeEach(() => {
  folder = createSharedFolder();
  bend = (store) => store;
});

async function deviceCalled(letter: string): Promise<Device> {
  const device = createDevice();
  await device.database.device.put({ id: 'this', device: letter.repeat(16), name: letter });
  await device.addRemote(ID);
  return device;
}

async function run(device: Device): Promise<string> {
  device.clock.at += 60_000;
  const store = bend(folder.store(createRandom(1), () => 0));
  const trouble = await runRemote(ID, {
    ledger: device.ledger,
    documents: DOCUMENTS,
    open: (_, ring) => deviceFiles(store, vaultOf(ring) as Vault<Protection>),
    now: () => device.clock.at,
    online: () => true,
    step: () => {},
    signal,
  });
  return trouble?.code ?? 'well';
}

const remoteOf = () =>
  deviceFiles(
    folder.store(createRandom(1), () => 0),
    vaultOf(null) as Vault<Protection>,
  );
const waiting = async (device: Device) => (await device.ledger.backlog(ID)).count;
const textOn = async (device: Device, entity: string) => (await device.store.read(entity))?.text;
const names = () => [...folder.files.keys()];
const of = (letter: string) => names().filter((name) => name.startsWith(letter));

function rot(name: string): void {
  const bytes = folder.files.get(name)?.slice() ?? new Uint8Array();
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
  folder.files.set(name, bytes);
}

describe('a device that never comes back', () => {
  it('a damaged file of a device that never returns is written again, for later readers, by a device that had read it', async () => {
    const [lost, here] = [await deviceCalled('c'), await deviceCalled('a')];
    await lost.type(subject('n'), 'written by c');
    await run(lost);
    await run(here);
    await here.type(subject('n'), 'written by c, continued by a');
    await run(here);
    for (const name of of('c')) rot(name);
    const late = await deviceCalled('d');
    for (let round = 0; round < 2; round++) {
      await run(late);
      await run(here);
    }
    await run(late);
    expect(await textOn(late, 'n')).toBe('written by c, continued by a');
    // Once is enough.
    const files = folder.changes();
    await run(here);
    expect(folder.changes()).toBe(files);
  });

  it('no file stays unsealed or under the old passphrase: a device that seals takes over files of devices that are gone', async () => {
    const [lost, here] = [await deviceCalled('c'), await deviceCalled('a')];
    await lost.type(subject('n'), 'written by c');
    await run(lost);
    await run(here);
    await setPassphrase(here.ledger, [], 'a long passphrase', signal, FAST);
    const protection = async () => (await readStatus(here.ledger, here.clock.at))[0]?.protection;
    expect(await protection()).toBe('to-seal');
    expect(await run(here)).toBe('well');
    expect(await protection()).toBe('sealed');
    expect([...folder.files.values()].every(isSealed)).toBe(true);
    expect(of('c')).toEqual([]);

    await lost.ledger.saveRing((await here.ledger.ring()) as KeyRow);
    await lost.type(subject('m'), 'written by c, sealed');
    expect(await run(lost)).toBe('well');
    expect(await run(here)).toBe('well');
    await replacePassphrase(here.ledger, { to: 'another passphrase' }, FAST);
    expect(await protection()).toBe('to-seal');
    expect(await run(here)).toBe('well');
    expect(of('c')).toEqual([]);
    const ring = (await here.ledger.ring()) as KeyRow;
    const current = vaultOf({ ...ring, identities: [ring.current] });
    const content = [...folder.files].filter(([name]) => !name.includes('-k'));
    expect(content.length).toBeGreaterThan(0);
    for (const [name, cargo] of content) expect([name, await current.isCurrent(cargo)]).toEqual([name, true]);
    // It does come back after all, unlocked: all of it is still there, on both.
    await lost.ledger.saveRing(ring);
    for (const device of [lost, here, lost]) expect(await run(device)).toBe('well');
    for (const device of [lost, here])
      expect([await textOn(device, 'n'), await textOn(device, 'm')]).toEqual(['written by c', 'written by c, sealed']);
  });
});

describe('a remote that refuses to hand out or to delete files', () => {
  it('refuses one file of this device and gives it another size: new text still goes out, and nothing is written twice', async () => {
    const here = await deviceCalled('a');
    await here.type(subject('n'), 'one');
    await run(here);
    const [bad] = of('a');
    bend = (store) => ({
      ...store,
      list: async (stop) =>
        (await store.list(stop)).map((file): FileEntry => (file.name === bad ? { ...file, bytes: 1 } : file)),
      async read(name, stop) {
        if (name === bad) throw new SyncError('server', 'GET: 500');
        return store.read(name, stop);
      },
      async remove(name, stop) {
        if (name === bad) throw new SyncError('forbidden', 'DELETE: 403');
        return store.remove(name, stop);
      },
    });
    await here.type(subject('m'), 'two');
    await run(here);
    expect(await waiting(here)).toBe(0);
    const late = await deviceCalled('d');
    await run(late);
    expect([await textOn(late, 'n'), await textOn(late, 'm')]).toEqual(['one', 'two']);
    await run(here);
    const files = folder.files.size;
    for (let times = 0; times < 5; times++) await run(here);
    expect(folder.files.size).toBe(files);
  });

  it('refuses every file: the folder hardly grows', async () => {
    const here = await deviceCalled('a');
    bend = (store) => ({
      ...store,
      async remove() {
        throw new SyncError('forbidden', 'DELETE: 403');
      },
    });
    for (let n = 0; n < 8; n++) {
      await here.type(subject(`n${n}`), `text ${n}`);
      await run(here);
    }
    for (let times = 0; times < 2; times++) await run(here);
    const files = folder.files.size;
    for (let times = 0; times < 50; times++) await run(here);
    expect(folder.files.size).toBe(files);
    expect(await waiting(here)).toBe(0);
    // Seldom it is tried again, and once it works, all is tidied.
    here.clock.at += 2 * 60 * 60_000;
    await run(here);
    expect(folder.files.size).toBe(files + 1);
    bend = (store) => store;
    here.clock.at += 5 * 60 * 60_000;
    await run(here);
    expect(folder.files.size).toBeLessThan(4);
  });

  it('keeps files from before the passphrase: no device claims that everything is sealed', async () => {
    const here = await deviceCalled('a');
    await here.type(subject('n'), 'one');
    await run(here);
    await setPassphrase(here.ledger, [], 'a long passphrase', signal, FAST);
    bend = (store) => ({
      ...store,
      async remove() {
        throw new SyncError('forbidden', 'DELETE: 403');
      },
    });
    const protection = async () => (await readStatus(here.ledger, here.clock.at))[0]?.protection;
    for (let times = 0; times < 4; times++) {
      await run(here);
      expect(await protection()).toBe('to-seal');
    }
    bend = (store) => store;
    here.clock.at += 24 * 60 * 60_000;
    expect(await run(here)).toBe('well');
    expect(await protection()).toBe('sealed');
    expect([...folder.files.values()].every(isSealed)).toBe(true);
  });

  it('lists fewer files than it has: nothing is written again, and the reader is told', async () => {
    const here = await deviceCalled('a');
    await here.type(subject('n'), 'one');
    await run(here);
    bend = (store) => ({ ...store, list: async () => [] });
    expect(await run(here)).toBe('withheld');
    await here.type(subject('m'), 'two');
    expect(await run(here)).toBe('withheld');
    expect(await waiting(here)).toBe(0);
    const files = folder.files.size;
    for (let times = 0; times < 5; times++) await run(here);
    expect(folder.files.size).toBe(files);
  });
});

describe('somebody else with access to the folder', () => {
  const segment = (seq: number, docs: Parameters<typeof encodeSegment>[0]['docs'], replaces: string[] = []) =>
    encodeSegment({
      device: 'f'.repeat(16),
      name: 'X',
      seq,
      at: 1,
      count: 1,
      digest: '',
      unreadable: [],
      replaces,
      docs,
    });

  it('cannot raise file numbers until no valid name is left', async () => {
    const [here, other] = [await deviceCalled('a'), await deviceCalled('b')];
    await here.type(subject('n'), 'one');
    await run(here);
    await run(other);
    folder.files.set(`${'a'.repeat(16)}-szzzzzzzzzz-0000000000000000.dat`, new Uint8Array());
    await here.type(subject('n'), 'one two');
    await run(here);
    await run(other);
    expect(await textOn(other, 'n')).toBe('one two');
  });

  it('cannot claim that files of other devices are contained in later ones', async () => {
    const [here, other] = [await deviceCalled('a'), await deviceCalled('b')];
    await other.type(subject('theirs'), 'theirs');
    await run(other);
    await run(here);
    const cargo = await vaultOf(null).close(segment(1, [], of('b')));
    folder.files.set(composeName('f'.repeat(16), 'segment', 1, cargo, 'plain'), cargo);
    await run(here);
    // They go, and nothing that follows says what they said.
    for (const name of of('b')) folder.files.delete(name);
    await run(here);
    const third = await deviceCalled('c');
    await run(third);
    expect(await textOn(third, 'theirs')).toBe('theirs');
  });

  it('cannot block writing with a sealed file that no key opens', async () => {
    const here = await deviceCalled('a');
    await setPassphrase(here.ledger, [], 'a long passphrase', signal, FAST);
    await here.type(subject('n'), 'one');
    await run(here);
    const junk = await vaultOf(await createRing('nobody knows this', FAST)).close(segment(1, []));
    folder.files.set(`${'e'.repeat(16)}-s1-${hashOf(junk)}.age`, junk);
    await here.type(subject('m'), 'two');
    expect(await run(here)).toBe('damaged');
    expect(await waiting(here)).toBe(0);
  });
});

it('takes in all files but the one written by a newer version, and asks for that one only once', async () => {
  const other = await deviceCalled('f');
  for (let n = 0; n < 3; n++) {
    for (let i = 0; i < 100; i++) await other.type(subject(`n${n}-${i}`), 'text');
    await run(other);
  }
  const later = gzipSync(strToU8(JSON.stringify({ schema: 2, app: 'backstory' })));
  const cargo = await vaultOf(null).close(later);
  const name = composeName('f'.repeat(16), 'segment', 1000, cargo, 'plain');
  folder.files.set(name, cargo);
  const here = await deviceCalled('a');
  await here.type(subject('mine'), 'text');
  let asked = 0;
  bend = (store) => ({
    ...store,
    read: (wanted, stop) => {
      if (wanted === name) asked++;
      return store.read(wanted, stop);
    },
  });
  for (let times = 0; times < 3; times++) {
    expect(await run(here)).toBe('newer');
    expect(await here.store.count()).toBe(301);
    expect(await waiting(here)).toBe(0);
  }
  expect(asked).toBe(1);
  expect(folder.files.get(name)).toEqual(cargo);
});

it.each(['q1', 'zz', 's1'])(
  'a file with a strange name of kind %s does not keep the others from being read',
  async (kind) => {
    const [here, other] = [await deviceCalled('a'), await deviceCalled('b')];
    const strange = `0123456789abcdef-${kind}-0123456789abcdef.${kind === 's1' ? 'zst' : 'age'}`;
    folder.files.set(strange, new Uint8Array(5));
    await here.type(subject('n'), 'text');
    expect(await run(here)).toBe('newer');
    expect(await waiting(here)).toBe(0);
    await setPassphrase(here.ledger, [], 'a long passphrase', signal, FAST);
    expect(await run(here)).toBe('newer');
    await unlock(other.ledger, [remoteOf()], 'a long passphrase', signal, FAST);
    expect(await run(other)).toBe('newer');
    expect(await textOn(other, 'n')).toBe('text');
    expect(names()).toContain(strange);
  },
);
