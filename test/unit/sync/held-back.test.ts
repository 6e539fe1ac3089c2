/**
 * A sealed folder takes in nothing unsealed before the reader has looked at it, and loses nothing of it either. Long
 * because folders and the browser account must follow the same rule.
 */
import { beforeEach, describe, expect, it } from 'vitest';
import { encodeStateAsUpdate } from 'yjs';
import type { RemoteId } from '../../../lib/database';
import { DOCUMENTS, type DocUpdate } from '../../../lib/notes';
import { openDocument } from '../../../lib/notes/document/open-document';
import {
  type Cargo,
  deviceFiles,
  type HeldFile,
  judgeHeld,
  type Protection,
  readStatus,
  setPassphrase,
  unlock,
  type Vault,
} from '../../../lib/sync';
import { composeName, hashOf } from '../../../lib/sync/device-files/names';
import { encodeSegment, LARGEST_UNPACKED_BYTES, type Segment } from '../../../lib/sync/device-files/segment';
import { MOST_HELD } from '../../../lib/sync/held-back';
import { packDoc } from '../../../lib/sync/note-items/doc-cargo';
import { keyOfDoc, toItems } from '../../../lib/sync/note-items/layout';
import { packReport } from '../../../lib/sync/note-items/report';
import { runRemote } from '../../../lib/sync/run-remote';
import { isSealed, vaultOf } from '../../../lib/sync/vault';
import { createRandom } from '../../sync/random';
import { createSharedFolder, type SharedFolder } from '../../sync/shared-folder';
import { fakeSyncArea } from '../../tools/fake-sync-area';
import { createDevice, type Device } from '../notes/device';
import { createAccountDevice, noise } from './account-device';

const ID: RemoteId = 'folder:1';
const FAST = { workFactor: 2 };
const { signal } = new AbortController();
const subject = (entity: string) => ({ entity, name: `Name of ${entity}`, kind: null });

let sessions = 5000;
function noteOf(entity: string, text: string): DocUpdate {
  const open = openDocument(sessions++, null);
  open.text.insert(0, text);
  open.meta.set('changedAt', 1);
  open.meta.set('name', `Name of ${entity}`);
  return { doc: `note:${entity}`, update: encodeStateAsUpdate(open.doc) };
}

const statusOf = async ({ ledger }: Pick<Device, 'ledger'>) => {
  const [status] = await readStatus(ledger, 0);
  if (!status) throw new Error('no remote');
  return status;
};

