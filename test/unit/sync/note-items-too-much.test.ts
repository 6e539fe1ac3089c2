/** Which notes are removed when the account holds more than allowed. */
import { describe, expect, it } from 'vitest';
import { ACCOUNT_BYTES, ACCOUNT_ITEMS, type Items, itemBytes, roomOf } from '../../../lib/sync/note-items/layout';
import { chooseToTakeAway, NOTES_ROOM } from '../../../lib/sync/note-items/too-much';
import { QUOTA } from '../../tools/fake-sync-area';

const key = (at: number) => `n${at.toString().padStart(12, '0')}`;
const doc = (at: number) => `note:${at}` as const;
/** An item that takes just so many bytes, as the browsers count. */
const sized = (name: string, bytes: number) => 'x'.repeat(bytes - itemBytes(name, '') - 4);
const account = (sizes: readonly number[]): Items =>
  Object.fromEntries(sizes.map((bytes, at) => [key(at), sized(key(at), bytes)]));
const homes = (...at: readonly number[]) => new Map(at.map((each) => [doc(each), new Set([key(each)])] as const));
const chosen = (all: Items, ...at: readonly number[]) => chooseToTakeAway(all, homes(...at)).map((each) => each.doc);

/** Seven large ones; the last fills up to just so much. */
const filledTo = (bytes: number) => account([10_000, 20_000, 8_000, 30_000, 15_000, 9_000, bytes - 92_000]);

describe('an account', () => {
  it('that is full to the last byte is left as it is; one byte more, and the largest note is removed', () => {
    expect(roomOf(filledTo(ACCOUNT_BYTES)).bytes).toBe(ACCOUNT_BYTES);
    expect(chosen(filledTo(ACCOUNT_BYTES), 0, 1, 2, 3, 4, 5, 6)).toEqual([]);
    expect(chosen(filledTo(ACCOUNT_BYTES + 1), 0, 1, 2, 3, 4, 5, 6)).toEqual([doc(3)]);
  });

  it('is full when Firefox, which counts more, accepts no byte more', () => {
    const asFirefoxCounts = (all: Items) => Buffer.byteLength(JSON.stringify(all));
    expect(asFirefoxCounts(filledTo(ACCOUNT_BYTES))).toBe(QUOTA.bytes);
  });

  it('with the most items allowed is left as it is; with one more, notes are removed until there is room for others', () => {
    const many = (count: number) => account(Array.from({ length: count }, () => 100));
    const all = Array.from({ length: ACCOUNT_ITEMS + 1 }, (_, at) => at);
    expect(chosen(many(ACCOUNT_ITEMS), ...all.slice(1))).toEqual([]);
    expect(chosen(many(ACCOUNT_ITEMS + 1), ...all)).toHaveLength(ACCOUNT_ITEMS + 1 - NOTES_ROOM.items);
  });

  it('loses the largest first, until the rest is within the limit for notes', () => {
    const all = account([30_000, 30_000, 25_000, 20_000, 10_000]);
    expect(chosen(all, 4, 3, 2, 1, 0)).toEqual([doc(0)]);
    const more = account([30_000, 30_000, 25_000, 40_000, 10_000]);
    expect(chosen(more, 4, 3, 2, 1, 0)).toEqual([doc(3)]);
    const most = account([30_000, 30_000, 45_000, 40_000, 10_000]);
    expect(chosen(most, 4, 3, 2, 1, 0)).toEqual([doc(2), doc(3)]);
  });

  it('loses no more than it must: what just fits stays', () => {
    const rest = NOTES_ROOM.bytes - 60_000;
    expect(chosen(account([30_000, 60_000, rest]), 0, 1, 2)).toEqual([doc(1)]);
    const just = account([30_000, 30_000, NOTES_ROOM.bytes - 60_000, 50_000]);
    expect(chosen(just, 0, 1, 2, 3)).toEqual([doc(3)]);
    const byOne = account([30_000, 30_000, NOTES_ROOM.bytes - 60_000 + 1, 50_000]);
    expect(chosen(byOne, 0, 1, 2, 3)).toHaveLength(2);
  });

  it('loses the same one of two equally large notes, in whichever order they are found', () => {
    const all = account([40_000, 40_000, 40_000]);
    expect(chosen(all, 0, 1, 2)).toEqual([doc(0)]);
    expect(chosen(all, 2, 1, 0)).toEqual([doc(0)]);
  });

  it('loses only notes that this device holds', () => {
    const all = account([60_000, 50_000]);
    expect(chosen(all, 1)).toEqual([doc(1)]);
    expect(chosen(all, 7)).toEqual([]);
  });

  it('loses a note with all its parts, and under each of its keys', () => {
    const all = { ...account([60_000, 55_000]), [`${key(0)}.1`]: sized(`${key(0)}.1`, 7000) };
    expect(chooseToTakeAway(all, homes(0, 1))).toMatchObject([{ doc: doc(0), names: [key(0), `${key(0)}.1`] }]);
    const twoHomes = new Map([[doc(0), new Set([key(0), key(1)])]]);
    const both = account([150_000, 120_000]);
    expect(chooseToTakeAway(both, twoHomes).map(({ names }) => names)).toEqual([[key(0)], [key(1)]]);
  });
});
