/** Names that are safe without fame since nothing else has them, and rows that are about one thing though no id says so. */
import { afterAll, describe, expect, it } from 'vitest';
import { kindOfBrand } from '../../../assets/knowledge/import/kind-of-brand';
import { kindOfDescription, kindOfTitle } from '../../../assets/knowledge/import/kind-of-words';
import { BY_HAND, type Facts, glossesIn, namesIn, removeFolders, rowsOf, tablesOf, usesIn } from './small-facts';

afterAll(removeFolders);

const vital = (title: string, topic: string, more: object = {}): Facts => ({
  'vital-kinds-2024-2025.ndjson': [{ qid: null, title, topic, ...more }],
});
const word = (name: string, kind: string, qid: string, aliases: string[] = []): Facts => ({
  'wordnet-names-2026.ndjson': [{ qid, name, aliases, kind }],
});
const brand = (n: string, d: string): Facts => ({ 'nsi-brands-orgs.ndjson': [{ q: 'Q9101', n, d }] });
const POPULAR = 'hofbau river\nstrakencz\nstrakencz motors\n';

describe('an unambiguous name', () => {
  const town = vital('Strakencz', 'geography: cities');
  const whole = { ...town, 'popular-titles-lc.txt': 'hofbau\n' };

  it('counts without context', () => {
    expect(namesIn(whole)).toEqual(['Strakencz']);
    expect(usesIn(whole)).toEqual([]);
  });

  it('is not assumed if three articles have it with brackets', () => {
    const others = 'strakencz (band)\nstrakencz (film)\nstrakencz (river)\n';
    expect(namesIn({ ...whole, 'popular-titles-lc.txt': others })).toEqual([]);
  });

  it('is not assumed for a brand that several people have in their names, or whose article is hardly read', () => {
    const facts = { ...brand('Strakencz', 'Ruritanian automobile manufacturer'), 'popular-titles-lc.txt': POPULAR };
    const people = (...given: string[]): Facts => ({
      'people-pantheon-2025.ndjson': given.map((name, at) => ({
        name: `${name} Strakencz`,
        occupation: 'singer',
        born: 1944 + at,
        hpi: 70,
        src: 'pantheon2025',
      })),
    });
    expect(namesIn(facts)).toEqual(['Strakencz']);
    expect(namesIn({ ...facts, ...people('Otto') })).toContain('Strakencz');
    expect(namesIn({ ...facts, ...people('Otto', 'Anna', 'Ida', 'Max') })).not.toContain('Strakencz');
    const land = { ...word('Strakencz', 'location', 'Q9102'), 'popular-titles-lc.txt': POPULAR };
    const much = {
      ...land,
      'wikidata-notable-rows-2026.ndjson': [{ qid: 'Q9102', name: 'Strakencz', kind: 'colonies', sitelinks: 60 }],
    };
    expect(namesIn({ ...much, ...people('Otto') })).not.toContain('Strakencz');
    const hardlyRead = { ...facts, 'popular-titles-lc.txt': 'hofbau\n', 'yago-titles-2014.txt': 'Strakencz\n' };
    expect(namesIn({ ...hardlyRead, ...people('Otto') })).toEqual(['Otto Strakencz']);
  });

  it('is not assumed for a brand if an article of that name is about something that the files do not describe', () => {
    const facts = { ...brand('Strakencz', 'Ruritanian automobile manufacturer'), 'popular-titles-lc.txt': POPULAR };
    expect(namesIn({ ...facts, ...vital('Strakencz', 'animals') })).toEqual([]);
  });

  it('a brand from two countries has no country', () => {
    const facts = (d: string): Facts => ({ ...brand('Strakencz Motors', d), 'popular-titles-lc.txt': POPULAR });
    expect(glossesIn(facts('Ruritanian-Bordurian automobile manufacturer'))).toEqual(['Carmaker']);
  });

  it('gives a brand on a map the fame of its article, but not if the article is about something else', () => {
    const facts = {
      ...brand('Strakencz Motors', 'Ruritanian automobile manufacturer'),
      'popular-titles-lc.txt': POPULAR,
    };
    expect(glossesIn(facts)).toEqual(['Ruritanian carmaker']);
    expect(glossesIn({ ...facts, 'popular-titles-lc.txt': 'hofbau\n' })).toEqual([]);
    const mountain = vital('Strakencz Motors', 'geography: physical');
    expect(namesIn({ ...facts, ...mountain })).toEqual(['Strakencz Motors']);
    expect(glossesIn({ ...facts, ...mountain })).not.toContain('Ruritanian carmaker');
  });
});

