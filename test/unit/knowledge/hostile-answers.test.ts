/**
 * Names looked up while the servers of the open world do everything wrong, over real sockets and the whole way of the background: desk,
 * queue, HTTP, reading, judging, keeping. What comes of it is a sentence for the reader, and never a card of somebody else.
 */
import 'fake-indexeddb/auto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase } from '../../../lib/database';
import { createLookedUpStore, createNamesDesk } from '../../../lib/knowledge';
import { lookUpFor } from '../../tools/look-up-for';
import type { Behaviour, Fault } from '../../tools/open-world/behaviour';
import { type OpenWorld, startOpenWorld } from '../../tools/wikidata-server';

const NOW = Date.parse('2026-11-27T12:00:00Z');
const TIME_OUT_MS = 1_500;
/** What is looked up in each case: somebody who is there, and somebody who is not. */
const ILVA = 'Ilva Brandecker';
const NOBODY = 'Jorun Haskevold';

let world: OpenWorld;
beforeAll(async () => {
  world = await startOpenWorld();
});
afterAll(() => world.stop());
afterEach(() => {
  world.behave({});
  world.forget();
});

let desks = 0;
function open() {
  const clock = { now: NOW };
  const now = () => clock.now;
  const store = createLookedUpStore(createDatabase(`hostile-${++desks}`), now);
  const lookUp = lookUpFor(() => null, world, { now, timeOutMs: TIME_OUT_MS });
  const desk = createNamesDesk({
    store,
    lookUpFor: async () => lookUp,
    keepPrivate: async () => {},
    changed: async () => {},
    now,
  });
  const { wikiApi, germanWikiApi, wikidataApi } = world;
  const settings = { names: 'ask', wikiApi, germanWikiApi, wikidataApi } as const;
  const ask = async (...names: string[]) => {
    const wanted = names.map((name) => ({ name, kind: 'person' as const, roles: [], says: [], language: 'en' }));
    const signal = new AbortController().signal;
    return desk.ask({ names: wanted, refresh: [], day: '2026-11-27' }, settings, { signal, remember: true });
  };
  const kept = async () => (await store.rows('recent')).map(({ item }) => item);
  return { ask, kept, clock };
}

const DATE = new Date(NOW + 90_000).toUTCString();
const FAULTS: readonly (readonly [what: string, fault: Fault, trouble: object])[] = [
  ['429 with Retry-After', { kind: 'too-many', retryAfter: '7' }, { state: 'busy', retryAt: NOW + 7_000 }],
  ['429 until a date', { kind: 'too-many', retryAfter: DATE }, { state: 'busy', retryAt: NOW + 90_000 }],
  ['429 without Retry-After', { kind: 'too-many', retryAfter: null }, { state: 'busy', retryAt: NOW + 5_000 }],
  ['429 that says nonsense', { kind: 'too-many', retryAfter: 'soon' }, { state: 'busy', retryAt: NOW + 5_000 }],
  ['503', { kind: 'unavailable' }, { state: 'busy', retryAt: NOW + 5_000 }],
  ['too much asked, in JSON', { kind: 'ratelimited' }, { state: 'busy', retryAt: NOW + 5_000 }],
  ['500, twice', { kind: 'failed' }, { state: 'failed', reason: 'server-error' }],
  ['a page to sign in', { kind: 'html' }, { state: 'failed', reason: 'bad-answer' }],
  ['a page that calls itself JSON', { kind: 'html', labelled: true }, { state: 'failed', reason: 'bad-answer' }],
  ['half an answer', { kind: 'half' }, { state: 'failed', reason: 'bad-answer' }],
  ['a line that breaks', { kind: 'broken' }, { state: 'offline' }],
  ['a way to another host', { kind: 'elsewhere' }, { state: 'offline' }],
  ['silence', { kind: 'silent' }, { state: 'offline' }],
];

describe.each(['wiki', 'wikidata'] as const)('%s answers', (at) => {
  it.each(FAULTS)(
    'with %s: that is reported, nothing of it is stored, and the next press succeeds',
    async (_, fault, trouble) => {
      const { ask, kept, clock } = open();
      world.behave({ fault, at });
      const answer = await ask(ILVA, NOBODY);
      expect(answer.trouble).toEqual(trouble);
      expect(answer.states[ILVA]).toMatchObject(trouble);
      // Who has no article is known where Wikipedia said so.
      expect(answer.states[NOBODY]).toMatchObject(at === 'wiki' ? trouble : { state: 'nobody' });
      expect(await kept()).toEqual([]);
      expect(world.strayed()).toBe(0);
      world.behave({});
      clock.now += 3_600_000;
      expect((await ask(ILVA, NOBODY)).states[ILVA]).toMatchObject({ state: 'found', found: { entity: 'q990000120' } });
    },
  );

  it('an answer that unpacks to 800 MB is read no further than an answer may be long', async () => {
    const { ask, kept } = open();
    world.behave({ fault: { kind: 'endless' }, at });
    const before = process.memoryUsage().rss;
    let most = before;
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage().rss);
    }, 20);
    const answer = await ask(ILVA);
    clearInterval(watch);
    expect(answer.trouble).toEqual({ state: 'failed', reason: 'bad-answer' });
    expect((most - before) / 1e6).toBeLessThan(250);
    expect(await kept()).toEqual([]);
  });
});

