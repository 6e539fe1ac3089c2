import { describe, expect, it } from 'vitest';
import {
  leaveSearchPlace,
  searchAddress,
  takeSearchPlace,
  wordsSought,
} from '../../../entrypoints/own-page/search-place';

describe('the address of a search in the popup', () => {
  it.each(['Ilva Brandecker', 'café & bar/?#=%+', 'محمد'])('encodes %j and decodes it again', (words) => {
    const { search, pathname } = new URL(searchAddress(words, 7), 'moz-extension://x');
    expect([pathname, wordsSought(search), new URLSearchParams(search).get('tab')]).toEqual([
      '/popup.html',
      words,
      '7',
    ]);
  });

  it.each([
    ['', null],
    ['?card=iran', null],
    ['?find=', ''],
    ['?find=%E2%80%AEIlva%0ABrandecker', 'Ilva Brandecker'],
    [`?find=${'x'.repeat(5_000)}`, 'x'.repeat(200)],
  ])('%s is read as far as it is valid', (search, words) => {
    expect(wordsSought(search)).toBe(words);
  });
});

describe('words handed over to the toolbar popup', () => {
  const memory = () => {
    const stored: Record<string, unknown> = {};
    return {
      stored,
      get: async (key: string) => (key in stored ? { [key]: stored[key] } : {}),
      set: async (items: Record<string, unknown>) => void Object.assign(stored, items),
      async remove(key: string) {
        delete stored[key];
      },
    };
  };

  it.each(['Ilva', '', null])('are taken once (%j)', async (find) => {
    const area = memory();
    await leaveSearchPlace(area, { find, tab: 7 });
    expect(await takeSearchPlace(area, 7)).toEqual({ find, tab: 7 });
    expect(area.stored).toEqual({});
    expect(await takeSearchPlace(area, 7)).toBeNull();
  });

  it('are not used for another tab, and expire', async () => {
    const area = memory();
    await leaveSearchPlace(area, { find: 'Ilva', tab: 7 });
    expect(await takeSearchPlace(area, 8)).toBeNull();
    expect(await takeSearchPlace(area, 7)).toBeNull();
  });

  it.each([
    null,
    'Ilva',
    { tab: 7 },
    { find: 7, tab: 7 },
    { find: 'Ilva', tab: '7' },
    { find: 'Ilva', tab: 7, more: 1 },
  ])('that are %o are ignored', async (left) => {
    const area = memory();
    await leaveSearchPlace(area, left as never);
    expect(await takeSearchPlace(area, 7)).toBeNull();
  });
});
