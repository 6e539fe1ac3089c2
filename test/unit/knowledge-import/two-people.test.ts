/** Cards of two people, branches told as the whole, and who cannot be found by their own name. Long because each case has
 * rows of its own. */
import { afterAll, describe, expect, it } from 'vitest';
import { importWorld } from '../../../assets/knowledge/import/import-world';
import { BY_HAND, type Facts, factsFolder, removeFolders, rowsOf, tablesOf, usesIn } from './small-facts';

afterAll(removeFolders);

const told = (facts: Facts): string[] =>
  rowsOf(tablesOf(facts)?.entities).map(([, , name, , gloss]) => `${name}: ${gloss}`);

const politician = (id: number, name: string, more: object) => ({
  q: `Q8910${id}`,
  n: name,
  en: name,
  pos: [],
  src: ['us'],
  ...more,
});
const holder = (name: string, posts: unknown[], more: object = {}) => ({
  name,
  posts,
  country: 'United States',
  kind: 'person',
  src: 'os-states',
  ...more,
});
const vital = (title: string, topic: string, more: object = {}) => ({ title, topic, ...more });

describe('rows with one name', () => {
  const congressman = politician(1, 'Otto Strakencz', {
    dob: '1930-02-03',
    pos: [['United States representative', '1975-01-03', '1983-01-03']],
  });
  const of = (...posts: unknown[][]): string[] =>
    told({
      'politicians-wikidata-2022.ndjson': [congressman],
      'officeholders-2026.ndjson': [holder('Otto Strakencz', posts)],
    });

  it('are not joined by “politician” and the country alone', () => {
    expect(of(['mayor, Hofbau, WY', '1984-01-01', '1990-01-01', null])).toEqual([
      'Otto Strakencz: American politician · United States representative 1975–1983',
    ]);
  });

  it('are two people if the office is outside the lifetime', () => {
    expect(of(['governor, WY', '2031-01-01', null, null]).length).toBe(2);
    expect(of(['United States representative', '1975-01-03', null, null]).length).toBe(1);
  });

  it('are one person by a shared post, or by the state where both were at one time', () => {
    const senator = politician(1, 'Otto Strakencz', {
      pos: [['member of the Georgia State Senate', '2013-01-14', '2021']],
    });
    const facts = (state: string): Facts => ({
      'politicians-wikidata-2022.ndjson': [senator],
      'officeholders-2026.ndjson': [
        holder('Otto Strakencz', [[`lieutenant governor, ${state}`, '2023-01-09', null, null]]),
      ],
    });
    expect(told(facts('GA'))).toEqual([
      'Otto Strakencz: American politician · Lieutenant governor of Georgia since 2023, as of 2026',
    ]);
    expect(told(facts('OH'))).not.toContainEqual(expect.stringContaining('Lieutenant'));
  });

  it('are father and son if a career began too late for the first', () => {
    const father = {
      ...{ qid: 'Q8911', name: 'Otto Strakencz', kind: 'person: basketball players' },
      ...{ sitelinks: 90, dates: [], facts: {} },
    };
    const famous = {
      qid: 'Q8911',
      name: 'Otto Strakencz',
      occupation: 'nba player',
      born: 1950,
      hpi: 80,
      src: 'pantheon2025',
    };
    const son = { name: 'Otto Strakencz', kind: 'person', occupation: 'NBA basketball player', src: 'nba' };
    const of = (first: string): string[][] =>
      rowsOf(
        tablesOf({
          'wikidata-notable-rows-2026.ndjson': [father],
          'people-pantheon-2025.ndjson': [famous],
          'sportspeople-2026.ndjson': [{ ...son, seasons: [first, '2025'] }],
        })?.facts,
      ).filter(([key, property]) => key === 'q8911' && property === 'role');
    expect(of('1972')).toHaveLength(1);
    expect(of('2001')).toHaveLength(0);
  });

  it('are one person by the birthday, if the name is reversed', () => {
    const player = {
      qid: 'Q8912',
      title: 'Zenda Flavia',
      name: 'Zenda Flavia',
      kind: 'person',
      occupation: 'football player',
    };
    const facts = (name: string, born = '1992-07-08'): Facts => ({
      'sportspeople-2026.ndjson': [
        { ...player, born: '1992-07-08', world_cups: '2014', src: 'worldcup' },
        { ...player, qid: null, title: null, name, born, world_cups: '2018', src: 'worldcup' },
      ],
    });
    expect(told(facts('Flavia Zenda'))).toHaveLength(1);
    expect(told(facts('Flavia Zenda', '1992-07-09'))).toHaveLength(2);
    expect(told(facts('Flavia Hofbau'))).toHaveLength(2);
  });

  it('are one person whether initials are spaced or not, and with or without “The”', () => {
    const famous = {
      qid: null,
      name: 'O.S. Strakencz',
      occupation: 'singer',
      born: 1925,
      hpi: 80,
      src: 'pantheon2025',
    };
    const people = [vital('O. S. Strakencz', 'people: religious figures', { qid: 'Q8913', born: '1925' })];
    expect(told({ 'vital-kinds-2024-2025.ndjson': people, 'people-pantheon-2025.ndjson': [famous] })).toEqual([
      'O. S. Strakencz: Singer · born 1925',
    ]);
  });
});

