/** What is written into the account, what is deleted from it, and in which order. */
import { describe, expect, it } from 'vitest';
import type { Cargo, Protection } from '../../../lib/sync';
import {
  type Items,
  keyOfDoc,
  keyOfReport,
  keyOfRing,
  readAccount,
  roomFor,
  roomOf,
  toItems,
} from '../../../lib/sync/note-items/layout';
import { packReport } from '../../../lib/sync/note-items/report';
import { NOTES_ROOM } from '../../../lib/sync/note-items/too-much';
import { keyId } from '../../../lib/sync/vault';
import { noise } from './account-device';
import { fakeAccount, lying, noteOf } from './fake-account';
import { bytesOf, ringOf } from './fake-visit';

const ana = noteOf('ana', 'typed here');
const more = noteOf('ana', 'typed here', ' and more');
const opec = noteOf('opec', 'oil');
const [there, theirs, other] = [lying(ana), lying(more), lying(opec)];
const cargo = (text: string) => bytesOf(text) as Cargo<Protection>;
const report = toItems(keyOfReport('a'.repeat(16)), cargo('a report')) as Items;
const big = (entity: string, length: number, seed = 1) => noteOf(entity, noise(length, seed));
const homesOf = (...of: readonly { readonly key: string; readonly row: { readonly docs: readonly string[] } }[]) => {
  const homes = new Map<'note:ana', Set<string>>();
  for (const { key, row } of of) {
    const doc = row.docs[0] as 'note:ana';
    homes.set(doc, (homes.get(doc) ?? new Set()).add(key));
  }
  return { homes };
};

describe('a note that waits in the outbox', () => {
  it('is written in one call with everything else, read back, and marked as delivered', async () => {
    const account = fakeAccount({ here: [ana, opec], waiting: ['note:ana', 'note:opec'] });
    const { leftBehind, sizes, notVerified } = await account.deliver({}, report);
    expect(account.done.map((each) => each.split(' ')[0])).toEqual(['write', 'settle']);
    expect(readAccount(account.all()).lying.size).toBe(3);
    expect(account.waits()).toEqual([]);
    expect([leftBehind, sizes, notVerified]).toEqual([[], {}, []]);
    expect(account.known().map(({ name, own, docs }) => [name, own, docs])).toEqual(
      expect.arrayContaining([
        [there.name, 1, ['note:ana']],
        [other.name, 1, ['note:opec']],
      ]),
    );
  });

  it('if there is none, nothing is written, unless there is something to report', async () => {
    const idle = fakeAccount();
    await idle.deliver();
    expect(idle.done).toEqual([]);
    const telling = fakeAccount();
    await telling.deliver({}, report);
    expect(telling.did('write')).toEqual([`write ${Object.keys(report)[0]}`]);
  });

  it('and is already in the account is marked as delivered without a write', async () => {
    const account = fakeAccount({ here: [ana], waiting: ['note:ana'], items: theirs.items });
    await account.deliver();
    expect([account.done, account.waits()]).toEqual([['settle note:ana'], []]);
  });

  it('and is in the account with less content overwrites it, and the row of the old value is dropped', async () => {
    const account = fakeAccount({
      here: [more],
      waiting: ['note:ana'],
      items: there.items,
      known: [there.row, other.row],
    });
    await account.deliver(homesOf(there));
    expect(account.did('write', 'settle')).toEqual([`write ${there.key}`, `settle note:ana -${there.name}`]);
    expect(account.known().map(({ name }) => name)).toEqual([other.name, theirs.name]);
  });

  it('does not overwrite what a newer Backstory wrote there', async () => {
    const account = fakeAccount({ here: [ana], waiting: ['note:ana'] });
    await account.deliver({ blocked: new Set([there.key]) });
    expect([account.done, account.waits()]).toEqual([[], ['note:ana']]);
  });

  it('overwrites a value that is not a note', async () => {
    const rubbish = toItems(there.key, cargo('no note')) as Items;
    const account = fakeAccount({ items: rubbish, here: [ana], waiting: ['note:ana'] });
    await account.deliver(homesOf(there));
    expect([readAccount(account.all()).lying.get(there.key), account.waits()]).toMatchObject([
      { state: 'whole', cargo: there.cargo },
      [],
    ]);
  });

  it('and was in the account before, and disappeared, is treated as former once it is there again', async () => {
    const account = fakeAccount({ here: [ana], waiting: ['note:ana'], known: [there.row] });
    await account.deliver();
    expect(account.did('settle')).toEqual(['settle note:ana']);
  });

  it('and no longer has a document is left alone', async () => {
    const account = fakeAccount({ waiting: ['note:ana'] });
    expect((await account.deliver()).leftBehind).toEqual([]);
    expect(account.did('write')).toEqual([]);
  });

  it('keeps waiting when the account reports another value, and that is reported', async () => {
    const written = (all: Items, items: Items) => ({ ...all, ...items, [there.key]: 'another device was quicker' });
    const account = fakeAccount({ here: [ana, opec], waiting: ['note:ana', 'note:opec'], written });
    const { notVerified } = await account.deliver({}, report);
    expect([notVerified, account.waits()]).toEqual([[there.key], ['note:ana']]);
  });

  it('is reported when something sent along with it did not arrive', async () => {
    const account = fakeAccount({ written: (all) => all });
    expect((await account.deliver({}, report)).notVerified).toEqual(Object.keys(report));
  });

  it('is not written once the run was cancelled', async () => {
    const account = fakeAccount({ here: [ana], waiting: ['note:ana'], signal: AbortSignal.abort() });
    await expect(account.deliver()).rejects.toMatchObject({ code: 'cancelled' });
    expect(account.done).toEqual([]);
  });
});

