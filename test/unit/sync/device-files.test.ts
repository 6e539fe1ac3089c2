/**
 * One exchange over a folder of files, step by step: what is there afterwards, what is reported, what it cost. Long
 * because all share the folder and the devices on it.
 */

import { gzipSync, strToU8 } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import type { RemoteId } from '../../../lib/database';
import { DOCUMENTS } from '../../../lib/notes';
import { deviceFiles, type FileStore, type Protection, SyncError, type Vault } from '../../../lib/sync';
import { composeName, parseName } from '../../../lib/sync/device-files/names';
import { runRemote } from '../../../lib/sync/run-remote';
import { createRing, vaultOf } from '../../../lib/sync/vault';
import { LOOK_EVERY_MS } from '../../../lib/sync/when-to-run';
import { createRandom } from '../../sync/random';
import { createSharedFolder, type SharedFolder } from '../../sync/shared-folder';
import { ana, createDevice, type Device, opec } from '../notes/device';

const ID: RemoteId = 'webdav:test';
const random = createRandom(1);
let folder: SharedFolder;

beforeEach(() => {
  folder = createSharedFolder();
});

interface RunWith {
  readonly mayOnlyDeliver?: boolean;
  readonly store?: FileStore<Protection>;
  readonly signal?: AbortSignal;
  readonly longestMs?: number;
}

function run(
  device: Device,
  { store, signal, longestMs, mayOnlyDeliver = false }: RunWith = {},
): Promise<SyncError | null> {
  return runRemote(ID, {
    ledger: device.ledger,
    documents: DOCUMENTS,
    open: (_, ring) => deviceFiles(store ?? folder.store(random, () => 0), vaultOf(ring) as Vault<Protection>),
    now: () => device.clock.at,
    online: () => true,
    step: () => {},
    signal: signal ?? new AbortController().signal,
    mayOnlyDeliver,
    ...(longestMs && { longestMs }),
  });
}

/** A device that is set up, and a note on it. */
async function deviceWith(text: string | null): Promise<Device> {
  const device = createDevice();
  await device.addRemote(ID);
  await device.ledger.device();
  if (text !== null) await device.type(ana, text);
  return device;
}

const row = async (device: Device) => (await device.ledger.remotes())[0];
const textOn = async (device: Device) => (await device.store.read(ana.entity))?.text;
const names = () => [...folder.files.keys()];
const filesOf = async (device: Device) => {
  const { device: id } = await device.ledger.device();
  return names().filter((name) => name.startsWith(id));
};

function rot(name: string): void {
  const bytes = folder.files.get(name)?.slice() ?? new Uint8Array();
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 255;
  folder.files.set(name, bytes);
}

describe('an exchange', () => {
  it('brings a note to another device, and both report success', async () => {
    const [one, two] = [await deviceWith('written on one'), await deviceWith(null)];
    expect(await run(one)).toBeNull();
    expect(await run(two)).toBeNull();
    expect(await textOn(two)).toBe('written on one');
    expect((await row(one))?.lastSuccess).toBe(one.clock.at);
    expect(await one.ledger.backlog(ID)).toEqual({ count: 0, since: null });
  });

  it('reads before it writes: a device that joins and fails leaves no trace', async () => {
    await run(await deviceWith('written on one'));
    const before = new Map(folder.files);
    const two = await deviceWith('written on two');
    const calls: string[] = [];
    const inner = folder.store(random, () => 0);
    const store: FileStore<Protection> = {
      ...inner,
      write: async () => {
        calls.push(`write after joined ${(await row(two))?.joined}`);
        throw new SyncError('unreachable');
      },
    };
    expect((await run(two, { store }))?.code).toBe('unreachable');
    expect(await textOn(two)).toContain('written on one');
    expect(await textOn(two)).toContain('written on two');
    expect(calls).toEqual(['write after joined 1']);
    expect(folder.files).toEqual(before);
  });

  it('writes nothing when nothing has changed', async () => {
    const one = await deviceWith('written on one');
    await run(one);
    const changes = folder.changes();
    await run(one);
    expect(folder.changes()).toBe(changes);
  });

  it('fills an emptied folder again, from whichever device syncs first', async () => {
    const [one, two] = [await deviceWith('written on one'), await deviceWith(null)];
    await run(one);
    await run(two);
    folder.files.clear();
    expect(await run(two)).toBeNull();
    const three = await deviceWith(null);
    await run(three);
    expect(await textOn(three)).toBe('written on one');
  });

  it('sets a newer file aside, reports it and continues with all else', async () => {
    const one = await deviceWith('written on one');
    const cargo = gzipSync(strToU8(JSON.stringify({ schema: 2, app: 'backstory', new: true })));
    const newer = composeName('f'.repeat(16), 'segment', 1, cargo, 'plain');
    folder.files.set(newer, cargo);
    expect((await run(one))?.code).toBe('newer');
    expect((await row(one))?.trouble).toMatchObject({ code: 'newer', detail: newer });
    expect(folder.files.get(newer)).toEqual(cargo);
    expect((await one.ledger.backlog(ID)).count).toBe(0);
    const two = await deviceWith(null);
    expect((await run(two))?.code).toBe('newer');
    expect(await textOn(two)).toBe('written on one');
  });

  it('reads everything else when a file of another device is damaged, and does not report success', async () => {
    const [one, two, three] = [await deviceWith('written on one'), await deviceWith(null), await deviceWith(null)];
    await two.type(opec, 'written on two');
    await run(one);
    await run(two);
    const [bad] = await filesOf(one);
    rot(bad ?? '');
    expect((await run(three))?.code).toBe('damaged');
    expect((await row(three))?.trouble?.detail).toBe(bad);
    expect((await row(three))?.lastSuccess).toBeNull();
    expect((await three.store.read(opec.entity))?.text).toBe('written on two');

    // Its owner hears of it, writes it anew, and takes the bad one away.
    expect(await run(one)).toBeNull();
    expect(names()).not.toContain(bad);
    expect(await run(three)).toBeNull();
    expect(await textOn(three)).toBe('written on one');
  });

  it('deletes its own incomplete file after an interrupted write', async () => {
    const one = await deviceWith('written on one');
    const store = folder.store(random, () => 0);
    const dying: FileStore<Protection> = {
      ...store,
      async write(name, cargo) {
        folder.files.set(name, cargo.subarray(0, 40));
        throw new TypeError('the line is gone');
      },
    };
    expect((await run(one, { store: dying }))?.code).toBe('failed');
    const [half] = names();
    expect(await run(one)).toBeNull();
    expect(names()).not.toContain(half);
  });

  it('does not trust a server that claims to have stored what it has not', async () => {
    const one = await deviceWith('written on one');
    const store = { ...folder.store(random, () => 0), write: async () => {} };
    expect((await run(one, { store }))?.code).toBe('not-verified');
    expect((await row(one))?.lastSuccess).toBeNull();
    expect((await one.ledger.backlog(ID)).count).toBe(1);
  });

  it('leaves files of other kinds alone', async () => {
    folder.files.set('holiday.jpg', new Uint8Array(10));
    folder.files.set('0123456789abcdef-s1-0123456789abcdef (conflict).dat', new Uint8Array(10));
    expect(await run(await deviceWith('written on one'))).toBeNull();
    expect(names()).toContain('holiday.jpg');
  });
});

