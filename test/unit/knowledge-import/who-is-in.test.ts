/** What is in the pack, and what makes room for it: each rule with a row that is left out, or let in, without it. */
import { afterAll, describe, expect, it } from 'vitest';
import { isAnothersAlias } from '../../../assets/knowledge/import/anothers-alias';
import { importWorld } from '../../../assets/knowledge/import/import-world';
import { kindOfTitle } from '../../../assets/knowledge/import/kind-of-words';
import { BY_HAND, type Facts, factsFolder, glossesIn, namesIn, removeFolders, rowsOf, tablesOf } from './small-facts';

afterAll(removeFolders);

/** Who of them all is in a pack that has room for one. */
const firstOf = (facts: Facts): string[] =>
  importWorld(factsFolder(facts), BY_HAND, [], 1).choice?.chosen.map(({ draft }) => draft.name) ?? [];

const vital = (title: string, topic: string, more: object = {}) => ({ qid: null, title, topic, ...more });
const vitals = (...rows: unknown[]): Facts => ({ 'vital-kinds-2024-2025.ndjson': rows as never });
const member = (n: string, land: string, post: string, end: string) => ({
  q: n.startsWith('Otto') ? 'Q8700001' : 'Q8700002',
  n,
  en: n,
  src: [land],
  pos: [[post, '1995', end]],
});
const members = (...rows: unknown[]): Facts => ({ 'politicians-wikidata-2022.ndjson': rows as never });

describe('a member of parliament', () => {
  const seat = 'Member of Parliament';

  it('is included for English-speaking countries and recent seats', () => {
    const other = member('Anna Tarlenheim', 'ruritania', seat, '2019');
    expect(firstOf(members(other, member('Otto Strakencz', 'canada-cabinet', seat, '2019')))).toEqual([
      'Otto Strakencz',
    ]);
    expect(firstOf(members(other, member('Otto Strakencz', 'canada-cabinet', seat, '2009')))).toEqual([
      'Anna Tarlenheim',
    ]);
    expect(firstOf(members(other, member('Otto Strakencz', 'canada-cabinet', 'Chief whip', '2019')))).toEqual([
      'Anna Tarlenheim',
    ]);
  });

  it('of an American state is not included, but a national official is', () => {
    const other = member('Anna Tarlenheim', 'ruritania', seat, '2019');
    const american = (post: string) => firstOf(members(other, member('Otto Strakencz', 'us', post, '2009')));
    expect(american('Member of the Zenda House of Representatives')).toEqual(['Anna Tarlenheim']);
    expect(american('Under Secretary of Tides')).toEqual(['Otto Strakencz']);
  });
});

describe('a player in the tables', () => {
  const cup = (name: string, world_cups: string) => ({
    name,
    kind: 'person',
    occupation: 'football player',
    country: 'Ruritania',
    born: '1980-01-02',
    world_cups,
    aliases: [],
    src: 'worldcup',
  });
  const nba = (name: string, seasons: string[]) => ({
    name,
    kind: 'person',
    occupation: 'NBA basketball player',
    seasons,
    aliases: [],
    src: 'nba',
  });
  const players = (...rows: unknown[]): Facts => ({ 'sportspeople-2026.ndjson': rows as never });

  it('of a past World Cup is included if another file knows them', () => {
    expect(namesIn(players(cup('Otto Strakencz', '2006')))).toEqual(['Otto Strakencz']);
    expect(namesIn(players(cup('Otto Strakencz', '2002')))).toEqual([]);
  });

  it('of the season comes before the squad of a cup', () => {
    const squad = cup('Anna Tarlenheim', '2018');
    expect(firstOf(players(squad, nba('Otto Strakencz', ['2001-02', '2009-10'])))).toEqual(['Otto Strakencz']);
    expect(firstOf(players(squad, nba('Otto Strakencz', ['1981-82', '1989-90'])))).toEqual(['Anna Tarlenheim']);
  });
});

it('a school in the register alone comes after others, unless it is in an English-speaking country or has a listed article', () => {
  const college = (at: number, name: string, country: string) => ({
    id: `x${at}`,
    name,
    names: [],
    acr: [],
    types: ['education'],
    country,
    city: null,
    q: [`Q870000${at}`],
    wiki: [`https://en.wikipedia.org/wiki/${name.replaceAll(' ', '_')}`],
    status: 'active',
    parent: [],
  });
  const both = {
    'ror-orgs.ndjson': [
      college(1, 'Hofbau Turnip University', 'Ruritania'),
      college(2, 'Zenda Turnip University', 'United States'),
    ],
  };
  expect(firstOf(both)).toEqual(['Zenda Turnip University']);
  expect(firstOf({ ...both, 'yago-titles-2014.txt': 'Hofbau Turnip University\n' })).toEqual([
    'Hofbau Turnip University',
  ]);
  const town = {
    'ror-orgs.ndjson': [
      college(1, 'University of Hofbau', 'Ruritania'),
      college(2, 'Zenda Turnip University', 'United States'),
    ],
  };
  expect(firstOf(town)).toEqual(['University of Hofbau']);
});