describe('a note that does not fit', () => {
  const filler = (bytes: number) => {
    // Values of strangers, which nobody here may take away.
    const items: Record<string, string> = {};
    for (let at = 0; roomOf(items).bytes < bytes; at++)
      Object.assign(items, lying(big(`filler${at}`, 4000, at + 9), 'strange').items);
    return items;
  };
  const nearlyFull = filler(NOTES_ROOM.bytes - 4000);

  it('is left behind with its size noted, and what fits is sent', async () => {
    const large = big('large', 30_000);
    const account = fakeAccount({ items: nearlyFull, here: [large, opec], waiting: ['note:large', 'note:opec'] });
    const { leftBehind, sizes } = await account.deliver();
    expect(account.did('write')).toEqual([`write ${other.key}`]);
    expect(account.waits()).toEqual(['note:large']);
    const { key, cargo: packed } = lying(large);
    const { bytes } = roomFor(key, packed.length);
    expect(leftBehind).toEqual([{ doc: 'note:large', bytes }]);
    expect(sizes).toEqual({ 'note:large': [0, bytes] });
  });

  it('costs no work at the next run as long as nothing has changed', async () => {
    const large = big('large', 30_000);
    const memory = { sizes: { 'note:large': [0, 28_000] as const } };
    const vault = { close: async (plain: Uint8Array) => (plain.length === 0 ? cargo('') : expect.fail('closed')) };
    const account = fakeAccount({ items: nearlyFull, here: [large], waiting: ['note:large'], memory, vault });
    expect(await account.deliver()).toMatchObject({
      leftBehind: [{ doc: 'note:large', bytes: 28_000 }],
      sizes: memory.sizes,
    });
    expect(account.done).toEqual([]);
  });

  it.each([
    ['it has changed since', [7, 28_000], nearlyFull],
    ['there is room now', [0, 28_000], {}],
  ] as const)('is tried again when %s', async (_why, [seq, bytes], items) => {
    const small = big('large', 100);
    const account = fakeAccount({
      items,
      here: [small],
      waiting: ['note:large'],
      memory: { sizes: { 'note:large': [seq, bytes] } },
    });
    expect((await account.deliver()).leftBehind).toEqual([]);
    expect(account.waits()).toEqual([]);
  });

  it('yields to notes that are in the account already, then to small notes, then to the latest changes', async () => {
    const order = async (waiting: readonly string[], homes: readonly string[] = []) => {
      const notes = waiting.map((entity) =>
        big(entity.slice('note:'.length), entity.includes('large') ? 2600 : 1300, 3),
      );
      const account = fakeAccount({ items: filler(NOTES_ROOM.bytes - 6000), here: notes, waiting: waiting as never });
      const keys = new Map(homes.map((doc) => [doc as 'note:ana', new Set([keyOfDoc(doc as 'note:ana', 'plain')])]));
      await account.deliver({ homes: keys });
      return account.waits();
    };
    const [small, large] = ['note:small', 'note:large'];
    expect(await order([large, small, 'note:a', 'note:b'])).toContain(large);
    expect(await order([large, small, 'note:a', 'note:b'], [large])).not.toContain(large);
  });

  it('displaces a value from before the passphrase only when nothing else helps, and only its own', async () => {
    const ring = ringOf('key');
    const before = lying(big('ana', 9000));
    const rest = filler(NOTES_ROOM.bytes - roomOf(before.items).bytes - 3000);
    const grown = big('ana', 9000);
    const account = fakeAccount({ items: { ...rest, ...before.items }, here: [grown], waiting: ['note:ana'], ring });
    const { leftBehind } = await account.deliver(homesOf(before));
    // Away with the old one, then in with the new one.
    expect(account.did('remove', 'write').map((each) => each.split(' ')[0])).toEqual(['remove', 'write']);
    expect(account.did('remove')[0]).toBe(`remove ${Object.keys(before.items).join(' ')}`);
    expect([leftBehind, account.waits()]).toEqual([[], []]);
    expect(readAccount(account.all()).lying.get(keyOfDoc('note:ana', keyId(ring)))?.state).toBe('whole');
  });

  it('under a passphrase does not stay there as plain text, but held-back items are not ours to delete', async () => {
    const ring = ringOf('key');
    const large = big('ana', 30_000);
    const given = { items: { ...nearlyFull, ...there.items }, here: [large], waiting: ['note:ana' as const], ring };
    const account = fakeAccount(given);
    expect((await account.deliver()).leftBehind).toHaveLength(1);
    expect(account.did('remove')).toEqual([`remove ${there.key}`]);
    const held = fakeAccount(given);
    await held.deliver({ heldKeys: new Set([there.key]) });
    expect(held.did('remove')).toEqual([]);
    const plain = fakeAccount({ ...given, ring: null, items: { ...nearlyFull, ...lying(ana, 'strange').items } });
    await plain.deliver();
    expect(plain.did('remove')).toEqual([]);
  });
});