describe('a sealed folder', () => {
  let folder: SharedFolder;
  let reads: string[];
  beforeEach(() => {
    folder = createSharedFolder();
    reads = [];
  });

  const store = () => {
    const inner = folder.store(createRandom(1), () => 0);
    return {
      ...inner,
      read: (name: string, stop: AbortSignal) => {
        reads.push(name);
        return inner.read(name, stop);
      },
    };
  };
  const remote = () => deviceFiles(store(), vaultOf(null) as Vault<Protection>);

  async function deviceCalled(letter: string): Promise<Device> {
    const device = createDevice();
    await device.database.device.put({ id: 'this', device: letter.repeat(16), name: `Device ${letter}` });
    await device.addRemote(ID);
    return device;
  }

  async function run(device: Device): Promise<string> {
    device.clock.at += 60_000;
    const trouble = await runRemote(ID, {
      ledger: device.ledger,
      documents: DOCUMENTS,
      open: (_, ring) => deviceFiles(store(), vaultOf(ring) as Vault<Protection>),
      now: () => device.clock.at,
      online: () => true,
      step: () => {},
      signal,
    });
    return trouble?.code ?? 'well';
  }

  async function sealed(): Promise<Device> {
    const device = await deviceCalled('a');
    await setPassphrase(device.ledger, [], 'a long passphrase', signal, FAST);
    await device.type(subject('mine'), 'My own words.');
    expect(await run(device)).toBe('well');
    return device;
  }

  /** What somebody with access and no key leaves there. */
  function leave(
    docs: readonly DocUpdate[],
    change: Partial<Segment> = {},
    name?: (cargo: Uint8Array) => string,
  ): string {
    const device = change.device ?? 'e'.repeat(16);
    const seq = change.seq ?? 1;
    const head = { device, name: 'Laptop', seq, at: 1_000, count: 9, digest: 'x', unreadable: [], replaces: [] };
    const cargo = encodeSegment({ ...head, ...change, docs });
    const called = name?.(cargo) ?? composeName(device, 'segment', seq, cargo, 'plain');
    folder.files.set(called, cargo);
    return called;
  }
  const textOn = async (device: Device, entity: string) => (await device.store.read(entity))?.text;
  const judge = async (device: Device, takeIn: boolean, files?: readonly HeldFile[]) =>
    judgeHeld(device.ledger, ID, files ?? (await statusOf(device)).held, takeIn);

  it('keeps plain files out of the notes, shows whose they claim to be, and leaves them in place', async () => {
    const here = await sealed();
    const name = leave([noteOf('mine', 'INSERTED '), noteOf('new', 'A note that nobody wrote')]);
    for (let times = 0; times < 3; times++) {
      expect(await run(here)).toBe('well');
      expect(await textOn(here, 'mine')).toBe('My own words.');
      expect(await here.store.count()).toBe(1);
      expect([...folder.files.keys()]).toContain(name);
      const { held, protection, devices } = await statusOf(here);
      expect(protection).toBe('sealed');
      expect(held).toMatchObject([{ name, device: 'e'.repeat(16), deviceName: 'Laptop', at: 1_000, notes: 2 }]);
      expect(held[0]?.look).toEqual([
        { name: 'Name of mine', text: 'INSERTED ' },
        { name: 'Name of new', text: 'A note that nobody wrote' },
      ]);
      // Nor does it count among the reader's devices.
      expect(devices).toEqual([]);
    }
    expect(reads.filter((read) => read === name)).toHaveLength(1);
  });

  it('takes in what the reader recognises, seals it, and deletes the plain file', async () => {
    const here = await sealed();
    const late = createDevice();
    await late.type(subject('late'), 'typed before it heard');
    await late.settings.change(new Map([['set:theme', 'dark']]));
    leave(await late.ledger.states(await late.ledger.docIds()));
    await run(here);
    await judge(here, true);
    expect((await statusOf(here)).held).toEqual([]);
    expect(await run(here)).toBe('well');
    expect(await textOn(here, 'late')).toBe('typed before it heard');
    // Settings come sealed or not at all.
    expect((await here.settings.read()).size).toBe(0);
    expect([...folder.files.values()].every(isSealed)).toBe(true);
    expect(await run(here)).toBe('well');
  });

  it('deletes from the folder what the reader rejects, and nothing else', async () => {
    const here = await sealed();
    const [bad, other] = [leave([noteOf('a', 'bad')]), leave([noteOf('b', 'other')], { device: 'd'.repeat(16) })];
    await run(here);
    const { held } = await statusOf(here);
    await judge(
      here,
      false,
      held.filter(({ name }) => name === bad),
    );
    expect(await run(here)).toBe('well');
    expect(folder.files.has(bad)).toBe(false);
    expect(folder.files.has(other)).toBe(true);
    expect((await statusOf(here)).held.map(({ name }) => name)).toEqual([other]);
    expect(await here.store.count()).toBe(1);
  });

  it('asks again when a file has changed since the reader looked at it, even under the same name', async () => {
    const here = await sealed();
    leave([noteOf('a', 'harmless')]);
    await run(here);
    const { held } = await statusOf(here);
    const evil = leave([noteOf('a', 'evil')], { seq: 2 });
    // As if two files had been made whose short hashes are one.
    await judge(
      here,
      true,
      held.map((file) => ({ ...file, name: evil })),
    );
    expect(await run(here)).toBe('well');
    expect(await textOn(here, 'a')).toBeUndefined();
    expect((await statusOf(here)).held).toHaveLength(2);
    await judge(
      here,
      false,
      held.map((file) => ({ ...file, name: evil })),
    );
    await run(here);
    expect(folder.files.has(evil)).toBe(true);
  });

  it.each([
    ['this device’s own name', { device: 'a'.repeat(16), seq: 77 }, undefined],
    ['the name of a sealed file', {}, (cargo: Uint8Array) => `${'e'.repeat(16)}-s1-${hashOf(cargo)}.age`],
  ] as const)('is not deceived by %s', async (_, change, name) => {
    const here = await sealed();
    const called = leave([noteOf('mine', 'INSERTED ')], change, name);
    // What is sealed by its name alone, no device of ours has written.
    for (let times = 0; times < 2; times++) expect(await run(here)).toBe(name ? 'damaged' : 'well');
    expect(await textOn(here, 'mine')).toBe('My own words.');
    expect(folder.files.has(called)).toBe(true);
  });

  it('does not believe what a plain file says about other files', async () => {
    const here = await sealed();
    const second = await deviceCalled('b');
    await unlock(second.ledger, [remote()], 'a long passphrase', signal, FAST);
    await second.type(subject('theirs'), 'theirs');
    await run(second);
    await run(here);
    const theirs = [...folder.files.keys()].filter((name) => name.startsWith('b') && name.includes('-s'));
    // "These are replaced", and then they are taken away: what they said must go there again.
    leave([], { device: 'b'.repeat(16), seq: 900, replaces: theirs });
    await run(here);
    for (const name of theirs) folder.files.delete(name);
    await run(here);
    const third = await deviceCalled('c');
    await unlock(third.ledger, [remote()], 'a long passphrase', signal, FAST);
    await run(third);
    expect(await textOn(third, 'theirs')).toBe('theirs');
  });

  it('cannot be flooded: a limited number is looked at, the others are counted and come up later', async () => {
    const here = await sealed();
    for (let n = 0; n < MOST_HELD + 20; n++)
      leave([noteOf(`n${n}`, 'text')], { device: n.toString(16).padStart(16, '0') });
    reads = [];
    await run(here);
    expect(await statusOf(here)).toMatchObject({ heldMore: 20 });
    expect((await statusOf(here)).held).toHaveLength(MOST_HELD);
    expect(reads.filter((name) => name.endsWith('.dat'))).toHaveLength(MOST_HELD);
    await judge(here, false);
    await run(here);
    // Read again before they go: what is deleted is what was looked at.
    await run(here);
    expect((await statusOf(here)).held).toHaveLength(20);
  });

  it('lets the reader delete files that cannot be read', async () => {
    const here = await sealed();
    const junk = new Uint8Array(50).fill(7);
    const name = composeName('e'.repeat(16), 'segment', 1, junk, 'plain');
    folder.files.set(name, junk);
    const bomb = leave([{ doc: 'note:big', update: new Uint8Array(LARGEST_UNPACKED_BYTES) }], { seq: 2 });
    expect(await run(here)).toBe('well');
    expect((await statusOf(here)).held.map(({ notes }) => notes)).toEqual([0, 0]);
    await judge(here, false);
    expect(await run(here)).toBe('well');
    expect([folder.files.has(name), folder.files.has(bomb)]).toEqual([false, false]);
  });

  describe('that was a plain folder until now', () => {
    it('takes over what was there when the passphrase was set, read or not', async () => {
      const [here, other] = [await deviceCalled('a'), await deviceCalled('b')];
      await other.type(subject('early'), 'read before');
      await run(other);
      await run(here);
      await other.type(subject('late'), 'written just before');
      await run(other);
      await setPassphrase(here.ledger, [remote()], 'a long passphrase', signal, FAST);
      expect(await run(here)).toBe('well');
      expect([await textOn(here, 'early'), await textOn(here, 'late')]).toEqual(['read before', 'written just before']);
      expect((await statusOf(here)).held).toEqual([]);
      expect([...folder.files.values()].every(isSealed)).toBe(true);
      // From the next moment on it does not.
      leave([noteOf('mine', 'too late')]);
      await run(here);
      expect(await here.store.read('mine')).toBeNull();
      expect((await statusOf(here)).held).toHaveLength(1);
    });

    it('keeps everything of a device that wrote plain files and unlocks later, without asking the reader', async () => {
      const [here, other] = [await deviceCalled('a'), await deviceCalled('b')];
      await run(here);
      await run(other);
      await setPassphrase(here.ledger, [remote()], 'a long passphrase', signal, FAST);
      await here.type(subject('mine'), 'mine');
      await run(here);
      // As Syncthing brings it, from a device that was away.
      await other.type(subject('theirs'), 'theirs');
      const keyrings = [...folder.files].filter(([name]) => name.endsWith('.age'));
      for (const [name] of keyrings) folder.files.delete(name);
      await run(other);
      for (const [name, bytes] of keyrings) folder.files.set(name, bytes);
      await run(here);
      expect((await statusOf(here)).held.length).toBeGreaterThan(0);
      expect(await textOn(here, 'theirs')).toBeUndefined();
      expect(await run(other)).toBe('locked');
      await unlock(other.ledger, [remote()], 'a long passphrase', signal, FAST);
      expect(await run(other)).toBe('well');
      expect(await run(here)).toBe('well');
      expect(await textOn(here, 'theirs')).toBe('theirs');
      expect((await statusOf(here)).held).toEqual([]);
      expect([...folder.files.values()].every(isSealed)).toBe(true);
    });

    it('takes nothing over on a device that unlocks what another device has sealed', async () => {
      const [here, other] = [await deviceCalled('a'), await deviceCalled('b')];
      await run(here);
      await run(other);
      await setPassphrase(here.ledger, [remote()], 'a long passphrase', signal, FAST);
      await run(here);
      leave([noteOf('x', 'INSERTED')]);
      await unlock(other.ledger, [remote()], 'a long passphrase', signal, FAST);
      await run(other);
      expect(await textOn(other, 'x')).toBeUndefined();
      expect((await statusOf(other)).held).toHaveLength(1);
    });
  });

  it('has its plain files held back also from a device that joins it without having looked', async () => {
    await sealed();
    leave([noteOf('x', 'INSERTED')]);
    const joining = await deviceCalled('c');
    await unlock(joining.ledger, [remote()], 'a long passphrase', signal, FAST);
    expect(await run(joining)).toBe('well');
    expect(await textOn(joining, 'mine')).toBe('My own words.');
    expect(await textOn(joining, 'x')).toBeUndefined();
    expect((await statusOf(joining)).held).toHaveLength(1);
  });

  it('still lists what is held back after a run that only delivers', async () => {
    const here = await sealed();
    leave([noteOf('x', 'INSERTED')]);
    await run(here);
    await here.type(subject('mine'), 'My own words. And more.');
    const options = {
      ledger: here.ledger,
      documents: DOCUMENTS,
      now: () => here.clock.at,
      online: () => true,
      step: () => {},
      signal,
    };
    const open = (_: unknown, ring: Parameters<typeof vaultOf>[0]) =>
      deviceFiles(store(), vaultOf(ring) as Vault<Protection>);
    await runRemote(ID, { ...options, open, mayOnlyDeliver: true });
    expect(await here.ledger.backlog(ID)).toMatchObject({ count: 0 });
    expect((await statusOf(here)).held).toHaveLength(1);
  });
});