describe('a person in a list of people', () => {
  const ottos = ['Berg', 'Tal', 'See', 'Wald'].map((name) => ({
    name: `Otto ${name}`,
    occupation: 'singer',
    born: 1944,
    hpi: 70,
    src: 'pantheon2025',
  }));
  const told = (title: string, topic: string): boolean =>
    namesIn({ ...vitals(vital(title, `people: ${topic}`)), 'people-pantheon-2025.ndjson': ottos }).includes(title);

  it('is accepted with a common given name and a surname that is not a word', () => {
    expect(told('Otto Strakencz', 'entertainers, directors, producers')).toBe(true);
    expect(told('Otto Target', 'entertainers, directors, producers')).toBe(false);
    expect(told('Zz Strakencz', 'entertainers, directors, producers')).toBe(false);
  });

  it('may be a band among the musicians', () => {
    expect(told('Otto Strakencz', 'artists, musicians, composers')).toBe(false);
  });
});

it('a person without an article is the one whose much-read article names the same occupation', () => {
  const named = (occupation: string, titles: string): string[] =>
    namesIn({
      'people-pantheon-2025.ndjson': [{ name: 'Otto Strakencz', occupation, born: 1971, hpi: 60, src: 'pantheon2025' }],
      'popular-titles-lc.txt': titles,
    });
  expect(named('film director', 'otto strakencz (filmmaker)\notto strakencz (boxer)\n')).toEqual(['Otto Strakencz']);
  expect(named('film director', 'otto strakencz (boxer)\n')).toEqual([]);
  expect(named('film director', 'otto strakencz (filmmaker)\notto strakencz (director)\n')).toEqual([]);
});

describe('an article whose list does not describe it', () => {
  const brand: Facts = { 'nsi-brands-orgs.ndjson': [{ q: 'Q8700001', n: 'Strakencz', d: 'Ruritanian fashion house' }] };
  const titleIn = (facts: Facts): string | undefined =>
    rowsOf(tablesOf(facts)?.entities).find(([, , name]) => name === 'Strakencz')?.[7];

  it('belongs to the only firm with its name, in a list of firms and concepts', () => {
    const known = { ...brand, 'popular-titles-lc.txt': 'strakencz\n' };
    expect(titleIn({ ...known, ...vitals(vital('Strakencz', 'politics and economics')) })).toBe('Strakencz');
    expect(titleIn({ ...known, ...vitals(vital('Strakencz', 'plants')) })).toBeUndefined();
    const hardlyRead = {
      ...brand,
      'popular-titles-lc.txt': 'hofbau\n',
      ...vitals(vital('Strakencz', 'politics and economics')),
    };
    expect(titleIn(hardlyRead)).toBeUndefined();
    const two = {
      'nsi-brands-orgs.ndjson': [
        ...(brand['nsi-brands-orgs.ndjson'] as object[]),
        { q: 'Q8700002', n: 'Strakencz', d: 'Bordurian fashion house' },
      ],
    };
    expect(
      titleIn({ ...known, ...two, ...vitals(vital('Strakencz', 'politics and economics')) } as Facts),
    ).toBeUndefined();
  });
});

it('an article whose brackets were removed later is the first of its name', () => {
  const singer = {
    wikidata_id: 'Q8700001',
    label: 'Strakencz',
    alternatives: [],
    description: 'Ruritanian singer',
    wikipedia: 'https://en.wikipedia.org/wiki/Strakencz_(entertainer)',
  };
  const tables = tablesOf({
    'fb15k-wikidata.ndjson': [singer],
    ...vitals(vital('Strakencz', 'people: artists, musicians, composers', { qid: 'Q8700001', born: '1958' })),
  });
  expect(rowsOf(tables?.entities).map((cells) => cells[7])).toEqual(['Strakencz']);
});

describe('an event in the news', () => {
  const topics = (title: string, more: object = {}): Facts => ({
    'news-topics-2002-2026.ndjson': [{ title, first: '2019-01-29', last: '2019-01-29', days: 1, ...more }],
  });

  it('that no story calls by its name is left out, such as an accident dated by year', () => {
    expect(namesIn(topics('2019 Zenda attack'))).toEqual([]);
    expect(namesIn(topics('2019 Zenda attack', { last: '2019-02-03', days: 5 }))).toEqual(['2019 Zenda attack']);
    expect(namesIn(topics('2019 Zenda parliamentary election'))).toEqual(['2019 Zenda parliamentary election']);
    expect(namesIn(topics('Bombing of the Hofbau embassy'))).toEqual(['Bombing of the Hofbau embassy']);
  });

  it('without a particular year is a type of event', () => {
    expect(namesIn(topics('Wildfires in Ruritania'))).toEqual([]);
    expect(namesIn(topics('2019 wildfires in Ruritania', { days: 5 }))).toEqual(['2019 wildfires in Ruritania']);
  });

  it('that lasts is not dated by a single day in the news', () => {
    expect(glossesIn(topics('Trial of Otto Strakencz'))).toEqual(['Trial']);
    expect(glossesIn(topics('Trial of Otto Strakencz', { days: 9 }))).toEqual(['Trial · in the news in 2019']);
  });

  it('is an award ceremony, not an award', () => {
    expect(kindOfTitle('57th Zenda Awards')).toEqual({ kind: 'event', what: 'award ceremony' });
    expect(kindOfTitle('Zenda Awards')?.what).toBe('award');
  });
});

