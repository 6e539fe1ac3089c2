/** Any words asked of the open world: a real store, and a look-up that answers what it is told to. */
import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { createDatabase } from '../../../../lib/database';
import {
  createLookedUpStore,
  createWorldDesk,
  type FoundTitles,
  type LookedUpNames,
  type LookUpEnd,
} from '../../../../lib/knowledge';
import { SourceError } from '../../../../lib/knowledge/mediawiki/source-error';
import { item } from './items';

const SETTINGS = {
  names: 'ask',
  wikiApi: 'https://wiki.example/w/api.php',
  germanWikiApi: 'https://wiki.example/w/api.php',
  wikidataApi: 'https://data.example/w/api.php',
} as const;
const KEEP = { remember: true };
const DAY_MS = 86_400_000;
let databases = 0;

function open(known: readonly string[] = []) {
  const clock = { now: Date.UTC(2026, 10, 27) };
  const store = createLookedUpStore(createDatabase(`world-desk-${++databases}`), () => clock.now);
  const search = vi.fn(async (): Promise<FoundTitles> => ({ found: [], ended: null }));
  const refresh = vi.fn(async (): Promise<Omit<LookedUpNames, 'results'>> => ({ refreshed: new Map(), ended: null }));
  const keepPrivate = vi.fn(async () => {});
  const changed = vi.fn(async () => {});
  const desk = createWorldDesk({
    store,
    lookUpFor: async () => ({ search, refresh }),
    keepPrivate,
    changed,
    knows: async (key) => known.includes(key),
    now: () => clock.now,
  });
  const answers = (key: string, name: string, asked = key) =>
    refresh.mockResolvedValue({
      refreshed: new Map([[asked, { state: 'found', item: item(key, name) }]]),
      ended: null,
    });
  return { desk, store, search, refresh, keepPrivate, changed, clock, answers };
}

const TROUBLES: readonly (readonly [LookUpEnd, object])[] = [
  [new SourceError('offline', ''), { state: 'offline' }],
  [new SourceError('time-out', ''), { state: 'offline' }],
  [new SourceError('busy', '', 1234), { state: 'busy', retryAt: 1234 }],
  [new SourceError('bad-answer', ''), { state: 'failed', reason: 'bad-answer' }],
];

describe('a search of the open world', () => {
  it('returns what a card can be made of, in its order', async () => {
    const { desk, search } = open();
    const find = (title: string, item: string | null) => ({ title, item, gloss: `${title}, made up` });
    search.mockResolvedValue({ found: [find('B', 'q2'), find('Without', null), find('A', 'q1')], ended: null });
    expect(await desk.search('words', SETTINGS, { remember: false })).toEqual({
      state: 'found',
      finds: [
        { entity: 'q2', name: 'B', gloss: 'B, made up' },
        { entity: 'q1', name: 'A', gloss: 'A, made up' },
      ],
    });
    expect(search.mock.calls).toEqual([['words', { remember: false }]]);
  });

  it('reports that there is nothing', async () => {
    expect(await open().desk.search('words', SETTINGS, KEEP)).toEqual({ state: 'nothing' });
  });

  it.each(TROUBLES)('reports why it has no answer: %o', async (ended, told) => {
    const { desk, search } = open();
    search.mockResolvedValue({ found: [], ended });
    expect(await desk.search('words', SETTINGS, KEEP)).toEqual(told);
  });

  it('asks nobody if the reader wants that', async () => {
    const { desk, search, refresh } = open(['q1']);
    const never = { ...SETTINGS, names: 'never' } as const;
    expect(await desk.search('words', never, KEEP)).toEqual({ state: 'off' });
    expect(await desk.open('q1', never, KEEP)).toEqual({ state: 'off' });
    expect([search.mock.calls, refresh.mock.calls]).toEqual([[], []]);
  });
});

describe('a search result that the reader chose', () => {
  it('is requested and stored, and links no name by itself', async () => {
    const { desk, store, changed, answers, keepPrivate } = open();
    answers('q900', 'Ilva');
    expect(await desk.open('q900', SETTINGS, KEEP)).toEqual({ state: 'found', entity: 'q900' });
    expect(await store.rows('recent')).toMatchObject([{ key: 'q900', sure: 0 }]);
    expect(changed).toHaveBeenCalledOnce();
    expect(keepPrivate).not.toHaveBeenCalled();
  });

  it('does not change what a story showed: a name that was certain stays certain', async () => {
    const { desk, store, answers } = open();
    await store.keep(
      SETTINGS.wikiApi,
      new Map([['Ilva', { state: 'found', item: item('q900', 'Ilva'), sure: true }]]),
      [],
    );
    answers('q900', 'Ilva');
    await desk.open('q900', SETTINGS, KEEP);
    expect(await store.rows('recent')).toMatchObject([{ key: 'q900', sure: 1 }]);
  });

  it('comes with its current key if it was merged', async () => {
    const { desk, answers } = open();
    answers('q900', 'Ilva', 'q7');
    expect(await desk.open('q7', SETTINGS, KEEP)).toEqual({ state: 'found', entity: 'q900' });
  });

  it('leaves nothing on the device from a private window', async () => {
    const { desk, store, answers, keepPrivate, changed } = open();
    answers('q900', 'Ilva');
    expect(await desk.open('q900', SETTINGS, { remember: false })).toEqual({ state: 'found', entity: 'q900' });
    expect(await store.rows('recent')).toEqual([]);
    expect(keepPrivate.mock.calls).toEqual([[[{ item: item('q900', 'Ilva'), sure: false }]]]);
    expect(changed).toHaveBeenCalledOnce();
  });

  it('is not requested twice a day', async () => {
    const known: string[] = [];
    const { desk, answers, refresh, clock } = open(known);
    answers('q900', 'Ilva');
    await desk.open('q900', SETTINGS, KEEP);
    known.push('q900');
    expect(await desk.open('q900', SETTINGS, KEEP)).toEqual({ state: 'found', entity: 'q900' });
    expect(refresh).toHaveBeenCalledTimes(1);
    clock.now += DAY_MS;
    await desk.open('q900', SETTINGS, KEEP);
    expect(refresh).toHaveBeenCalledTimes(2);
  });

  it.each(TROUBLES)('that cannot be requested says why (%o), unless the packs have it', async (ended, told) => {
    const { desk, refresh, changed } = open(['q30']);
    refresh.mockResolvedValue({ refreshed: new Map(), ended });
    expect(await desk.open('q900', SETTINGS, KEEP)).toEqual(told);
    expect(await desk.open('q30', SETTINGS, KEEP)).toEqual({ state: 'found', entity: 'q30' });
    expect(changed).not.toHaveBeenCalled();
  });

  it('may be deleted, or nothing that a card could show', async () => {
    const { desk, refresh } = open();
    refresh.mockResolvedValueOnce({ refreshed: new Map([['q900', { state: 'gone' }]]), ended: null });
    expect(await desk.open('q900', SETTINGS, KEEP)).toEqual({ state: 'gone' });
    expect(await desk.open('q901', SETTINGS, KEEP)).toEqual({ state: 'gone' });
  });
});
