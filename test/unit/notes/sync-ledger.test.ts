import { describe, expect, it } from 'vitest';
import type { RemoteId } from '../../../lib/database';
import { DamagedUpdateError } from '../../../lib/notes';
import { ana, bring, createDevice, type Device, opec } from './device';

const A: RemoteId = 'account';
const B: RemoteId = 'webdav:b';

const docs = async ({ ledger }: Device, remote: RemoteId) => (await ledger.pending(remote, 100)).map(({ doc }) => doc);

async function deviceWith(...remotes: RemoteId[]) {
  const device = createDevice();
  for (const remote of remotes) await device.addRemote(remote);
  return device;
}

/** Delivers everything that is pending at one device to another one. */
async function deliver(from: Device, to: Device, remote: RemoteId): Promise<void> {
  const pending = await from.ledger.pending(remote, 100);
  await to.ledger.accept(remote, pending, []);
  await from.ledger.settle(remote, pending, [], []);
}

const text = async ({ store }: Device) => (await store.read('ana'))?.text;

describe('the outbox', () => {
  it('has each change for each remote, ordered by the oldest change', async () => {
    const device = await deviceWith(A, B);
    await device.type(opec, 'Vienna');
    device.clock.at += 1000;
    await device.type(ana, 'Minister');
    device.clock.at += 1000;
    await device.type(opec, 'Vienna again');
    expect(await docs(device, A)).toEqual(['note:opec', 'note:ana']);
    expect(await docs(device, B)).toEqual(['note:opec', 'note:ana']);
    expect(await device.ledger.pending(A, 1)).toMatchObject([{ doc: 'note:opec', seq: 2 }]);
    expect(await device.ledger.backlog(A)).toEqual({ count: 2, since: device.clock.at - 2000 });
    expect(await device.ledger.backlog('folder:none')).toEqual({ count: 0, since: null });
  });

  it('is filled with everything for a new remote, and with nothing for one that is saved again', async () => {
    const device = createDevice();
    await device.type(ana, 'Minister');
    await device.settings.change(new Map([['set:density', 'quiet']]));
    await device.addRemote(A);
    expect(await docs(device, A)).toEqual(['note:ana', 'settings']);
    await device.ledger.settle(A, await device.ledger.pending(A, 9), [], []);
    await device.addRemote(A);
    expect(await docs(device, A)).toEqual([]);
  });

  it('carries enough to make the same note elsewhere, edit by edit', async () => {
    const one = await deviceWith(A);
    const two = createDevice();
    for (const words of ['Minister', 'Minister 🌍', 'Mister 🌎', '']) {
      await one.type(ana, words);
      await deliver(one, two, A);
      expect(await text(two)).toBe(words);
    }
    expect(await two.store.read('ana')).toMatchObject({ name: 'Ana Silva', kind: 'person' });
    expect(await two.ledger.digest()).toEqual(await one.ledger.digest());
  });

  it('carries all edits since the last delivery in one piece', async () => {
    const one = await deviceWith(A);
    const two = createDevice();
    for (const words of ['Minister', 'Minister since', 'Former Minister']) await one.type(ana, words);
    await one.store.addTag(ana, 'talks');
    await deliver(one, two, A);
    expect(await text(two)).toBe('Former Minister');
    expect(await two.ledger.digest()).toEqual(await one.ledger.digest());
  });

  it('does not return to a remote what came from it, but sends it to all others', async () => {
    const other = createDevice();
    await other.type(ana, 'Minister');
    const device = await deviceWith(A, B);
    await bring(other, device, A);
    expect(await docs(device, A)).toEqual([]);
    expect(await docs(device, B)).toEqual(['note:ana']);
    await bring(other, device, B);
    expect(await docs(device, A)).toEqual([]);
  });

  it('ignores received edits that are known already', async () => {
    const other = createDevice();
    await other.type(ana, 'Minister');
    const device = await deviceWith(A, B);
    await bring(other, device, A);
    await device.ledger.settle(B, await device.ledger.pending(B, 9), [], []);
    const told = device.committed.length;
    await bring(other, device, A);
    expect(await docs(device, B)).toEqual([]);
    expect(device.committed).toHaveLength(told);
  });

  it('keeps what was written during a delivery', async () => {
    const one = await deviceWith(A);
    const two = createDevice();
    await one.type(ana, 'Minister');
    const sent = await one.ledger.pending(A, 9);
    await one.type(ana, 'Minister since May');
    await two.ledger.accept(A, sent, []);
    await one.ledger.settle(A, sent, [], []);
    expect(await docs(one, A)).toEqual(['note:ana']);
    await deliver(one, two, A);
    expect(await text(two)).toBe('Minister since May');
    expect(await docs(one, A)).toEqual([]);
  });

  it('is not cleared by a receipt for an earlier row with the same number', async () => {
    const device = await deviceWith(A);
    await device.type(ana, 'Minister');
    const old = await device.ledger.pending(A, 9);
    await device.ledger.settle(A, old, [], []);
    await device.type(ana, 'Minister since May');
    await device.ledger.settle(A, old, [], []);
    expect(await docs(device, A)).toEqual(['note:ana']);
  });

  it('can be filled again with the whole documents that exist', async () => {
    const device = await deviceWith(A);
    await device.type(ana, 'Minister');
    await device.ledger.settle(A, await device.ledger.pending(A, 9), [], []);
    await device.ledger.enqueue(A, ['note:ana', 'note:ana', 'note:none']);
    expect(await docs(device, A)).toEqual(['note:ana']);
    const fresh = createDevice();
    await fresh.ledger.accept(A, await device.ledger.pending(A, 9), []);
    expect(await text(fresh)).toBe('Minister');
  });
});