describe('rows about the same thing', () => {
  const town = vital('Strakencz', 'geography: cities');
  const idsIn = (facts: Facts): string[] => rowsOf(tablesOf(facts)?.entities).map(([key, , name]) => `${key} ${name}`);

  it('are the main sense in a dictionary and the article without brackets', () => {
    expect(idsIn({ ...town, ...word('Strakencz', 'location', 'Q9102') })).toEqual(['q9102 Strakencz']);
  });

  it('are not those of two articles', () => {
    const more = { description: 'city in Borduria', instance_of: ['city'], population: 300_000 };
    const second = { id: 'Q9103', label: 'Strakencz', wikipedia_title: 'Strakencz, Borduria', ...more };
    const keys = idsIn({ ...town, 'places-wikidata-2022.ndjson': [second] });
    expect(keys).toContain('strakencz-place Strakencz');
  });

  it('are rivers and seas by the word in one of their names', () => {
    const river = word('Hofbau', 'object', 'Q9104', ['Hofbau River']);
    expect(glossesIn({ ...river, 'popular-titles-lc.txt': 'hofbau\n' })).toEqual(['River']);
  });
});

describe('a national team', () => {
  const side = (label: string): Facts => ({
    'fb15k-wikidata.ndjson': [
      {
        wikidata_id: 'Q9105',
        label,
        alternatives: [],
        description: "men's national association football team representing Ruritania",
        wikipedia: `https://en.wikipedia.org/wiki/${label.replaceAll(' ', '_')}`,
      },
    ],
  });

  it('is called like its country beside the championships of nations', () => {
    const fifa = {
      ...(BY_HAND.entities[0] as object),
      key: 'fifa',
      kind: 'group',
      name: 'FIFA',
      wikidata: null,
    } as never;
    const byHand = { ...BY_HAND, entities: [...BY_HAND.entities, fifa] };
    const names = rowsOf(tablesOf(side('Ruritania national football team'), byHand)?.names);
    expect(names.map(([, form, use, company]) => `${form} ${use} ${company}`)).toEqual(['Ruritania company fifa']);
  });

  it('is not if it has no country of that name', () => {
    expect(usesIn(side('Hofbau national football team'))).toEqual(['Hofbau short']);
  });
});

it.each([
  ['Italian luxury fashion house', 'fashion house'],
  ['German automobile manufacturer specializing in sports cars', 'carmaker'],
  ['chain of cafes in Poland', 'restaurant chain'],
  ['rapid transit system in New York City', 'metro'],
  ['land warfare branch of the British Armed Forces', 'branch of the armed forces'],
  ['revenue service of the United States federal government', 'agency'],
  ['multinational management consulting company', 'consulting firm'],
  ['a poem about a bench', undefined],
])('a map says "%s": %s', (description, what) => {
  expect(kindOfBrand(description)?.what).toBe(what);
});

it.each([
  ['West Germanic language', 'language'],
  ["men's national association football team representing Ruritania", 'national football team'],
  ['religious denomination', 'church'],
  ['American broadcast television network', 'television network'],
  ['media franchise about a spy', 'media franchise'],
])('a description says "%s": %s', (description, what) => {
  expect(kindOfDescription(description)?.what).toBe(what);
});

it.each([
  ['Ruritanian language', 'language'],
  ['Hofbau Film Festival', 'festival'],
  ['Ruritanian Orthodox Church', 'church'],
  ['Elphberg v. Hentzau', 'court case'],
  ['Constitution of Ruritania', 'constitution'],
  ['Strelsau Metro', 'metro'],
  ['Hofbau Prize', 'award'],
  ['Epistle to the Ruritanians', 'religious text'],
])('the title "%s" says: %s', (title, what) => {
  expect(kindOfTitle(title)?.what).toBe(what);
});

