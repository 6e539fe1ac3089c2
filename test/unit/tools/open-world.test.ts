import * as v from 'valibot';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MADE_UP, OPEN_WORLD } from '../../fixtures/open-world/world';
import { type OpenWorld, startOpenWorld } from '../../tools/wikidata-server';
import { WikidataAnswer } from './wikidata-answer';

let world: OpenWorld;
beforeAll(async () => {
  world = await startOpenWorld();
});
afterAll(() => world.stop());
beforeEach(() => {
  world.behave({});
  world.forget();
});

type Question = Readonly<Record<string, string>>;

function addressOf(api: string, question: Question): URL {
  const address = new URL(api);
  address.search = new URLSearchParams({ format: 'json', ...question }).toString();
  return address;
}

const entities = async (question: Question): Promise<v.InferOutput<typeof WikidataAnswer>> => {
  const response = await fetch(addressOf(world.wikidataApi, { action: 'wbgetentities', ...question }));
  return v.parse(WikidataAnswer, await response.json());
};
const anything = async (api: string, question: Question): Promise<Record<string, unknown>> =>
  (await fetch(addressOf(api, question))).json() as Promise<Record<string, unknown>>;
const refused = async (question: Question) => {
  const response = await fetch(addressOf(world.wikidataApi, { action: 'wbgetentities', ...question }));
  const { error } = (await response.json()) as { error: { code: string; info: string; id?: string } };
  return { status: response.status, header: response.headers.get('mediawiki-api-error'), ...error };
};

const ids = [...OPEN_WORLD.items.keys()];
const made = Object.values(MADE_UP);

describe('the simulated open world', () => {
  it('has at least 120 made-up entities, and no id twice', () => {
    const own = ids.filter((id) => Number(id.slice(1)) >= 990_000_000);
    expect(own.length).toBeGreaterThanOrEqual(120);
    expect(new Set(made.map(({ id }) => id)).size).toBe(made.length);
  });

  it('answers for each of them as Wikidata does', async () => {
    for (let from = 0; from < ids.length; from += 50) {
      const asked = ids.slice(from, from + 50);
      const answer = await entities({ ids: asked.join('|') });
      expect(Object.keys(answer.entities).sort()).toEqual([...asked].sort());
    }
  });

  it('mentions nothing that it does not have, except the honours of one man', () => {
    const known = (id: string) => OPEN_WORLD.items.has(id) || OPEN_WORLD.merged.has(id);
    const named = [...OPEN_WORLD.items.values()]
      .filter(({ labels }) => labels.en?.value !== 'Ansgar Wiborgsen')
      .flatMap((item) => [...JSON.stringify(item.claims).matchAll(/"id":"(Q\d+)"/g)].map(([, id = '']) => id));
    expect(named.length).toBeGreaterThan(500);
    expect([...new Set(named)].filter((id) => !known(id))).toEqual([]);
  });

  const claims = [...OPEN_WORLD.items.values()].flatMap((item) => Object.values(item.claims).flat());
  const snaks = claims.flatMap(({ mainsnak, qualifiers }) => [mainsnak, ...Object.values(qualifiers ?? {}).flat()]);
  const times = snaks.flatMap(({ datavalue }) => (datavalue?.type === 'time' ? [datavalue.value] : []));
  it.each([
    ['ranks of each kind', new Set(claims.map(({ rank }) => rank)), ['deprecated', 'normal', 'preferred']],
    [
      '"no value" and "unknown value"',
      new Set(snaks.map(({ snaktype }) => snaktype)),
      ['novalue', 'somevalue', 'value'],
    ],
    ['days, months, years, decades, centuries', new Set(times.map(({ precision }) => precision)), [10, 11, 7, 8, 9]],
    ['both calendars', new Set(times.map(({ calendarmodel }) => calendarmodel.slice(-3))), ['727', '786']],
  ])('has %s', (_, found: Set<string | number>, expected) => {
    expect([...found].sort()).toEqual(expected);
  });

  it('writes zeros for unknown parts of a date', () => {
    const told = (id: string, property: string) =>
      OPEN_WORLD.items.get(id)?.claims[property]?.[0]?.mainsnak.datavalue?.value;
    expect(told('Q990000121', 'P569')).toMatchObject({ time: '+1958-12-00T00:00:00Z', precision: 10 });
    expect(told('Q990000122', 'P569')).toMatchObject({ time: '+1966-00-00T00:00:00Z', precision: 9 });
    expect(told('Q990000134', 'P569')).toMatchObject({ time: '+1930-00-00T00:00:00Z', precision: 8 });
  });

  it('has an item with 400 claims and more than 126 kB', async () => {
    const { entities: found } = await entities({ ids: 'Q990000814' });
    const item = found.Q990000814;
    const count = item && 'claims' in item ? Object.values(item.claims ?? {}).flat().length : 0;
    expect(count).toBeGreaterThanOrEqual(400);
    expect(world.requests()[0]?.bytes).toBeGreaterThan(126_000);
  });
});