it('an alias does not lead to the composer, the union or the firm elsewhere', () => {
  const ground = { given: new Set(['otto']) };
  const body = (name: string, kind = 'group', land = 'United States') =>
    ({ name, kind, country: { key: 'x', name: land, adjective: null } }) as never;
  expect(isAnothersAlias(body('Otto Strakencz University'), 'Strakencz', ground)).toBe(true);
  expect(isAnothersAlias(body('Upper Strakencz University'), 'Strakencz', ground)).toBe(false);
  expect(isAnothersAlias(body('Zenda Hofbau Union Secretariat'), 'ZHU', ground)).toBe(true);
  expect(isAnothersAlias(body('Zenda Hofbau Union'), 'ZHU', ground)).toBe(false);
  expect(isAnothersAlias(body('Strakencz & Co.', 'company'), 'Strakencz KGaA', ground)).toBe(true);
  expect(isAnothersAlias(body('Strakencz', 'company', 'Germany'), 'Strakencz KGaA', ground)).toBe(false);
});

it('a firm on one exchange has no seat that only its list gives', () => {
  const gloss = (index: string): string[] =>
    glossesIn({
      'companies-media-2026.ndjson': [
        { name: 'Zenda Re', kind: 'company', country: 'United States', index, src: 'pyticker' },
      ],
    });
  expect(gloss('AEX')).toEqual(['Company']);
  expect(gloss('AEX, S&P 500')).toEqual(['American company']);
});

it('what a map draws as a range is called what its name says', () => {
  const land = (name: string, kind: string): string[] =>
    glossesIn({ 'airports-rivers-regions.ndjson': [{ name, kind, rank: 2, src: 'naturalearth', aliases: [] }] });
  expect(land('Zenda Mountains', 'range/mtn')).toEqual(['Mountain range']);
  expect(land('Great Zendajökull', 'range/mtn')).toEqual(['Glacier']);
  expect(land('Great Zendaberg', 'range/mtn')).toEqual(['Mountain range']);
  expect(land('S. dos Zenda', 'range/mtn')).toEqual([]);
  expect(land('Cape Zenda', 'pen/cape')).toEqual(['Cape']);
  expect(land('Zenda Penisola', 'pen/cape')).toEqual(['Peninsula']);
});

describe('a creative work', () => {
  const film = (director: string, year = '2017'): Facts => ({
    'wikidata-notable-rows-2026.ndjson': [
      {
        qid: 'Q8700005',
        name: 'The Lighthouse of Zenda',
        kind: 'films',
        sitelinks: 900,
        dates: [['films release year', year]],
        facts: { director },
      },
    ],
  });
  const director = { name: 'Otto Strakencz', occupation: 'film director', born: 1960, hpi: 70, src: 'pantheon2025' };
  const people = (...rows: unknown[]): Facts => ({ 'people-pantheon-2025.ndjson': rows as never });
  const ties = (facts: Facts): string[] =>
    rowsOf(tablesOf(facts)?.facts)
      .filter(([, property]) => property === 'related')
      .map((cells) => cells.slice(0, 5).join(' '));

  it('is tied to the person with the creator’s name who makes such works', () => {
    expect(ties({ ...film('Otto Strakencz'), ...people(director) })).toEqual([
      'q8700005 related otto-strakencz-person-1960 director film',
    ]);
    expect(ties({ ...film('Otto Strakencz'), ...people({ ...director, occupation: 'boxer' }) })).toEqual([]);
    expect(ties({ ...film('Otto Strakencz', '1965'), ...people(director) })).toEqual([]);
    expect(ties({ ...film('Otto Strakencz||Anna Tarlenheim'), ...people(director) })).toEqual([]);
  });

  it('describes its director if a list has no more than the field', () => {
    const known = vitals(vital('Otto Strakencz', 'people: entertainers, directors, producers', { born: '1960' }));
    const glosses = (facts: Facts): string | undefined =>
      rowsOf(tablesOf(facts)?.entities).find(([, kind]) => kind === 'person')?.[4];
    expect(glosses({ ...known, ...film('Otto Strakencz') })).toBe('Film director · born 1960');
    expect(glosses({ ...known, ...film('Anna Tarlenheim') })).toBe('Known in film, television or theatre, born 1960');
  });
});