describe('cancel', () => {
  const CALLS = ['list', 'read', 'write', 'remove'] as const;

  it.each(CALLS)('ends a run that hangs in %s at once, and the next run succeeds', async (call) => {
    const one = await deviceWith('written on one');
    const ready = await deviceWith(null);
    await run(ready);
    if (call === 'remove') {
      // A run that has something to remove: reports that were outlived.
      await run(one);
      await ready.type(opec, 'news');
      await run(ready);
    }
    const cancel = new AbortController();
    const hanging = {
      ...folder.store(random, () => 0),
      [call]: () => {
        cancel.abort();
        return new Promise<never>(() => {});
      },
    };
    const device = call === 'remove' ? ready : one;
    if (call === 'remove') {
      await run(device);
      rot((await filesOf(device)).at(-1) ?? '');
      folder.files.set((await filesOf(device)).at(-1) ?? '', new Uint8Array(5));
    }
    expect((await run(device, { store: hanging, signal: cancel.signal }))?.code).toBe('cancelled');
    expect((await row(device))?.trouble?.code).toBe('cancelled');
    expect(await run(device)).toBeNull();
    expect((await row(device))?.trouble).toBeNull();
  });

  it('ends a run that takes too long', async () => {
    const store = { ...folder.store(random, () => 0), list: () => new Promise<never>(() => {}) };
    expect((await run(await deviceWith('x'), { store, longestMs: 20 }))?.code).toBe('timeout');
  });
});

describe('a passphrase', () => {
  it('seals what was plain, lets nobody in without it, and cannot be undone', async () => {
    const [one, two] = [await deviceWith('written on one'), await deviceWith(null)];
    await run(one);
    expect(names().every((name) => name.endsWith('.dat'))).toBe(true);
    await one.ledger.saveRing(await createRing('a long passphrase', { workFactor: 2 }));
    expect(await run(one)).toBeNull();
    expect(names().every((name) => name.endsWith('.age'))).toBe(true);
    expect((await one.ledger.backlog(ID)).count).toBe(0);

    await two.type(opec, 'written on two');
    const before = names();
    expect((await run(two))?.code).toBe('locked');
    expect(names()).toEqual(before);
    await two.ledger.saveRing((await one.ledger.ring()) as NonNullable<Awaited<ReturnType<typeof one.ledger.ring>>>);
    expect(await run(two)).toBeNull();
    expect(await textOn(two)).toBe('written on one');
  });

  it('makes pushing plain cargo a type error', async () => {
    const sealedOnly = null as unknown as FileStore<'sealed'>;
    // @ts-expect-error a plain vault does not close what a store of sealed cargo takes
    expect(() => deviceFiles(sealedOnly, vaultOf(null))).not.toThrow();
  });
});