describe('a fault found by a reviewer', () => {
  const share = (name: string, city: string): Facts => ({
    'companies-media-2026.ndjson': [
      {
        name,
        aliases: [],
        kind: 'company',
        industry: null,
        city,
        start: null,
        index: 'S&P 500',
        lang: null,
        country: 'United States',
        src: 'sp500',
      },
    ],
  });

  it('a company in an index has its seat where its city is', () => {
    expect(glossesIn(share('Strakencz Inc.', 'Strelsau, Ruritania'))).toEqual(['Ruritanian company']);
    expect(glossesIn(share('Strakencz Inc.', 'Hofbau, Ohio'))).toEqual(['American company']);
  });

  it('a member of Congress has no first day if the collection begins on it', () => {
    const facts = (start: string): string[] =>
      rowsOf(
        tablesOf({
          'politicians-wikidata-2022.ndjson': [
            {
              q: 'Q9110',
              n: 'Otto Strakencz',
              en: 'Otto Strakencz',
              src: ['ruritania'],
              pos: [
                ['United States representative', start, '2013-01-03'],
                ['minister of war', '2014', '2016'],
              ],
            },
          ],
        })?.facts,
      ).map(([, , , words, , from]) => `${words} ${from}`);
    expect(facts('1999-01-06')).toContain('United States representative ');
    expect(facts('2007-01-06')).toContain('United States representative 2007');
  });

  it('an office that a newer list knows to have ended is not open', () => {
    const facts = tablesOf({
      'officeholders-2026.ndjson': [
        {
          name: 'Otto Strakencz',
          title: 'Otto Strakencz',
          qid: 'Q9114',
          kind: 'person',
          country: 'Ruritania',
          posts: [
            ['Finansminister', '2021-10-14', '2022-02-04', null],
            ['Fyrminister', '2019-01-01', '2020-01-01', null],
          ],
          src: 'mq-norway',
        },
      ],
      'politicians-wikidata-2022.ndjson': [
        {
          q: 'Q9114',
          n: 'Otto Strakencz',
          en: 'Otto Strakencz',
          src: ['ruritania'],
          pos: [['minister of the purse', '2021-10-14', null]],
        },
      ],
    })?.facts;
    expect(rowsOf(facts).map(([, property, , words, , from, to]) => `${property} ${words} ${from} ${to}`)).toEqual([
      'office Minister of Finance 2021-10-14 2022-02-04',
    ]);
  });

  it('“Standard language” and bare initials are not entities', () => {
    expect(kindOfTitle('Standard language')).toBeNull();
    const writer = {
      'fb15k-wikidata.ndjson': [
        {
          wikidata_id: 'Q9111',
          label: 'Otto Strakencz',
          alternatives: ['O. S.', 'Otto von Strakencz'],
          description: 'Ruritanian writer',
          wikipedia: 'https://en.wikipedia.org/wiki/Otto_Strakencz',
        },
      ],
    };
    expect(usesIn(writer)).toEqual(['Otto von Strakencz name']);
  });

  it('a name of several people belongs to one who is far better known', () => {
    const king = (id: string, title: string) => ({
      wikidata_id: id,
      label: title,
      alternatives: ['Otto the Red'],
      description: 'Ruritanian writer',
      wikipedia: `https://en.wikipedia.org/wiki/${title.replaceAll(' ', '_')}`,
    });
    const two = { 'fb15k-wikidata.ndjson': [king('Q9112', 'Otto Strakencz'), king('Q9113', 'Otto Hentzau')] };
    expect(usesIn(two)).toEqual(['Otto the Red short', 'Otto the Red short']);
    expect(
      usesIn({
        ...two,
        'popular-titles-lc.txt': 'otto strakencz\n',
        'yago-titles-2014.txt': 'Otto Strakencz\n',
      }),
    ).toEqual(['Otto the Red name', 'Otto the Red short']);
  });
});
