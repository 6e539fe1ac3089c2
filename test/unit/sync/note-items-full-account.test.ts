/** A full account: which note is sent, which one waits, and which value gives way to another. */
import { describe, expect, it } from 'vitest';
import type { DocId } from '../../../lib/database';
import type { DocUpdate } from '../../../lib/notes';
import type { Cargo, Protection } from '../../../lib/sync';
import {
  type Items,
  itemBytes,
  keyOfDoc,
  type Room,
  readAccount,
  roomFor,
  roomOf,
} from '../../../lib/sync/note-items/layout';
import { NOTES_ROOM } from '../../../lib/sync/note-items/too-much';
import { keyId } from '../../../lib/sync/vault';
import { noise } from './account-device';
import { fakeAccount, lying, noteOf } from './fake-account';
import { ringOf } from './fake-visit';

const strangeName = (at: number) => `n-strange${at.toString().padStart(4, '0')}`;
const sized = (name: string, bytes: number) => 'x'.repeat(bytes - itemBytes(name, '') - 4);

/** What strangers put there, whom nobody here may touch: so much of it that just so much is left for notes. */
function leaving({ bytes, items = 460 }: Partial<Room> & Pick<Room, 'bytes'>, beside: Items = {}): Items {
  const used = roomOf(beside);
  const count = NOTES_ROOM.items - used.items - items;
  const small = Array.from({ length: count - 1 }, (_, at) => [strangeName(at), sized(strangeName(at), 50)] as const);
  const rest = NOTES_ROOM.bytes - used.bytes - bytes - small.length * 50;
  const strange = Object.fromEntries([...small, [strangeName(count), sized(strangeName(count), rest)]]);
  expect(roomOf({ ...strange, ...beside })).toEqual({
    bytes: NOTES_ROOM.bytes - bytes,
    items: NOTES_ROOM.items - items,
  });
  return { ...strange, ...beside };
}

const sizeOf = (note: DocUpdate) => roomFor(lying(note).key, lying(note).cargo.length);
const stateOf = (all: Items, key: string) => readAccount(all).lying.get(key);
const says = (all: Items, note: DocUpdate, secret = 'plain') => {
  const { key, cargo } = lying(note, secret);
  const value = stateOf(all, key);
  return value?.state === 'whole' && Buffer.compare(value.cargo, cargo) === 0;
};
const homesOf = (...homes: readonly (readonly [doc: DocId, ...keys: string[]])[]) => ({
  homes: new Map(homes.map(([doc, ...keys]) => [doc, new Set(keys)] as const)),
});

const ana = noteOf('ana', 'typed here');