it('does not treat somebody in the baseball register without a season as a player', () => {
  const of = (mlb: [string, string] | null): string[] =>
    told({
      'sportspeople-2026.ndjson': [
        {
          qid: 'Q8914',
          name: 'Bert Batter',
          kind: 'person',
          occupation: 'baseball player',
          born: '1950-09-21',
          mlb,
          src: 'chadwick',
        },
      ],
      'vital-kinds-2024-2025.ndjson': [
        vital('Bert Batter', 'people: entertainers, directors, producers', { qid: 'Q8914', born: '1950' }),
      ],
      'fb15k-wikidata.ndjson': [
        {
          wikidata_id: 'Q8914',
          label: 'Bert Batter',
          alternatives: [],
          description: 'American actor',
          wikipedia: null,
        },
      ],
    });
  expect(of(null)).toEqual(['Bert Batter: American actor · born 1950']);
  expect(of(['1971', '1980'])).toEqual(['Bert Batter: American baseball player · born 1950']);
});

it('of several bodies with one article, keeps the one that is not part of another', () => {
  const body = (id: number, country: string, parent: string[]) => ({
    ...{ id: String(id), name: `Zenda Fund ${country}`, names: [], acr: [], types: ['nonprofit'], country, parent },
    ...{ q: [`Q891${id}`], wiki: ['https://en.wikipedia.org/wiki/Zenda_Fund'], status: 'active' },
  });
  const of = (...bodies: object[]) => told({ 'ror-orgs.ndjson': bodies as Facts[string] & object[] });
  expect(of(body(20, 'Borduria', ['Zenda Fund Ruritania']), body(21, 'Ruritania', []))).toEqual([
    'Zenda Fund: Ruritanian non-profit organisation',
  ]);
  expect(of(body(20, 'Borduria', []), body(21, 'Ruritania', []))).toEqual([]);
});

describe('the full name of a person', () => {
  const famous = { name: 'Michael Hentzau', occupation: 'musician', born: 1957, hpi: 80, src: 'pantheon2025' };
  const known: Facts = {
    'people-pantheon-2025.ndjson': [famous],
    // The article is read, and no file says that it is theirs.
    'popular-titles-lc.txt': 'michael hentzau\n',
  };

  it('counts as a name even if only a list of titles has the article', () => {
    expect(told(known)).toEqual(['Michael Hentzau: Musician · born 1957']);
    expect(usesIn(known)).not.toContain('Michael Hentzau short');
  });

  it('is not replaced by a made-up one', () => {
    const film = {
      qid: 'Q8915',
      enwiki: 'Michael_Hentzau',
      year: 1990,
      pageViews: 900_000,
      deck: 'entertainment-films',
    };
    const of = (born: number): string[] =>
      told({ 'people-pantheon-2025.ndjson': [{ ...famous, born }], 'notable-things-2026.ndjson': [film] });
    expect(of(1957)).toEqual(of(1772));
    expect(of(1957)).not.toContainEqual(expect.stringContaining('Musician'));
  });

  it('is that of the better-known person, if the other has brackets', () => {
    const party = (title: string): Facts => ({
      'parties-partyfacts.ndjson': [
        {
          ...{ country: 'Ruritania', partyfacts_id: '7', wikidata_id: 'Q8916', name: 'Zenda Valley' },
          name_short: '',
          name_native: '',
        },
      ],
      'parties-wikipedia.ndjson': [
        { partyfacts_id: '7', url: `https://en.wikipedia.org/wiki/${title}`, year_founded: '1990' },
      ],
    });
    const valley = vital('Zenda Valley', 'geography: countries and regions', { qid: 'Q8917' });
    const both: Facts = { ...party('Zenda_Valley_(political_party)'), 'vital-kinds-2024-2025.ndjson': [valley] };
    expect(usesIn(both)).toContain('Zenda Valley company');
    expect(usesIn(party('Zenda_Valley'))).toEqual([]);
  });
});

