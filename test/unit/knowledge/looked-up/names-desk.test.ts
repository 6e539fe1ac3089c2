import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { createDatabase } from '../../../../lib/database';
import {
  createLookedUpStore,
  createNamesDesk,
  type LookedUpNames,
  type LookUp,
  type NameLookUpOptions,
  type SourceError,
} from '../../../../lib/knowledge';
import type { LookUpResult } from '../../../../lib/lookup';
import { item } from './items';

const SETTINGS = {
  names: 'ask',
  wikiApi: 'https://wiki.example/w/api.php',
  germanWikiApi: 'https://de.wiki.example/w/api.php',
  wikidataApi: 'https://data.example/w/api.php',
} as const;
const DAY_MS = 86_400_000;
const wanted = (name: string) => ({ name, kind: 'person', roles: ['minister'], says: [] }) as const;
const question = (...names: string[]) => ({ names: names.map(wanted), refresh: [], day: '2026-11-27' });
const options = () => ({ signal: new AbortController().signal, remember: true });
const found = (key: string, name: string, sure = true): LookUpResult => ({
  state: 'found',
  item: item(key, name),
  sure,
});
const NOTHING: LookedUpNames = { results: new Map(), refreshed: new Map(), ended: null };
const LISTED: LookUpResult = {
  state: 'none',
  asked: [SETTINGS.wikiApi],
  left: [{ api: SETTINGS.wikiApi, why: 'list' }],
};
const trouble = (problem: string, retryAt: number | null = null) => ({ problem, retryAt }) as SourceError;

let databases = 0;
function open(
  results: Record<string, LookUpResult> = {},
  ended: Awaited<ReturnType<LookUp['lookUp']>>['ended'] = null,
) {
  const clock = { now: Date.UTC(2026, 10, 27, 12) };
  const database = createDatabase(`desk-${++databases}`);
  const store = createLookedUpStore(database, () => clock.now);
  const world = {
    lookUp: vi.fn(
      async (
        names: readonly { name: string }[],
        _day: string,
        { refresh = [] }: NameLookUpOptions,
      ): Promise<LookedUpNames> => ({
        results: new Map(names.flatMap(({ name }) => (results[name] ? [[name, results[name]] as const] : []))),
        refreshed: new Map(refresh.map((key) => [key, { state: 'found', item: item(key, `Known ${key}`) }] as const)),
        ended,
      }),
    ),
    search: vi.fn(),
  };
  const keepPrivate = vi.fn(async () => {});
  const changed = vi.fn(async () => {});
  const desk = createNamesDesk({
    store,
    lookUpFor: async () => world as unknown as LookUp,
    keepPrivate,
    changed,
    now: () => clock.now,
  });
  return { desk, store, world, keepPrivate, changed, clock, database };
}

describe('an unknown name', () => {
  it('is looked up only at the press, and is then known without a request', async () => {
    const { desk, world, changed } = open({ 'Ana Dragović': found('q900', 'Ana Dragović') });
    expect(await desk.look([{ name: 'Ana Dragović' }], SETTINGS)).toEqual({
      'Ana Dragović': { state: 'ask', hosts: ['wiki.example', 'data.example'] },
    });
    expect(world.lookUp).not.toHaveBeenCalled();
    const answer = await desk.ask(question('Ana Dragović'), SETTINGS, options());
    expect(answer).toMatchObject({
      states: {
        'Ana Dragović': { state: 'found', sure: true, on: '2026-11-27', stale: false, found: { entity: 'q900' } },
      },
      trouble: null,
    });
    expect(changed).toHaveBeenCalledTimes(1);
    expect((await desk.look([{ name: 'Ana Dragović' }], SETTINGS))['Ana Dragović']).toMatchObject({ state: 'found' });
    await desk.ask(question('Ana Dragović'), SETTINGS, options());
    expect(world.lookUp).toHaveBeenCalledTimes(1);
    expect(changed).toHaveBeenCalledTimes(1);
  });

  it('is never looked up if the reader wants that', async () => {
    const { desk, world } = open({ Ana: found('q900', 'Ana') });
    const never = { ...SETTINGS, names: 'never' } as const;
    expect((await desk.ask({ ...question('Ana'), refresh: ['q30'] }, never, options())).states).toEqual({
      Ana: { state: 'off' },
    });
    expect(world.lookUp).not.toHaveBeenCalled();
  });

  it('is looked up again after thirty days, and its old answer is used until a new one comes', async () => {
    const { desk, clock, world } = open({ Ana: found('q900', 'Ana') });
    await desk.ask(question('Ana'), SETTINGS, options());
    clock.now += 31 * DAY_MS;
    expect((await desk.look([{ name: 'Ana' }], SETTINGS)).Ana).toMatchObject({
      state: 'found',
      stale: true,
      on: '2026-11-27',
    });
    world.lookUp.mockResolvedValueOnce({ ...NOTHING, ended: trouble('offline') });
    const never = { ...SETTINGS, names: 'never' } as const;
    expect((await desk.look([{ name: 'Ana' }], never)).Ana).toMatchObject({ state: 'found', stale: false });
    const { states, trouble: why } = await desk.ask(question('Ana'), SETTINGS, options());
    // The reader is told that nobody answered, and of which day the answer is.
    expect(states.Ana).toMatchObject({ state: 'found', stale: true, on: '2026-11-27', trouble: { state: 'offline' } });
    expect(why).toEqual({ state: 'offline' });
  });

  it.each([
    [trouble('offline'), { state: 'offline' }],
    [trouble('time-out'), { state: 'offline' }],
    [trouble('busy', 5), { state: 'busy', retryAt: 5 }],
    [trouble('bad-answer'), { state: 'failed', reason: 'bad-answer' }],
    ['cancelled', { state: 'cancelled' }],
  ] as const)('says why it has no answer (%o), and keeps what came before', async (ended, said) => {
    const { desk, store } = open({ Ana: found('q900', 'Ana') }, ended);
    const { states, trouble: why } = await desk.ask(question('Ana', 'Bo Dahl'), SETTINGS, options());
    expect(why).toEqual(said);
    // Who is asked at the next press stands on the button again.
    expect(states).toMatchObject({
      Ana: { state: 'found' },
      'Bo Dahl': { ...said, hosts: ['wiki.example', 'data.example'] },
    });
    expect((await store.names(SETTINGS.wikiApi, ['Ana', 'Bo Dahl'])).size).toBe(1);
  });

  it('passes a note that was written on it to the entity it means, if that is certain', async () => {
    const { desk, store } = open({ Ana: found('q900', 'Ana'), Bo: found('q901', 'Bo', false) });
    await desk.ask(question('Ana', 'Bo'), SETTINGS, options());
    const keys = (await store.rows('recent')).map(({ item: { entity } }) => [entity.key, entity.formerly]);
    expect(keys).toEqual([
      ['q900', ['name-ana']],
      ['q901', []],
    ]);
  });
});