describe('wbgetentities', () => {
  it('accepts 50 ids and rejects 51', async () => {
    expect(Object.keys((await entities({ ids: ids.slice(0, 50).join('|') })).entities)).toHaveLength(50);
    expect(await refused({ ids: ids.slice(0, 51).join('|') })).toMatchObject({
      status: 200,
      code: 'toomanyvalues',
      header: 'toomanyvalues',
      info: 'Too many values supplied for parameter "ids". The limit is 50.',
    });
  });

  it('reports a deleted item as missing, and rejects the request if one id is invalid', async () => {
    const answer = await anything(world.wikidataApi, { action: 'wbgetentities', ids: 'Q990000851|Q5', props: '' });
    expect(answer).toEqual({
      entities: { Q990000851: { id: 'Q990000851', missing: '' }, Q5: { id: 'Q5', type: 'item' } },
      success: 1,
    });
    expect(await refused({ ids: 'Q5|Wendelsoor' })).toMatchObject({ code: 'no-such-entity', id: 'Wendelsoor' });
    expect(await refused({})).toMatchObject({ code: 'param-missing' });
  });

  it('answers for a merged item under the requested id', async () => {
    const { entities: found } = await entities({ ids: 'Q990000850', props: 'labels', languages: 'en' });
    expect(found.Q990000850).toEqual({
      redirects: { from: 'Q990000850', to: 'Q990000129' },
      type: 'item',
      id: 'Q990000129',
      labels: { en: { language: 'en', value: 'Pim Oosterveldt' } },
    });
    const unresolved = await entities({ ids: 'Q990000850', redirects: 'no' });
    expect(unresolved.entities.Q990000850).toEqual({ id: 'Q990000850', missing: '' });
  });

  it('returns what was requested, in the requested languages and sites', async () => {
    const question = { ids: 'Q990000120', props: 'labels|sitelinks', languages: 'de|fr', sitefilter: 'dewiki' };
    const { entities: found } = await entities(question);
    expect(found.Q990000120).toEqual({
      type: 'item',
      id: 'Q990000120',
      labels: { de: { language: 'de', value: 'Ilva Brandecker' } },
      sitelinks: { dewiki: { site: 'dewiki', title: 'Ilva Brandecker', badges: [] } },
    });
  });

  it('has labels for all languages, used as fallback if that is allowed', async () => {
    const question = { ids: 'Q990000507', props: 'labels', languages: 'en' };
    expect((await entities(question)).entities.Q990000507).toMatchObject({ labels: {} });
    expect((await entities({ ...question, languagefallback: '1' })).entities.Q990000507).toMatchObject({
      labels: { en: { language: 'mul', value: 'Almut Kersenbrook', 'for-language': 'en' } },
    });
  });

  it('finds an item by the title of its article', async () => {
    const question = { sites: 'enwiki', titles: 'Tomas Arendsen (politician)|Nobody', props: '' };
    const answer = await anything(world.wikidataApi, { action: 'wbgetentities', ...question });
    expect(answer.entities).toEqual({
      '-1': { site: 'enwiki', title: 'Nobody', missing: '' },
      Q990000126: { id: 'Q990000126', type: 'item' },
    });
  });

  it('knows the labels of properties', async () => {
    const { entities: found } = await entities({ ids: 'P39', props: 'labels', languages: 'en' });
    expect(found.P39).toMatchObject({ type: 'property', labels: { en: { value: 'position held' } } });
  });
});

describe('wbsearchentities', () => {
  it('finds namesakes by label and by alias, and offers more if there are more', async () => {
    const search = { action: 'wbsearchentities', language: 'en', search: 'tomas arendsen' };
    const both = await anything(world.wikidataApi, search);
    expect((both.search as { id: string }[]).map(({ id }) => id).sort()).toEqual(['Q990000126', 'Q990000410']);
    expect(both).toMatchObject({ searchinfo: { search: 'tomas arendsen' }, success: 1 });
    expect(await anything(world.wikidataApi, { ...search, limit: '1' })).toMatchObject({ 'search-continue': 1 });
    const { search: found } = await anything(world.wikidataApi, { ...search, search: 'Norrhaven Lines ASA' });
    expect(found).toMatchObject([
      {
        id: 'Q990000300',
        label: 'Norrhaven Lines',
        aliases: ['Norrhaven Lines ASA'],
        match: { type: 'alias', language: 'en' },
      },
    ]);
  });
});

describe('pictures', () => {
  it('come from a separate host, as small as requested, with artist and licence', async () => {
    const question = { action: 'query', formatversion: '2', titles: 'Ilva Brandecker', prop: 'pageimages' };
    const asked = { ...question, piprop: 'thumbnail|name', pithumbsize: '96' };
    const { query } = (await anything(world.wikiApi, asked)) as {
      query: { pages: [{ pageimage: string; thumbnail: { source: string; width: number; height: number } }] };
    };
    const [{ pageimage, thumbnail }] = query.pages;
    expect(thumbnail).toMatchObject({ width: 96, height: 128 });
    expect(new URL(thumbnail.source).origin).toBe(world.pictures);
    const bytes = Buffer.from(await (await fetch(thumbnail.source)).arrayBuffer());
    expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([96, 128]);
    const info = { titles: `File:${pageimage}`, prop: 'imageinfo', iiprop: 'url|extmetadata' };
    expect(await anything(world.wikiApi, { ...question, ...info })).toMatchObject({
      query: {
        pages: [
          {
            title: 'File:Ilva Brandecker 2026.png',
            missing: true,
            known: true,
            imagerepository: 'shared',
            imageinfo: [{ extmetadata: { LicenseShortName: { value: 'CC BY-SA 4.0' } } }],
          },
        ],
      },
    });
    expect((await fetch(`${world.pictures}/wikipedia/commons/thumb/a/ab/No.png/96px-No.png`)).status).toBe(404);
  });
});