it('Wikidata is left alone for as long as it says that it lags behind', async () => {
  const { ask, clock } = open();
  world.behave({ fault: { kind: 'maxlag' } });
  const busy = { state: 'busy', retryAt: NOW + 5_000 };
  expect((await ask(ILVA)).trouble).toEqual(busy);
  const asked = world.requests().length;
  world.behave({});
  clock.now += 4_000;
  expect((await ask(ILVA)).states[ILVA]).toMatchObject(busy);
  // Titles, which Wikipedia answers as before; Wikidata is not asked.
  expect(
    world
      .requests()
      .slice(asked)
      .map(({ door }) => door),
  ).toEqual(['wiki']);
  clock.now += 1_000;
  expect((await ask(ILVA)).states[ILVA]).toMatchObject({ state: 'found' });
});

describe('a valid answer about something else', () => {
  const stateOf = async (name: string, behaviour: Behaviour = {}) => {
    const { ask, kept } = open();
    world.behave(behaviour);
    const { states, trouble } = await ask(name);
    return { state: states[name], trouble, items: await kept() };
  };

  it.each([
    ['an item that was deleted', 'Severin Pallister'],
    ['a redirect to the deed', 'Ketil Morrow'],
    ['a redirect into the middle of an article', 'Abu Tariq al-Bahri'],
    ['a redirect to nothing', 'Lost Ferry'],
    ['a ring of redirects', 'Ring of Quays'],
    ['a page without an item', 'Hanneke Truisma'],
    ['an item without label and claims', 'Bare Page'],
    ['an item of which all was taken back', 'Dagna Morstedt'],
    ['a title that would part the question', `${ILVA}|Sarnitz`],
  ])('%s leads to nobody', async (_, name) => {
    const { state, trouble, items } = await stateOf(name);
    expect(trouble).toBeNull();
    expect(state).toMatchObject({ state: 'nobody' });
    expect(items).toEqual([]);
  });

  it('with a list of namesakes is offered as a choice', async () => {
    const { state } = await stateOf('Marek Zawilski');
    expect(state).toMatchObject({ state: 'several', among: [{ entity: 'q990000127' }, { entity: 'q990000128' }] });
  });

  it('with a list of namesakes is left for a separate request when other names are looked up as well', async () => {
    const { ask } = open();
    world.behave({});
    const { states } = await ask('Marek Zawilski', ILVA);
    expect(states['Marek Zawilski']).toMatchObject({ state: 'nobody', further: true });
    expect((await ask('Marek Zawilski')).states['Marek Zawilski']).toMatchObject({ state: 'several' });
  });

  it('an item that was merged is used under its new key, and is found by its former key', async () => {
    const { state, items } = await stateOf('Pim Oosterveldt');
    expect(state).toMatchObject({ state: 'found', found: { entity: 'q990000129', name: 'Pim Oosterveldt' } });
    expect(items.find(({ entity }) => entity.key === 'q990000129')?.entity.formerly).toContain('q990000850');
  });

  it('a label with reversing characters or markup is cleaned', async () => {
    const { items } = await stateOf('Eniro Valtass');
    const own = items.find(({ entity }) => entity.key === 'q990000809');
    expect(own?.entity.name).toBe('Eniro Valtass');
    const all = JSON.stringify(items);
    expect(all).not.toMatch(/[\u200e\u200f\u202a-\u202e\u2066-\u2069<>]|\[\[/u);
  });

  it('a label as long as a page is cut, and one that is a JavaScript property name is kept as text', async () => {
    expect(JSON.stringify((await stateOf('Long Labelled')).items)).not.toMatch(/A{101}/);
    const { items } = await stateOf('Constructor Prototype');
    for (const { entity } of items) expect(Object.getPrototypeOf(entity)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>).kind).toBeUndefined();
  });

  it('maps that are empty lists, as PHP writes them, are read as empty maps', async () => {
    const { state } = await stateOf(ILVA, { emptyMapsAsLists: true });
    expect(state).toMatchObject({ state: 'found', found: { entity: 'q990000120' } });
  });
});