describe('a note', () => {
  const room = sizeOf(ana);

  it.each([
    ['goes out where it fits to the last byte', room.bytes, 5, []],
    ['waits where one byte is missing', room.bytes - 1, 5, ['note:ana']],
    ['goes out where there is room for one more item', 5000, 1, []],
    ['waits where there is room for no item', 5000, 0, ['note:ana']],
  ])('%s', async (_what, bytes, items, waits) => {
    const account = fakeAccount({ items: leaving({ bytes, items }), here: [ana], waiting: ['note:ana'] });
    const { leftBehind } = await account.deliver();
    expect([account.waits(), leftBehind.map(({ doc }) => doc)]).toEqual([waits, waits]);
    expect(says(account.all(), ana)).toBe(waits.length === 0);
  });

  it('counts with its sealed size', async () => {
    const seal = 300;
    const close = async (plain: Uint8Array) => new Uint8Array([...plain, ...new Uint8Array(seal)]) as Cargo<Protection>;
    const sealed = roomFor(lying(ana).key, lying(ana).cargo.length + seal);
    for (const missing of [0, 1]) {
      const items = leaving({ bytes: sealed.bytes - missing });
      const account = fakeAccount({ items, here: [ana], waiting: ['note:ana'], vault: { close } });
      const { leftBehind } = await account.deliver();
      expect(leftBehind).toEqual(missing === 0 ? [] : [{ doc: 'note:ana', bytes: sealed.bytes }]);
    }
  });

  it('that grew needs only the extra room, across all its parts', async () => {
    const before = lying(noteOf('ana', noise(17_000)));
    const grown = noteOf('ana', noise(17_000), noise(600, 2));
    const more = sizeOf(grown).bytes - roomOf(before.items).bytes;
    expect([sizeOf(grown).items, more > 0]).toEqual([Object.keys(before.items).length, true]);
    for (const missing of [0, 1]) {
      const items = leaving({ bytes: more - missing, items: 0 }, before.items);
      const account = fakeAccount({ items, here: [grown], waiting: ['note:ana'], known: [before.row] });
      await account.deliver(homesOf(['note:ana', before.key]));
      expect(account.waits()).toEqual(missing === 0 ? [] : ['note:ana']);
      expect(says(account.all(), missing === 0 ? grown : noteOf('ana', noise(17_000)))).toBe(true);
    }
  });

  it('that does not grow is sent even when the account holds more than notes may use', async () => {
    const before = noteOf('ana', '', 'typed anew');
    const anew = noteOf('ana', 'typed anew');
    expect(sizeOf(anew)).toEqual(sizeOf(before));
    const account = fakeAccount({
      items: leaving({ bytes: -500, items: -3 }, lying(before).items),
      here: [anew],
      waiting: ['note:ana'],
    });
    await account.deliver(homesOf(['note:ana', lying(before).key]));
    expect([account.waits(), says(account.all(), anew)]).toEqual([[], true]);
    // And one that takes less.
    const long = noteOf('ana', '', noise(3000));
    const shorter = fakeAccount({
      items: leaving({ bytes: -500, items: -3 }, lying(long).items),
      here: [ana],
      waiting: ['note:ana'],
    });
    await shorter.deliver(homesOf(['note:ana', lying(long).key]));
    expect([shorter.waits(), says(shorter.all(), ana)]).toEqual([[], true]);
  });

  it('that did not fit last time is sent as soon as it fits to the last byte and item', async () => {
    const memory = { sizes: { 'note:ana': [0, room.bytes] as const } };
    const account = fakeAccount({
      items: leaving({ bytes: room.bytes, items: 1 }),
      here: [ana],
      waiting: ['note:ana'],
      memory,
    });
    expect((await account.deliver()).leftBehind).toEqual([]);
    expect(account.waits()).toEqual([]);
  });

  it('that found no free item last time is not even measured while there is none', async () => {
    const measured = 1234;
    const account = fakeAccount({
      items: leaving({ bytes: 5000, items: 0 }),
      here: [ana],
      waiting: ['note:ana'],
      memory: { sizes: { 'note:ana': [0, measured] } },
    });
    expect((await account.deliver()).leftBehind).toEqual([{ doc: 'note:ana', bytes: measured }]);
  });

  it('that was left behind is remembered with that content: later changes are tried again', async () => {
    const large = noteOf('large', noise(30_000));
    const account = fakeAccount({
      items: leaving({ bytes: 5000 }),
      here: [ana, large],
      waiting: ['note:ana', 'note:large'],
    });
    const { sizes } = await account.deliver();
    expect(sizes).toEqual({ 'note:large': [1, sizeOf(large).bytes] });
  });
});

describe('among several notes', () => {
  const settings: DocUpdate = { ...noteOf('x', 'which sites'), doc: 'settings' };
  const [first, second] = [noteOf('a', 'as long'), noteOf('b', 'as long')];

  it('settings go first, then the latest changes', async () => {
    const here = [first, second, settings];
    expect(sizeOf(first)).toEqual(sizeOf(second));
    const left = async (items: number) => {
      const waiting = here.map(({ doc }) => doc);
      const account = fakeAccount({ items: leaving({ bytes: 5000, items }), here, waiting });
      await account.deliver();
      return account.waits();
    };
    expect(await left(1)).toEqual(['note:a', 'note:b']);
    expect(await left(2)).toEqual(['note:a']);
  });

  it('more than one read can take are each sent once, and the one too many is reported once', async () => {
    const here = Array.from({ length: NOTES_ROOM.items + 1 }, (_, at) => noteOf(`e${at}`, 'x'));
    const account = fakeAccount({ here, waiting: here.map(({ doc }) => doc) });
    const { leftBehind } = await account.deliver();
    expect(leftBehind.map(({ doc }) => doc)).toEqual(account.waits());
    expect([account.waits().length, Object.keys(account.all()).length]).toEqual([1, NOTES_ROOM.items]);
  });
});