describe('known entities with outdated facts', () => {
  it('are refreshed in the same request, once a day at most, by their ids alone', async () => {
    const { desk, world, clock } = open({ Ana: found('q900', 'Ana') });
    const both = { ...question('Ana'), refresh: ['q77', 'no-id', 'name-x'] };
    await desk.ask(both, SETTINGS, options());
    expect(world.lookUp.mock.calls.map(([names, , { refresh }]) => [names.length, refresh])).toEqual([[1, ['q77']]]);
    await desk.ask({ ...both, names: [] }, SETTINGS, options());
    expect(world.lookUp).toHaveBeenCalledTimes(1);
    clock.now += DAY_MS + 1;
    await desk.ask({ ...both, names: [] }, SETTINGS, options());
    expect(world.lookUp.mock.calls.map(([names, , { refresh }]) => [names.length, refresh])).toEqual([
      [1, ['q77']],
      [0, ['q77']],
    ]);
  });

  it('are stored whatever became of the names', async () => {
    const { desk, store } = open({}, trouble('busy', 9));
    const { states, trouble: why } = await desk.ask({ ...question('Ana'), refresh: ['q77'] }, SETTINGS, options());
    expect(why).toEqual({ state: 'busy', retryAt: 9 });
    expect(states.Ana).toMatchObject({ state: 'busy' });
    expect([...(await store.fetchedAt(['q77'])).keys()]).toEqual(['q77']);
  });

  it('without an answer do not affect the names', async () => {
    const { desk, world } = open();
    const answer = { ...NOTHING, results: new Map([['Ana', found('q900', 'Ana')]]), ended: trouble('busy', 9) };
    world.lookUp.mockResolvedValueOnce(answer);
    const { states, trouble: why } = await desk.ask({ ...question('Ana'), refresh: ['q77'] }, SETTINGS, options());
    expect(states.Ana).toMatchObject({ state: 'found' });
    expect(states.Ana).not.toHaveProperty('trouble');
    expect(why).toEqual({ state: 'busy', retryAt: 9 });
  });
});

describe('a look-up from a private window', () => {
  it('stays there, and nothing is written', async () => {
    const several: LookUpResult = { state: 'several', items: [item('q901', 'Bo'), item('q902', 'Bo')] };
    const { desk, keepPrivate, database } = open({ Ana: found('q900', 'Ana'), Bo: several });
    const { states } = await desk.ask({ ...question('Ana', 'Bo'), refresh: ['q77'] }, SETTINGS, {
      ...options(),
      remember: false,
    });
    expect(states.Ana).toMatchObject({ state: 'found' });
    expect(keepPrivate).toHaveBeenCalledTimes(1);
    const [[kept]] = keepPrivate.mock.calls as unknown as [[{ item: { entity: { key: string } }; sure: boolean }[]]];
    expect(kept.map((one) => [one.item.entity.key, one.sure])).toEqual([
      ['q900', true],
      ['q901', false],
      ['q902', false],
      ['q77', false],
    ]);
    expect(await database.lookedUp.count()).toBe(0);
    expect(await database.lookedUpNames.count()).toBe(0);
  });
});

