import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cargo } from '../../../lib/sync';
import {
  ITEM_BYTES,
  type Items,
  itemBytes,
  keyOfDoc,
  keyOfReport,
  readAccount,
  roomFor,
  roomOf,
  toItems,
} from '../../../lib/sync/note-items/layout';

const cargoOf = (bytes: Uint8Array) => bytes as Cargo<'plain'>;
const DEVICE = '0123456789abcdef';
const KEY = keyOfDoc('note:Q1', 'plain');
const filled = (length: number) => cargoOf(new Uint8Array(length).map((_, i) => (i * 7 + 3) % 256));
/** `toEqual` looks at so many bytes one by one, which takes seconds. */
const holds = (items: Items, cargo: Uint8Array) => {
  const value = readAccount(items).lying.get(KEY);
  return value?.state === 'whole' && Buffer.compare(value.cargo, cargo) === 0;
};

describe('a value in the account', () => {
  it('is reassembled, whatever its length', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 30_000, size: 'max' }), (cargo) => {
        expect(holds(toItems(KEY, cargoOf(cargo)), cargo)).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  it('takes exactly the predicted room', () => {
    fc.assert(
      fc.property(fc.nat(100_000), (length) => {
        expect(roomOf(toItems(KEY, filled(length)))).toEqual(roomFor(KEY, length));
      }),
      { numRuns: 200 },
    );
  });

  it('takes exactly the predicted room, and is reassembled in whatever order its parts come', () => {
    for (const length of [0, 1, 2, 3, 6000, 6200, 14_000, 75_000]) {
      const items = toItems(KEY, filled(length));
      expect(roomOf(items), `${length}`).toEqual(roomFor(KEY, length));
      const backwards = Object.fromEntries(Object.entries(items).toReversed());
      expect(holds(backwards, filled(length)), `${length}`).toBe(true);
      expect(readAccount(backwards).lying.get(KEY)?.names).toEqual(Object.keys(items));
    }
    expect(roomFor(KEY, 75_000).items).toBeGreaterThan(10);
  });

  it('fills an item to the last byte that the browser accepts, and no further', () => {
    // From the length that just fits one item: one byte more makes two.
    let largest = 0;
    for (let length = 6000; roomFor(KEY, length).items === 1; length++) largest = length;
    const [name = '', value = ''] = Object.entries(toItems(KEY, filled(largest)))[0] ?? [];
    expect(itemBytes(name, value)).toBeLessThanOrEqual(ITEM_BYTES);
    expect(itemBytes(name, value)).toBeGreaterThan(ITEM_BYTES - 2);
    const two = toItems(KEY, filled(largest + 1));
    expect(Object.keys(two)).toEqual([KEY, `${KEY}.1`]);
    expect(Object.entries(two).every(([part, text]) => itemBytes(part, text) <= ITEM_BYTES)).toBe(true);
    // The first of two is as full as an item can be.
    expect(itemBytes(KEY, two[KEY] ?? '')).toBe(ITEM_BYTES);
  });

  it('stays within the limit at every length around each item border', () => {
    for (let parts = 1; parts <= 12; parts++) {
      let border = 6000 * parts;
      while (roomFor(KEY, border).items <= parts) border++;
      for (const length of [border - 1, border, border + 1]) {
        const items = Object.entries(toItems(KEY, filled(length)));
        expect(items.every(([name, text]) => itemBytes(name, text) <= ITEM_BYTES)).toBe(true);
        expect(items).toHaveLength(roomFor(KEY, length).items);
      }
    }
  });

  it('counts bytes of UTF-8 and of JSON, not characters', () => {
    expect(itemBytes('é', 'ü"')).toBe(2 + 2 + 2 + 2);
  });
});