describe('what is deleted from the account', () => {
  it('includes parts that no value needs any more', async () => {
    const long = toItems(there.key, cargo(noise(15_000))) as Items;
    const account = fakeAccount({ items: { ...long, ...there.items } });
    await account.deliver();
    expect(account.done).toEqual([`remove ${there.key}.1 ${there.key}.2`]);
  });

  it('includes notes under old keys, once a complete successor is there', async () => {
    const old = lying(ana, 'an old key');
    const both = fakeAccount({ items: { ...old.items, ...there.items } });
    await both.deliver(homesOf(old, there));
    expect(both.done).toEqual([`remove ${old.key}`]);
    const only = fakeAccount({ items: old.items });
    await only.deliver(homesOf(old));
    expect(only.done).toEqual([]);
    const broken = fakeAccount({ items: { ...old.items, [there.key]: 'rubbish' } });
    await broken.deliver(homesOf(old, there));
    expect(broken.done).toEqual([]);
  });

  it('excludes values whose successor still waits for room, since the successor may say less', async () => {
    const old = lying(more, 'an old key');
    const large = big('ana', 100_000);
    const account = fakeAccount({ items: { ...old.items, ...there.items }, here: [large], waiting: ['note:ana'] });
    const { leftBehind } = await account.deliver(homesOf(old, there));
    expect([leftBehind.length, account.did('remove')]).toEqual([1, []]);
  });

  it('starts with what the reader rejected', async () => {
    const account = fakeAccount({ items: other.items, here: [ana], waiting: ['note:ana'] });
    await account.deliver({ leftOut: [other.key, other.key, 'gone already'] });
    expect(account.did('remove', 'write')).toEqual([`remove ${other.key}`, `write ${there.key}`]);
  });

  it('includes plain reports of devices, once the account is sealed', async () => {
    const told = { device: 'b'.repeat(16), name: 'Phone', at: 5, count: 3, digest: 'd' };
    const items = toItems(keyOfReport(told.device), packReport(told) as Cargo<Protection>) as Items;
    const sealed = fakeAccount({ items, ring: ringOf('key') });
    await sealed.deliver();
    expect(sealed.done).toEqual([`remove ${Object.keys(items)[0]}`]);
    const open = fakeAccount({ items });
    await open.deliver();
    expect(open.done).toEqual([]);
    // Of another one there are but parts yet: it stays, and keeps nothing from going on.
    const apart = { [`${keyOfReport('c'.repeat(16))}.1`]: '1.abcdefgh.1/2.AAAA' };
    const arriving = fakeAccount({ items: { ...items, ...apart }, ring: ringOf('key') });
    await arriving.deliver();
    expect(arriving.all()).toEqual(apart);
  });

  it('includes this device’s previous ring file, once the new one is there complete', async () => {
    const ring = ringOf('new');
    const [oldKey, newKey] = [keyOfRing(ringOf('old').wrapped), keyOfRing(ring.wrapped)];
    const oldItems = toItems(oldKey, cargo('old')) as Items;
    const newItems = toItems(newKey, cargo('new')) as Items;
    const changed = fakeAccount({ items: { ...oldItems, ...newItems }, ring, memory: { ring: oldKey } });
    await changed.deliver();
    expect(changed.done).toEqual([`remove ${oldKey}`]);
    const missing = fakeAccount({ items: oldItems, ring, memory: { ring: oldKey } });
    await missing.deliver();
    expect(missing.done).toEqual([]);
    const same = fakeAccount({ items: newItems, ring, memory: { ring: newKey } });
    await same.deliver();
    expect(same.done).toEqual([]);
  });

  it('includes the largest notes when two browsers together stored too much; these wait to be written', async () => {
    const notes = [30_000, 60_000, 40_000].map((length, at) => lying(big(`n${at}`, length, at + 1)));
    const items = Object.assign({}, ...notes.map((note) => note.items)) as Items;
    expect(roomOf(items).bytes).toBeGreaterThan(NOTES_ROOM.bytes);
    const account = fakeAccount({ items });
    await account.deliver(homesOf(...notes));
    expect(account.did('enqueue', 'remove')).toEqual([
      'enqueue note:n1',
      `remove ${Object.keys(notes[1]?.items ?? {}).join(' ')}`,
    ]);
  });
});