describe('a name of a German story', () => {
  const GERMAN = { ...question('Ana'), names: [{ ...wanted('Ana'), language: 'de' }] };
  const look = async (desk: ReturnType<typeof open>['desk'], more: object, language: string) =>
    (await desk.look([{ name: 'Ana', language }], { ...SETTINGS, ...more })).Ana;
  const wikipedia = {
    wikiApi: 'https://en.wikipedia.org/w/api.php',
    germanWikiApi: 'https://de.wikipedia.org/w/api.php',
  };

  it.each<[string, object, string, string[]]>([
    ['the German one first', wikipedia, 'de', ['de.wikipedia.org', 'en.wikipedia.org']],
    ['not the German one for other stories', wikipedia, 'en', ['en.wikipedia.org']],
    ['nor for those of a language without a folder', wikipedia, 'und', ['en.wikipedia.org']],
    ['the one that the reader set', {}, 'de', ['de.wiki.example', 'wiki.example']],
    [
      "the reader's own wiki alone, if only that was set",
      { germanWikiApi: wikipedia.germanWikiApi },
      'de',
      ['wiki.example'],
    ],
    ['one wiki once', { wikiApi: SETTINGS.germanWikiApi }, 'de', ['de.wiki.example']],
  ])('says where it would be sent: %s', async (_, settings, language, hosts) => {
    expect(await look(open().desk, settings, language)).toEqual({ state: 'ask', hosts: [...hosts, 'data.example'] });
  });

  it('that the German wiki does not know may be known in the English one', async () => {
    const { wikiApi, germanWikiApi } = SETTINGS;
    const { desk, store } = open({ Ana: { state: 'none', asked: [germanWikiApi, wikiApi] } });
    const { states } = await desk.ask(GERMAN, SETTINGS, options());
    // Both were asked, and both are named, now and when it is read again.
    expect(states.Ana).toMatchObject({ state: 'nobody', asked: ['de.wiki.example', 'wiki.example'], further: false });
    expect(await look(desk, {}, 'de')).toMatchObject({ state: 'nobody', asked: ['de.wiki.example', 'wiki.example'] });
    expect(await look(desk, {}, 'en')).toMatchObject({ state: 'ask' });
    expect((await store.names(SETTINGS.germanWikiApi, ['Ana'])).size).toBe(1);
  });

  it('with a list of namesakes is looked up once more by itself, and not with others', async () => {
    const { desk, world } = open({ Ana: LISTED, Bo: { state: 'none' } });
    const asked = await desk.ask(question('Ana', 'Bo'), SETTINGS, options());
    expect(asked.states).toMatchObject({
      Ana: { asked: ['wiki.example'], lists: ['wiki.example'], further: true, hosts: ['wiki.example', 'data.example'] },
      Bo: { lists: [], further: false },
    });
    await desk.ask(question('Ana', 'Bo'), SETTINGS, options());
    await desk.ask(question('Bo'), SETTINGS, options());
    expect(world.lookUp).toHaveBeenCalledTimes(1);
    world.lookUp.mockResolvedValueOnce({ ...NOTHING, results: new Map([['Ana', { state: 'none' }]]) });
    expect((await desk.ask(question('Ana'), SETTINGS, options())).states).toMatchObject({ Ana: { further: false } });
    // What is known already goes along: that list, and nothing else, is left.
    expect(world.lookUp.mock.calls.at(-1)?.[2]).toMatchObject({ before: LISTED });
    await desk.ask(question('Ana'), SETTINGS, options());
    expect(world.lookUp).toHaveBeenCalledTimes(2);
  });

  it.each([
    [trouble('offline'), { state: 'offline' }],
    [trouble('busy', 5), { state: 'busy', retryAt: 5 }],
  ] as const)('with a list of namesakes says why the list was not examined (%o)', async (ended, said) => {
    const { desk, world } = open({ Ana: LISTED });
    await desk.ask(question('Ana', 'Bo'), SETTINGS, options());
    world.lookUp.mockResolvedValueOnce({ ...NOTHING, ended });
    expect((await desk.ask(question('Ana'), SETTINGS, options())).states.Ana).toMatchObject(said);
    expect(await look(desk, {}, 'en')).toMatchObject({ state: 'nobody', further: true });
  });

  it('with a list of namesakes offers no look-up if names are never looked up', async () => {
    const { desk } = open({ Ana: LISTED });
    await desk.ask(question('Ana', 'Bo'), SETTINGS, options());
    expect(await look(desk, { names: 'never' }, 'en')).toEqual({ state: 'off' });
  });

  it('includes refreshed entities', async () => {
    const { desk, store } = open({ Ana: found('q900', 'Ana') });
    await desk.ask({ ...GERMAN, refresh: ['q30'] }, SETTINGS, options());
    expect([...(await store.fetchedAt(['q30', 'q900'])).keys()]).toEqual(['q30', 'q900']);
  });
});
