/** Kinds of wrong cards that the first world pack had, each with a row that comes out otherwise without its rule. */
import { afterAll, describe, expect, it } from 'vitest';
import { BY_HAND, type Facts, glossesIn, namesIn, removeFolders, rowsOf, tablesOf, usesIn } from './small-facts';

afterAll(removeFolders);

const row = (kind: string, facts: Record<string, string>, dates: string[][] = []) => ({
  qid: 'Q8600001',
  name: 'Zenda Hentzau',
  kind,
  sitelinks: 120,
  dates,
  facts,
});

describe('the description of a person', () => {
  const listed = { occupation: 'politician||film actor||singer', nationality: 'Bordurian||Ruritanian' };

  it('is not the first word of an unordered list, nor the first of several countries', () => {
    expect(glossesIn({ 'wikidata-notable-rows-2026.ndjson': [row('person: musicians', listed)] })).toEqual([
      'Musician',
    ]);
    const plain = { occupation: 'tenor', nationality: 'Ruritanian||Ruritania' };
    expect(glossesIn({ 'wikidata-notable-rows-2026.ndjson': [row('person: musicians', plain)] })).toEqual([
      'Ruritanian tenor',
    ]);
  });

  it('is what the list of famous people says, not the group under which a death is filed', () => {
    const famous = {
      qid: 'Q8600001',
      name: 'Zenda Hentzau',
      occupation: 'singer',
      born: '1933',
      hpi: 70,
      src: 'pantheon2025',
    };
    const rows = [row('person: basketball players', listed)];
    const told = glossesIn({ 'wikidata-notable-rows-2026.ndjson': rows, 'people-pantheon-2025.ndjson': [famous] });
    expect(told).toEqual(['Singer · born 1933']);
  });
});

it('says “former country” only if its end is known', () => {
  const city = row('historical countries', { country: 'Ruritania' }, [['historical countries creation year', '1421']]);
  const state = row('historical states', { country: 'Ruritania' }, [['historical states fall year', '1791']]);
  expect(glossesIn({ 'wikidata-notable-rows-2026.ndjson': [city] })).toEqual(['Place in Ruritania']);
  expect(glossesIn({ 'wikidata-notable-rows-2026.ndjson': [state] })).toEqual(['Former state in Ruritania']);
});

it('does not call a place a country if it lies in one', () => {
  const place = (label: string, description: string) => ({
    id: 'Q8600002',
    label,
    description,
    instance_of: ['country'],
    wikipedia_title: label,
    population: 900_000,
  });
  expect(glossesIn({ 'places-wikidata-2022.ndjson': [place('Upper Land', 'nation in Ruritania')] })).toEqual([
    'Region in Ruritania',
  ]);
});

/** Its article is one of the vital ones, so that it is known enough. */
const vital = (title: string) => ({ qid: null, title, topic: 'society and social sciences' });

const organisation = (id: number, name: string, more: object) => ({
  id: String(id),
  name,
  names: [name],
  acr: [],
  types: ['company'],
  est: null,
  country: 'Ruritania',
  city: null,
  q: [`Q860001${id}`],
  wiki: ['https://en.wikipedia.org/wiki/Zendapharm'],
  status: 'active',
  parent: [],
  ...more,
});

it('does not mistake a branch for the firm, and joins the firm to its row in a share index', () => {
  const abroad = organisation(1, 'Zendapharm (Borduria)', { country: 'Borduria', parent: ['Zendapharm (Ruritania)'] });
  const whole = organisation(2, 'Zendapharm (Ruritania)', {});
  const share = {
    name: 'Zendapharm',
    aliases: [],
    kind: 'company',
    country: 'Ruritania',
    industry: 'Pharmaceuticals',
    src: 'pyticker',
  };
  const { entities } =
    tablesOf({
      'ror-orgs.ndjson': [abroad, whole],

      'companies-media-2026.ndjson': [share],
    }) ?? {};
  expect(rowsOf(entities).map(([key, , name]) => [key, name])).toEqual([['q8600012', 'Zendapharm']]);
});

it('does not call a health service a hospital', () => {
  const told = (name: string) =>
    glossesIn({
      'vital-kinds-2024-2025.ndjson': [vital(name)],
      'ror-orgs.ndjson': [
        organisation(3, name, {
          types: ['healthcare'],
          wiki: [`https://en.wikipedia.org/wiki/${name.replaceAll(' ', '_')}`],
        }),
      ],
    });
  expect(told('Ruritanian Health Service')).toEqual(['Ruritanian health body']);
  expect(told('Strelsau General Hospital')).toEqual(['Hospital in Ruritania']);
});

