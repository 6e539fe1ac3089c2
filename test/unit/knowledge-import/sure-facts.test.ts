/** What is told only where files agree, or less exactly than one of them has it. */
import { afterAll, describe, expect, it } from 'vitest';
import { type Facts, glossesIn, removeFolders, rowsOf, tablesOf } from './small-facts';

afterAll(removeFolders);

const factsIn = (facts: Facts): string[] =>
  rowsOf(tablesOf(facts)?.facts).map(([, ...cells]) => cells.slice(0, 6).join(' ').replace(/\s+/g, ' ').trim());

describe('a founding date', () => {
  const firm = (src: string, start: string) => ({
    name: 'Zenda Air',
    kind: 'company',
    country: 'Ruritania',
    start,
    src,
  });
  const rows = (...list: unknown[]): Facts => ({ 'companies-media-2026.ndjson': list as never });
  const brand = (year: string): Facts => ({
    'wikidata-notable-rows-2026.ndjson': [
      {
        qid: 'Q8700001',
        name: 'Zenda Rangers',
        kind: 'football clubs',
        sitelinks: 60,
        dates: [['clubs founding year', year]],
      },
    ],
  });
  const club = (start: string): Facts => ({
    'football-clubs-2026.ndjson': [
      {
        qid: 'Q8700001',
        name: 'Zenda Rangers',
        kind: 'football club or team',
        country: 'Ruritania',
        start,
        stadium: 'Zenda Park',
      },
    ],
  });

  it('is given if two files have the year', () => {
    expect(factsIn(rows(firm('sp500', '1935')))).toEqual([]);
    expect(factsIn(rows(firm('sp500', '1935'), firm('pyticker', '1935')))).toEqual(['founded 1935']);
    expect(factsIn(rows(firm('sp500', '1935'), firm('pyticker', '1962')))).toEqual([]);
  });

  it('is not confirmed by a second file with the same origin', () => {
    expect(factsIn({ ...brand('1893'), ...club('1893-01-01') })).toEqual([]);
  });

  it('of a party is given by the list of parties, and of a historical state by the one file that has it', () => {
    const party: Facts = {
      'parties-partyfacts.ndjson': [
        {
          country: 'RUR',
          partyfacts_id: '7',
          wikidata_id: 'Q8700002',
          name: 'Zenda League',
          name_short: '',
          name_native: '',
        },
      ],
      'parties-wikipedia.ndjson': [
        {
          country: 'RUR',
          partyfacts_id: '7',
          url: 'https://en.wikipedia.org/wiki/Zenda_League',
          name_short: '',
          name: 'Zenda League',
          name_native: '',
          year_founded: '1990',
          year_dissolved: '',
        },
      ],
    };
    expect(factsIn(party)).toEqual(['founded 1990']);
    const state = {
      qid: 'Q8700003',
      name: 'Duchy of Zenda',
      kind: 'historical states',
      sitelinks: 90,
      dates: [
        ['historical states creation year', '1492'],
        ['historical states fall year', '1861'],
      ],
    };
    expect(factsIn({ 'wikidata-notable-rows-2026.ndjson': [state] })).toEqual(['founded 1492', 'ended 1861']);
  });
});

it('a birth before the middle of the eighteenth century is approximate', () => {
  const born = (year: string): Facts => ({
    'vital-kinds-2024-2025.ndjson': [
      { qid: 'Q8700001', title: 'Otto Strakencz', topic: 'people: writers and journalists', born: year },
    ],
  });
  expect(factsIn(born('1749'))).toEqual(['born ~1749']);
  expect(glossesIn(born('0442'))).toEqual(['Writer or journalist · born about 442']);
  expect(factsIn(born('1750'))).toEqual(['born 1750']);
});

it('an office in the worldwide list has its years, and in the year of death its day', () => {
  const office = (dod: string | null): string[] =>
    factsIn({
      'politicians-wikidata-2022.ndjson': [
        {
          q: 'Q8700001',
          n: 'Otto Strakencz',
          en: 'Otto Strakencz',
          dod,
          src: ['ruritania'],
          pos: [['minister of war', '2001-02-03', '2004-05-06']],
        },
      ],
    }).filter((line) => line.startsWith('office'));
  expect(office(null)).toEqual(['office Minister of war 2001 2004']);
  expect(office('2004-05-06')).toEqual(['office Minister of war 2001 2004-05-06']);
  expect(office('2010-05-06')).toEqual(['office Minister of war 2001 2004']);
});

it('a population is rounded, since the date of the count is unknown', () => {
  const place = (population: number): string[] =>
    factsIn({
      'places-wikidata-2022.ndjson': [
        {
          id: 'Q8700001',
          label: 'Hofbau',
          description: 'city in Ruritania',
          instance_of: ['city'],
          population,
          wikipedia_title: 'Hofbau',
        },
      ],
    });
  expect(place(290_401)).toEqual(['population 290000']);
  expect(place(42_618)).toEqual(['population 43000']);
});