describe('an update from a remote', () => {
  it('may come in any order: what cannot be applied yet is kept, and passed on', async () => {
    const one = await deviceWith(A);
    await one.type(ana, 'Minister');
    const first = await one.ledger.pending(A, 9);
    await one.ledger.settle(A, first, [], []);
    await one.type(ana, 'Minister since May');
    const second = await one.ledger.pending(A, 9);
    const two = await deviceWith(A, B);
    await two.ledger.accept(A, second, []);
    const three = createDevice();
    await deliver(two, three, B);
    // The earlier words reach both by other ways.
    await three.ledger.accept(A, first, []);
    expect(await text(three)).toBe('Minister since May');
    await two.ledger.accept(A, first, []);
    expect(await text(two)).toBe('Minister since May');
    const four = createDevice();
    await deliver(two, four, B);
    await bring(three, four);
    expect(await four.ledger.digest()).toEqual(await one.ledger.digest());
  });

  it('that is damaged changes nothing, nor does the rest of its batch', async () => {
    const other = createDevice();
    await other.type(ana, 'Minister');
    await other.type(opec, 'Vienna');
    const [good, bad] = await other.store.allDocs();
    if (!good || !bad) throw new Error('two notes were written');
    const device = await deviceWith(A, B);
    const rotten = { ...bad, update: bad.update.slice(0, bad.update.length - 5) };
    const files = [{ remote: A, name: 'x', own: 0 as const, bytes: 1, docs: [] }];
    const error = await device.ledger.accept(A, [good, rotten], files).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(DamagedUpdateError);
    expect(error).toMatchObject({ doc: bad.doc });
    expect(await device.ledger.docIds()).toEqual([]);
    expect(await device.ledger.files(A)).toEqual([]);
    expect(await docs(device, B)).toEqual([]);
    await device.ledger.accept(A, [good, bad], files);
    expect(await device.ledger.files(A)).toEqual(files);
    expect(await device.store.count()).toBe(2);
  });
});

describe('the digest', () => {
  it('is equal exactly when the content is equal', async () => {
    const [one, two] = [createDevice(), createDevice()];
    await one.type(ana, 'Minister');
    await one.settings.change(new Map([['set:density', 'quiet']]));
    expect(await one.ledger.digest()).not.toEqual(await two.ledger.digest());
    await bring(one, two);
    expect(await one.ledger.digest()).toEqual(await two.ledger.digest());
    await two.settings.change(new Map([['set:density', 'every']]));
    expect(await one.ledger.digest()).not.toEqual(await two.ledger.digest());
    await bring(two, one);
    expect(await one.ledger.digest()).toEqual(await two.ledger.digest());
    await two.store.remove('ana');
    expect((await two.ledger.digest()).count).toBe(0);
    expect(await one.ledger.digest()).not.toEqual(await two.ledger.digest());
  });
});

describe('a remote', () => {
  it('is changed only while it exists, and removed with everything known about it', async () => {
    const device = await deviceWith(A, B);
    await device.type(ana, 'Minister');
    const file = (name: string) => ({ remote: A, name, own: 1 as const, bytes: 3, docs: ['note:ana' as const] });
    await device.ledger.settle(A, [], [file('1'), file('2')], []);
    await device.ledger.settle(A, [], [file('3')], ['1']);
    expect((await device.ledger.files(A)).map(({ name }) => name)).toEqual(['2', '3']);
    await device.ledger.changeRemote(A, { joined: 1, lastSuccess: 5 });
    expect(await device.ledger.remotes()).toMatchObject([{ id: A, joined: 1, lastSuccess: 5 }, { id: B }]);
    await device.ledger.dropRemote(A);
    await device.ledger.changeRemote(A, { joined: 1 });
    expect((await device.ledger.remotes()).map(({ id }) => id)).toEqual([B]);
    expect(await device.ledger.files(A)).toEqual([]);
    expect(await docs(device, A)).toEqual([]);
    expect(await docs(device, B)).toEqual(['note:ana']);
  });
});

it('a device keeps its name for ever', async () => {
  const { ledger } = createDevice();
  const [first, second] = await Promise.all([ledger.device(), ledger.device()]);
  expect(first).toEqual(second);
  await ledger.nameDevice('Laptop');
  expect(await ledger.device()).toEqual({ ...first, name: 'Laptop' });
});

it('a key ring is stored', async () => {
  const { ledger } = createDevice();
  expect(await ledger.ring()).toBeNull();
  const ring = { id: 'ring' as const, identities: ['x'], current: 'x', wrapped: new Uint8Array([1]) };
  await ledger.saveRing(ring);
  expect(await ledger.ring()).toEqual(ring);
  // Another page made one at the same time: what either has sealed must stay open.
  await ledger.saveRing({ ...ring, identities: ['y'], current: 'y' });
  expect(await ledger.ring()).toEqual({ ...ring, identities: ['y', 'x'], current: 'y' });
});