describe('a value whose parts do not match', () => {
  const long = toItems(KEY, filled(14_000));
  const other = toItems(KEY, filled(14_001));

  it('is incomplete while a part is missing', () => {
    const { [`${KEY}.1`]: _, ...without } = long;
    expect(readAccount(without).lying.get(KEY)?.state).toBe('incomplete');
    const { [KEY]: __, ...headless } = long;
    expect(readAccount(headless).lying.get(KEY)?.state).toBe('incomplete');
  });

  it('is incomplete while its parts come from two devices', () => {
    expect(readAccount({ ...long, [KEY]: other[KEY] ?? '' }).lying.get(KEY)?.state).toBe('incomplete');
    const otherwiseCut = long[`${KEY}.1`]?.replace('.1/3.', '.1/4.') ?? '';
    expect(readAccount({ ...long, [`${KEY}.1`]: otherwiseCut }).lying.get(KEY)?.state).toBe('incomplete');
  });

  it('is damaged when one of its characters has changed', () => {
    const text = long[`${KEY}.1`] ?? '';
    const rotten = `${text.slice(0, -5)}${text.at(-5) === 'A' ? 'B' : 'A'}${text.slice(-4)}`;
    expect(readAccount({ ...long, [`${KEY}.1`]: rotten }).lying.get(KEY)?.state).toBe('damaged');
    const [sound = ''] = Object.values(toItems(KEY, filled(30)));
    const [nothing = ''] = Object.values(toItems(KEY, filled(0)));
    const bad = [
      ...['', 'hello', '1.', '1.abcdefgh.0/1.!', '1.abcdefgh.0/0.', '1.abcdefgh.1/1.AAAA', 'no note of 2027.'],
      // Cut short by one sign, with more before or behind, with other numbers of its parts.
      ...[sound.slice(0, -1), `${sound}!`, `x${sound}`, sound.replace('0/1', '1/1'), nothing.replace('0/1', '0/0')],
      '1.abcdefgh.0/1.A',
    ];
    for (const value of bad) expect(readAccount({ [KEY]: value }), value).toMatchObject({ strays: [], newer: null });
    for (const value of bad) expect(readAccount({ [KEY]: value }).lying.get(KEY)?.state, value).toBe('damaged');
    expect(readAccount({ ...long, [`${KEY}.1`]: 'rubbish' }).lying.get(KEY)?.state).toBe('damaged');
  });

  it('leaves parts of a longer value behind as strays', () => {
    const short = toItems(KEY, filled(10));
    const account = readAccount({ ...long, ...short });
    expect(account.lying.get(KEY)).toMatchObject({ state: 'whole', names: [KEY] });
    expect(account.strays).toEqual([`${KEY}.1`, `${KEY}.2`]);
    // Never the value itself, whichever is listed first.
    const backwards = readAccount(Object.fromEntries(Object.entries({ ...long, ...short }).toReversed()));
    expect(backwards.lying.get(KEY)).toMatchObject({ names: [KEY] });
    expect(backwards.strays).toEqual([`${KEY}.2`, `${KEY}.1`]);
  });

  it('is not ours when its name is not one of ours', () => {
    const account = readAccount({ hello: '9.x', 'n.1': 'x', nshort: 'x', [`${KEY}.0`]: 'x', [`our ${KEY}`]: 'x' });
    expect([account.lying.size, account.strays.length, account.newer]).toEqual([0, 0, null]);
  });
});

it('recognises a newer layout by its number', () => {
  expect(readAccount({ [KEY]: '2.whatever comes' }).newer).toBe(KEY);
  expect(readAccount({ [keyOfReport(DEVICE)]: '10.x' }).newer).toBe(keyOfReport(DEVICE));
  expect(readAccount(toItems(KEY, filled(3))).newer).toBeNull();
  // A kind of value that there is not yet; what others put there is nobody's business.
  const [value = ''] = Object.values(toItems(KEY, filled(3)));
  expect(readAccount({ x0123456789abcdef: value }).newer).toBe('x0123456789abcdef');
  expect(readAccount({ x0123456789abcdef: value.replace('1.', '10.') }).newer).toBe('x0123456789abcdef');
  expect(readAccount({ 'x0123456789abcdef.12': value }).newer).toBe('x0123456789abcdef.12');
  for (const name of ['other extension', 'X0123456789abcdef', 'its x0123456789abcdef', 'x0123456789abcdef: theme'])
    expect(readAccount({ [name]: value }).newer, name).toBeNull();
  expect(readAccount({ x0123456789abcdef: 'theme: dark' }).newer).toBeNull();
});

it('hides a document’s name from everybody without the secret', () => {
  expect(keyOfDoc('note:Q1', 'a')).toMatch(/^n[\w-]{12}$/);
  expect(keyOfDoc('note:Q1', 'a')).toBe(keyOfDoc('note:Q1', 'a'));
  expect(keyOfDoc('note:Q1', 'a')).not.toBe(keyOfDoc('note:Q1', 'b'));
  expect(keyOfDoc('note:Q1', 'a')).not.toBe(keyOfDoc('note:Q2', 'a'));
});
