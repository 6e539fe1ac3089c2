import { describe, expect, it } from 'vitest';
import {
  cardAddress,
  leaveBesidePlace,
  leaveCardPlace,
  readCardPlace,
  takeBesidePlace,
  takeCardPlace,
} from '../../../entrypoints/own-page/card-place';

const NOTHING = { card: null, day: null, tab: null };

describe('the address of a card in the popup', () => {
  it.each([
    { card: 'iran', day: '2020-11-20', tab: 7 },
    { card: 'café & bar/?#=%', day: null, tab: null },
    { card: 'محمد', day: '2024-02-29', tab: 2 ** 31 - 1 },
    { card: null, day: null, tab: 0 },
  ])('encodes %o and decodes it again', (place) => {
    expect(readCardPlace(new URL(cardAddress(place), 'moz-extension://x').search)).toEqual(place);
  });

  it.each([
    ['', NOTHING],
    ['?card=', NOTHING],
    [`?card=${'x'.repeat(201)}`, NOTHING],
    ['?card=iran&day=2020-13-01', { ...NOTHING, card: 'iran' }],
    ['?card=iran&day=2023-02-29', { ...NOTHING, card: 'iran' }],
    ['?card=iran&day=20-11-2020', { ...NOTHING, card: 'iran' }],
    ['?card=iran&day=2020-11-20T00:00', { ...NOTHING, card: 'iran' }],
    ['?tab=12x', NOTHING],
    ['?tab=-1', NOTHING],
    ['?tab=1.5', NOTHING],
    ['?tab=1e3', NOTHING],
    ['?tab=', NOTHING],
    [`?tab=${2 ** 31}`, NOTHING],
    ['?tab=99999999999999999999', NOTHING],
    ['?tab=5&card=iran', { card: 'iran', day: null, tab: 5 }],
  ])('%s is read as far as it is valid', (search, place) => {
    expect(readCardPlace(search)).toEqual(place);
  });
});

function memory(stored: Record<string, unknown> = {}) {
  return {
    stored,
    get: async (key: string) => (key in stored ? { [key]: stored[key] } : {}),
    set: async (items: Record<string, unknown>) => void Object.assign(stored, items),
    async remove(key: string) {
      delete stored[key];
    },
  };
}

describe('a card handed over to the toolbar popup', () => {
  const place = { card: 'iran', day: '2020-11-20', tab: 7 };

  it('is taken once', async () => {
    const area = memory();
    await leaveCardPlace(area, place);
    expect(await takeCardPlace(area, 7)).toEqual(place);
    expect(area.stored).toEqual({});
    expect(await takeCardPlace(area, 7)).toBeNull();
  });

  it('is not used for another tab, and expires', async () => {
    const area = memory();
    await leaveCardPlace(area, place);
    expect(await takeCardPlace(area, 8)).toBeNull();
    expect(await takeCardPlace(area, 7)).toBeNull();
  });

  it.each([null, 'iran', { ...place, card: '' }, { ...place, day: 'yesterday' }, { ...place, more: 1 }])(
    'that is %o is ignored',
    async (left) => {
      const area = memory();
      await leaveCardPlace(area, left as never);
      expect(await takeCardPlace(area, 7)).toBeNull();
    },
  );
});

describe('a card handed over to the panel', () => {
  const place = { card: 'iran', day: '2020-11-20', tab: 7 };

  it('is taken once, only by the panel beside its tab', async () => {
    const area = memory();
    await leaveBesidePlace(area, place, 1_000);
    // The panel of another window hears of it, too.
    expect(await takeBesidePlace(area, 8, 1_000)).toBeNull();
    expect(await takeBesidePlace(area, 7, 1_000)).toEqual(place);
    expect(area.stored).toEqual({});
    expect(await takeBesidePlace(area, 7, 1_000)).toBeNull();
  });

  it.each([
    [120_000, place],
    [120_001, null],
    [-120_001, null],
  ])('after %i ms it is %o', async (later, found) => {
    const area = memory();
    await leaveBesidePlace(area, place, 1_000_000);
    expect(await takeBesidePlace(area, 7, 1_000_000 + later)).toEqual(found);
    expect(area.stored).toEqual({});
  });

  it('is not used by the popup, nor the popup’s by the panel', async () => {
    const area = memory();
    await leaveBesidePlace(area, place, 0);
    expect(await takeCardPlace(area, 7)).toBeNull();
    await leaveCardPlace(area, { ...place, card: 'iraq' });
    expect(await takeBesidePlace(area, 7, 0)).toEqual(place);
  });

  it.each([null, { ...place, at: 'now' }, { ...place, at: 0, card: '' }, place])(
    'that is %o is ignored',
    async (left) => {
      const area = memory({ 'beside-place': left });
      expect(await takeBesidePlace(area, 7, 0)).toBeNull();
    },
  );
});