describe('a sealed account', () => {
  async function sealed() {
    const area = fakeSyncArea();
    const here = await createAccountDevice({ area });
    await setPassphrase(here.ledger, [], 'a long passphrase', signal, FAST);
    await here.type(subject('mine'), 'My own words.');
    expect(await here.run()).toBeNull();
    return here;
  }
  const leave = async ({ area }: { area: ReturnType<typeof fakeSyncArea> }, note: DocUpdate) => {
    const items = toItems(keyOfDoc(note.doc, 'plain'), packDoc(note) as Cargo<'plain'>);
    await area.set({ ...items });
    return Object.keys(items);
  };

  it('keeps plain items out of the notes, reports them, and leaves them in place', async () => {
    const here = await sealed();
    const [name = ''] = await leave(here, noteOf('mine', 'INSERTED '));
    for (let times = 0; times < 2; times++) {
      expect(await here.run()).toBeNull();
      expect(await here.text('mine')).toBe('My own words.');
      expect(here.area.items.has(name)).toBe(true);
      const { held } = await statusOf(here);
      expect(held).toMatchObject([{ notes: 1, deviceName: '', look: [{ name: 'Name of mine', text: 'INSERTED ' }] }]);
    }
  });

  it('takes in what the reader recognises, and leaves nothing plain there', async () => {
    const here = await sealed();
    const [name = ''] = await leave(here, noteOf('late', 'typed before it heard'));
    await here.run();
    await judgeHeld(here.ledger, 'account', (await statusOf(here)).held, true);
    expect(await here.run()).toBeNull();
    expect(await here.text('late')).toBe('typed before it heard');
    expect(here.area.items.has(name)).toBe(false);
    expect((await statusOf(here)).held).toEqual([]);
  });

  it('deletes from the account what the reader rejects', async () => {
    const here = await sealed();
    const [name = ''] = await leave(here, noteOf('mine', 'INSERTED '));
    await here.run();
    await judgeHeld(here.ledger, 'account', (await statusOf(here)).held, false);
    expect(await here.run()).toBeNull();
    expect(here.area.items.has(name)).toBe(false);
    expect(await here.text('mine')).toBe('My own words.');
  });

  it('takes over what was there when the passphrase was set', async () => {
    const area = fakeSyncArea();
    const [here, other] = [await createAccountDevice({ area }), await createAccountDevice({ area })];
    await here.run();
    await other.type(subject('late'), 'written just before');
    await other.run();
    await setPassphrase(here.ledger, [here.remote], 'a long passphrase', signal, FAST);
    expect(await here.run()).toBeNull();
    expect(await here.text('late')).toBe('written just before');
    await leave(here, noteOf('late', 'too late '));
    await here.run();
    expect(await here.text('late')).toBe('written just before');
  });

  it('does not believe plain reports of devices', async () => {
    const here = await sealed();
    const report = { device: 'e'.repeat(16), name: 'Laptop', at: 1, count: 1, digest: 'x' };
    await here.area.set({ ...toItems(`d${report.device}`, packReport(report) as Cargo<'plain'>) });
    await here.run();
    expect((await statusOf(here)).devices).toEqual([]);
  });

  it('does not delete what is held back to make room', async () => {
    const here = await sealed();
    for (let n = 0; n < 14; n++) await here.type(subject(`big${n}`), noise(9000, n + 1));
    await here.run();
    const left = (await here.memory()).leftBehind[0]?.doc ?? '';
    expect(left).not.toBe('');
    const [name = ''] = await leave(here, noteOf(left.slice('note:'.length), 'held'));
    await here.run();
    await here.run();
    expect(here.area.items.has(name)).toBe(true);
  });
});