it('gives a party its own name if the article has a shorter one before brackets', () => {
  const facts: Facts = {
    'parties-partyfacts.ndjson': [
      {
        ...{ country: 'Ruritania', partyfacts_id: '7', wikidata_id: 'Q8918', name: 'Zenda Valley List' },
        name_short: '',
        name_native: '',
      },
    ],
    'parties-wikipedia.ndjson': [
      { partyfacts_id: '7', url: 'https://en.wikipedia.org/wiki/Zenda_Valley_(political_party)', year_founded: '1990' },
    ],
  };
  expect(told(facts)).toEqual(['Zenda Valley List: Ruritanian political party']);
});

it('makes no person of bands and duos among the vital people', () => {
  const of = (title: string, more: object = {}, topic = 'people: artists, musicians, composers'): string[] =>
    told({ 'vital-kinds-2024-2025.ndjson': [vital(title, topic, more)] });
  expect(of('Gruenstadt Girls')).toEqual([]);
  expect(of('Otto and Flavia Strakencz', { born: '1915' })).toEqual([]);
  expect(of('Otto and Flavia Strakencz')).toEqual([]);
  expect(of('Otto Strakencz', { born: '1915' })).toEqual(['Otto Strakencz: Known in the arts, born 1915']);
});

it('prefers the equal candidate that has an article', () => {
  const player = (name: string, title: string | null) => ({
    ...{
      name,
      title,
      kind: 'person',
      occupation: 'football player',
      country: 'Borduria',
      world_cups: '2014',
      src: 'worldcup',
    },
  });
  const facts: Facts = { 'sportspeople-2026.ndjson': [player('Abe Zenda', null), player('Zoe Hofbau', 'Zoe Hofbau')] };
  const chosen = importWorld(factsFolder(facts), BY_HAND, [], 1).choice?.chosen ?? [];
  expect(chosen.map(({ draft }) => draft.name)).toEqual(['Zoe Hofbau']);
});

it('joins a firm by a multi-word name even if one file has no country', () => {
  const share = {
    name: 'Northern Company',
    aliases: [],
    kind: 'company',
    country: 'Ruritania',
    industry: 'Power',
    src: 'sp500',
  };
  const of = (n: string): string[][] =>
    rowsOf(
      tablesOf({
        'companies-media-2026.ndjson': [share],
        'nsi-brands-orgs.ndjson': [{ q: 'Q8927', n, d: 'electricity company' }],
      })?.entities,
    ).map(([key, , name]) => [key ?? '', name ?? '']);
  expect(of('Northern Company')).toEqual([['q8927', 'Northern Company']]);
  expect(of('Northern')).not.toContainEqual(['q8927', 'Northern Company']);
});

it('keeps the letter of a faction in its name, since without it the name belongs to another', () => {
  const facts: Facts = {
    'parties-partyfacts.ndjson': [
      {
        ...{ country: 'Ruritania', partyfacts_id: '7', wikidata_id: 'Q8919', name: 'Zenda League (J)' },
        ...{ name_short: '', name_native: '' },
      },
    ],
    'parties-wikipedia.ndjson': [
      { partyfacts_id: '7', url: 'https://en.wikipedia.org/wiki/Zenda_League_(J)', year_founded: '1990' },
    ],
  };
  expect(told(facts)).toEqual(['Zenda League (J): Ruritanian political party']);
  expect(usesIn(facts)).not.toContain('Zenda League name');
});

it('does not treat the newspaper of one town as that of another', () => {
  const site = { name: 'Zenda News', aliases: [], kind: 'news site', city: 'Hofbau', country: 'US', src: 'homepages' };
  const town = { label: 'Hofbau', description: 'Town', instance_of: [], wikipedia_title: 'Hofbau', population: 9 };
  const of = (title: string): string[] =>
    told({
      'places-wikidata-2022.ndjson': [{ id: 'Q8923', ...town }],
      'us-newspapers.ndjson': [{ 'WP-title': title, state: 'Ohio', qid: 'Q8920', path: 'x' }],
      'companies-media-2026.ndjson': [site],
    });
  expect(of('Zenda News (Strelsau)')).toEqual(['Zenda News: Newspaper in Ohio, the United States']);
  expect(of('Zenda News')).toEqual(['Zenda News: Newspaper in Hofbau, the United States']);
});