describe('a delivery soon after the last look', () => {
  /** Calls of the place, by name. */
  function counting(): { store: FileStore<Protection>; calls: string[] } {
    const calls: string[] = [];
    const inner = folder.store(random, () => 0);
    const store = new Proxy(inner, {
      get(target, key) {
        const method = Reflect.get(target, key) as (...parameters: unknown[]) => unknown;
        return (...parameters: unknown[]) => {
          calls.push(String(key));
          return method.apply(target, parameters);
        };
      },
    });
    return { store, calls };
  }
  const sealed = async (device: Device) =>
    device.ledger.saveRing(await createRing('a long passphrase', { workFactor: 2 }));
  const soon = { mayOnlyDeliver: true };

  it('writes and reads back sealed files, and does nothing else', async () => {
    const one = await deviceWith('one');
    await sealed(one);
    await run(one);
    await one.type(ana, 'one two');
    const { store, calls } = counting();
    expect(await run(one, { ...soon, store })).toBeNull();
    expect(calls).toEqual(['write', 'read']);
    expect((await one.ledger.backlog(ID)).count).toBe(0);
    const two = await deviceWith(null);
    await two.ledger.saveRing((await one.ledger.ring()) as NonNullable<Awaited<ReturnType<typeof one.ledger.ring>>>);
    await run(two);
    expect(await textOn(two)).toBe('one two');
  });

  it.each([
    ['nothing is sealed', async () => {}, 'one two'],
    ['nothing waits', sealed, 'one'],
  ])('looks again when %s', async (_, before, text) => {
    const one = await deviceWith('one');
    await before(one);
    await run(one);
    await one.type(ana, text);
    const { store, calls } = counting();
    await run(one, { ...soon, store });
    expect(calls[0]).toBe('list');
  });

  it('looks when the last look is too old, when there was trouble, and when the key has changed', async () => {
    const one = await deviceWith('one');
    await sealed(one);
    await run(one);
    const first = async () => {
      await one.type(ana, `${await textOn(one)} more`);
      const { store, calls } = counting();
      await run(one, { ...soon, store });
      return calls[0];
    };
    expect(await first()).toBe('write');
    one.clock.at += LOOK_EVERY_MS;
    expect(await first()).toBe('list');
    expect(await first()).toBe('write');
    one.clock.at -= 10 * LOOK_EVERY_MS;
    expect(await first()).toBe('list');
    await one.type(ana, 'not sent');
    const refusing = { ...folder.store(random, () => 0), write: () => Promise.reject(new SyncError('server')) };
    expect((await run(one, { ...soon, store: refusing }))?.code).toBe('server');
    expect(await first()).toBe('list');
    await sealed(one);
    expect(await first()).toBe('list');
  });

  it('misses nothing for long: a folder that was emptied meanwhile is filled at the next look', async () => {
    const one = await deviceWith('one');
    await sealed(one);
    await run(one);
    folder.files.clear();
    await one.type(ana, 'one two');
    await run(one, soon);
    await run(one);
    const two = await deviceWith(null);
    await two.ledger.saveRing((await one.ledger.ring()) as NonNullable<Awaited<ReturnType<typeof one.ledger.ring>>>);
    await run(two);
    expect(await textOn(two)).toBe('one two');
  });
});

describe('the cost of syncing', () => {
  it('is under 2 kB for a line in a note of 2 kB, sealed', async () => {
    const one = await deviceWith('A sentence that says something of somebody. '.repeat(46));
    await one.ledger.saveRing(await createRing('a long passphrase', { workFactor: 2 }));
    await run(one);
    const before = new Set(names());
    const note = await textOn(one);
    await one.type(ana, `${note?.slice(0, 900)}One more line, typed today.\n${note?.slice(900)}`);
    await run(one);
    const written = names().filter((name) => !before.has(name));
    const bytes = written.reduce((sum, name) => sum + (folder.files.get(name)?.length ?? 0), 0);
    console.log(`a line in a note of ${note?.length} characters, sealed: ${bytes} bytes in ${written.length} file`);
    expect(written).toHaveLength(1);
    expect(bytes).toBeLessThan(2000);
  });

  it('is a handful of files after 150 deliveries', { timeout: 60_000 }, async () => {
    const one = await deviceWith(null);
    let written = 0;
    let most = 0;
    const store = folder.store(random, () => 0);
    const counting: FileStore<Protection> = {
      ...store,
      write(name, cargo, signal) {
        written += cargo.length;
        return store.write(name, cargo, signal);
      },
    };
    for (let i = 0; i < 150; i++) {
      await one.type({ entity: `Q${i % 50}`, name: `Name ${i % 50}`, kind: 'person' }, `Edit number ${i}.`);
      one.clock.at += 90_000;
      await run(one, { store: counting });
      most = Math.max(most, names().length);
    }
    const held = [...folder.files.values()].reduce((sum, bytes) => sum + bytes.length, 0);
    console.log(`150 deliveries: ${most} files at most, ${written} bytes written, ${held} bytes held`);
    expect(most).toBeLessThan(25);
    expect(written / 150).toBeLessThan(5000);
    expect(names().every((name) => parseName(name) !== null)).toBe(true);
  });
});