describe('a passphrase that is changed', () => {
  const ring = ringOf('new');
  const secret = keyId(ring);
  const notes = [noteOf('ana', noise(9000)), noteOf('opec', noise(8000, 2))] as const;
  const former = notes.map((note) => lying(note, 'the key of before'));
  const oldItems: Items = { ...former[0]?.items, ...former[1]?.items };
  const oldHomes = notes.map(({ doc }, at) => [doc, former[at]?.key ?? ''] as const);
  const waiting = notes.map(({ doc }) => doc);

  it('replaces the old values by their successors, one after the other', async () => {
    const account = fakeAccount({ items: leaving({ bytes: 1500 }, oldItems), here: notes, waiting, ring });
    const { leftBehind } = await account.deliver(homesOf(...oldHomes));
    // At no time are both notes away.
    expect(account.did('remove', 'write').map((each) => each.split(' ').slice(0, 2))).toEqual([
      ['remove', former[1]?.key],
      ['write', keyOfDoc('note:opec', secret)],
      ['remove', former[0]?.key],
      ['write', keyOfDoc('note:ana', secret)],
    ]);
    expect([leftBehind, account.waits()]).toEqual([[], []]);
    expect(notes.map((note) => says(account.all(), note, secret))).toEqual([true, true]);
  });

  it('deletes no old value whose successor does not fit even then', async () => {
    const grown = noteOf('ana', noise(9000), noise(9000, 3));
    const items = leaving({ bytes: 1500 }, former[0]?.items);
    const account = fakeAccount({ items, here: [grown], waiting: ['note:ana'], ring });
    const { leftBehind } = await account.deliver(homesOf(['note:ana', former[0]?.key ?? '']));
    expect([leftBehind.length, account.did('remove'), account.all()]).toEqual([1, [], items]);
  });

  it('leaves values that are under the right key until they are overwritten', async () => {
    const right = lying(noteOf('ana', 'less'), secret);
    const items = leaving({ bytes: 1500 }, { ...former[0]?.items, ...right.items });
    const account = fakeAccount({ items, here: [notes[0]], waiting: ['note:ana'], ring });
    await account.deliver(homesOf(['note:ana', former[0]?.key ?? '', right.key]));
    expect(account.did('remove')).toEqual([`remove ${Object.keys(former[0]?.items ?? {}).join(' ')}`]);
    expect([account.waits(), says(account.all(), notes[0], secret)]).toEqual([[], true]);
  });

  it('also makes room for other notes by deleting plain values that may not stay', async () => {
    const plain = lying(noteOf('large', noise(9000)));
    const large = noteOf('large', noise(9000), noise(30_000, 2));
    const small = noteOf('small', noise(4000, 5));
    const account = fakeAccount({
      items: leaving({ bytes: 1500 }, plain.items),
      here: [large, small],
      waiting: ['note:large', 'note:small'],
      ring,
    });
    const { leftBehind } = await account.deliver(homesOf(['note:large', plain.key]));
    expect(leftBehind.map(({ doc }) => doc)).toEqual(['note:large']);
    expect([stateOf(account.all(), plain.key), says(account.all(), small, secret)]).toEqual([undefined, true]);
  });
});

describe('what is stored under a note’s own key', () => {
  const note = noteOf('ana', noise(9000));
  const { key } = lying(note);

  it('is replaced by the note if it is the remains of a longer value', async () => {
    const remains = Object.fromEntries(
      [2, 3, 4].map((part) => [`${key}.${part}`, `1.abcdefgh.${part}/5.${'A'.repeat(4000)}`]),
    );
    const account = fakeAccount({ items: leaving({ bytes: 500 }, remains), here: [note], waiting: ['note:ana'] });
    await account.deliver(homesOf(['note:ana', key]));
    expect([account.waits(), says(account.all(), note)]).toEqual([[], true]);
  });

  it('waits for room again if it was removed because two browsers together stored too much', async () => {
    const notes = [30_000, 60_000, 40_000].map((length, at) => noteOf(`n${at}`, noise(length, at + 1)));
    const items = Object.assign({}, ...notes.map((each) => lying(each).items)) as Items;
    const account = fakeAccount({ items, here: notes });
    const { leftBehind } = await account.deliver(homesOf(...notes.map((each) => [each.doc, lying(each).key] as const)));
    expect(leftBehind.map(({ doc }) => doc)).toEqual(['note:n1']);
    expect(notes.map((each) => says(account.all(), each))).toEqual([true, false, true]);
  });
});
