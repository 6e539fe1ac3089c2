import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { createDatabase } from '../../../lib/database';
import { createChosenDays, storyAddressOf } from '../../../lib/knowledge';

const STORY = 'https://paper.test/2023/story?id=7';
let session: Map<string, unknown>;
let days: ReturnType<typeof createChosenDays>;
let database: ReturnType<typeof createDatabase>;
let tests = 0;

beforeEach(() => {
  session = new Map();
  database = createDatabase(`days-${++tests}`);
  days = createChosenDays(database, {
    get: async (key) => (session.has(key) ? { [key]: session.get(key) } : {}),
    set: async (items) => {
      for (const [key, value] of Object.entries(items)) session.set(key, value);
    },
    remove: async (key) => void session.delete(key),
  });
});

describe('the address under which a story’s day is stored', () => {
  it.each([
    ['https://paper.test/a#comments', 'https://paper.test/a'],
    ['https://paper.test/a?utm_source=x&fbclid=1', 'https://paper.test/a'],
    ['https://paper.test/?p=123&utm_medium=y', 'https://paper.test/?p=123'],
    ['https://paper.test/#!/story/7', 'https://paper.test/#!/story/7'],
    ['https://name:secret@paper.test/a', 'https://paper.test/a'],
    ['chrome://settings', null],
    ['about:srcdoc', null],
    ['', null],
    [`https://paper.test/${'x'.repeat(5_000)}`, null],
  ])('%s: %s', (address, story) => expect(storyAddressOf(address)).toBe(story));
});

describe('a day set by the reader', () => {
  it('is stored for its story only, until it is removed', async () => {
    await days.choose(STORY, '2023-11-08', false);
    expect(await days.of(`${STORY}&utm_source=mail#top`, false)).toBe('2023-11-08');
    expect(await days.of('https://paper.test/2023/story?id=8', false)).toBeNull();
    expect(await days.count()).toBe(1);
    await days.choose(STORY, '2023-11-07', false);
    expect(await days.of(STORY, false)).toBe('2023-11-07');
    expect(await days.count()).toBe(1);
    for (const day of ['0099-12-31', '2024-02-29', '-0043-03-15', '-0001-12-31']) {
      await days.choose(STORY, day, false);
      expect(await days.of(STORY, false)).toBe(day);
    }
    await days.choose(STORY, null, false);
    expect(await days.of(STORY, false)).toBeNull();
    expect(await days.count()).toBe(0);
  });

  it('applies in private windows, where a different one is never stored on disk', async () => {
    await days.choose(STORY, '2023-11-08', false);
    expect(await days.of(STORY, true)).toBe('2023-11-08');
    await days.choose(STORY, '2001-01-01', true);
    expect([await days.of(STORY, true), await days.of(STORY, false)]).toEqual(['2001-01-01', '2023-11-08']);
    expect(await days.count()).toBe(1);
    await days.forgetPrivate();
    expect(await days.of(STORY, true)).toBe('2023-11-08');
  });

  it('is deleted with all others, and nothing else is', async () => {
    await database.meta.put({ name: 'paused https://wiki.test', value: 5 });
    await days.choose(STORY, '2023-11-08', false);
    await days.choose('https://paper.test/b', '2023-11-08', false);
    expect(await days.count()).toBe(2);
    await days.clear();
    expect(await days.count()).toBe(0);
    expect(await database.meta.count()).toBe(1);
  });

  it('for a page that is not a story on the web is not stored', async () => {
    await expect(days.choose('about:blank', '2023-11-08', false)).rejects.toThrow();
  });

  it('is ignored if what was stored is damaged', async () => {
    await database.meta.put({ name: `day ${STORY}`, value: 99 });
    expect(await days.of(STORY, false)).toBeNull();
    session.set('private-days', { [STORY]: 'soon' });
    expect(await days.of(STORY, true)).toBeNull();
  });
});