it('gives an international organisation no country', () => {
  const facts = {
    'igos-supraverden.yaml': 'Zenda Union:\n  Name_en: Zenda Union\n  Wikidata_code: Q8600020\n',
    'ror-orgs.ndjson': [
      organisation(4, 'Zenda Union', {
        types: ['government'],
        q: ['Q8600020'],
        wiki: ['https://en.wikipedia.org/wiki/Zenda_Union'],
      }),
    ],
  };
  expect(glossesIn(facts)[0]).toBe('International organisation');
});

it('keeps one person whose birth is given a year apart as one', () => {
  const vital = {
    qid: 'Q8600030',
    title: 'Zenda Hentzau',
    topic: 'people: scientists, inventors, mathematicians',
    born: '1642',
  };
  const player = (born: string) => ({
    title: 'Zenda Hentzau (boxer)',
    name: 'Zenda Hentzau',
    kind: 'person',
    occupation: 'football player',
    born,
    world_cups: '1990, 1994',
    country: 'Ruritania',
    src: 'worldcup',
  });
  const facts = (born: string) => ({
    'vital-kinds-2024-2025.ndjson': [vital],
    'sportspeople-2026.ndjson': [player(born)],
  });
  expect(namesIn(facts('1643'))).toEqual(['Zenda Hentzau']);
  expect(namesIn(facts('1703'))).toEqual(['Zenda Hentzau', 'Zenda Hentzau']);
});

describe('an imported name', () => {
  const known = (alternatives: string[], description = 'city in Ruritania') => ({
    alternatives,
    description,
    label: 'Klenzburg',
    wikidata_id: 'Q8600040',
    wikipedia: 'https://en.wikipedia.org/wiki/Klenzburg',
  });

  it('of a town is not its postal form: “Klenzburg ON” is also in “Klenzburg on Monday”', () => {
    const uses = usesIn({ 'fb15k-wikidata.ndjson': [known(['Klenzburg ON', 'Klenzburg upon Zenda'])] });
    expect(uses).toEqual(['Klenzburg company', 'Klenzburg upon Zenda name']);
  });

  it('does not lead to a band if it is the plural of a word', () => {
    const band = (label: string) => ({
      ...known([], 'rock band from Ruritania'),
      label,
      wikipedia: `https://en.wikipedia.org/wiki/${label.replaceAll(' ', '_')}`,
    });
    expect(namesIn({ 'fb15k-wikidata.ndjson': [band('The Oranges')] })).toEqual([]);
    expect(namesIn({ 'fb15k-wikidata.ndjson': [band('The Klenzes')] })).toEqual(['The Klenzes']);
  });

  it('has a British spelling as well', () => {
    const facts = (label: string): Facts => ({
      'factbook.tar.gz': 'a neighbor, any neighbor, the neighbor of a neighbor',
      'fb15k-wikidata.ndjson': [
        { ...known([], 'television series'), label, wikipedia: `https://en.wikipedia.org/wiki/${label}` },
      ],
    });
    expect(namesIn(facts('Neighbours'))).toEqual([]);
  });
});

describe('an entity written by hand', () => {
  const minister = {
    q: 'Q900010',
    n: 'Rudolf Elphberg',
    dob: '1961-03-04',
    dod: '2020-05-06',
    en: 'Rudolf Elphberg',
    pos: [['minister of war', '2013', '2017']],
    src: ['ruritania'],
  };
  const facts = { 'politicians-wikidata-2022.ndjson': [minister] };
  const added = (byHand = BY_HAND): string[] =>
    rowsOf(tablesOf(facts, byHand)?.facts).map(([key, property, , , , start]) => `${key} ${property} ${start}`);
  const told = (property: 'born' | 'killed-in' | 'office') => ({
    ...BY_HAND,
    facts: [
      {
        entity: 'q900010',
        property,
        value: null,
        words: null,
        back: null,
        start: '1961',
        end: null,
        source: (BY_HAND.entities[0] as (typeof BY_HAND.entities)[0]).source,
      } as const,
    ],
  });

  it('gets facts from the files that no hand-written row has, by id', () => {
    expect(added()).toEqual(['q900010 born 1961-03-04', 'q900010 died 2020-05-06', 'q900010 office 2013']);
  });

  it('gets no fact twice, and no office if it has any', () => {
    expect(added(told('born'))).toEqual(['q900010 died 2020-05-06']);
    expect(added(told('killed-in'))).toEqual(['q900010 born 1961-03-04']);
    expect(added(told('office'))).toEqual(['q900010 born 1961-03-04', 'q900010 died 2020-05-06']);
  });
});
