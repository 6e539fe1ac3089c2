/** One row of each file in its shape: what it becomes. */
import { afterAll, expect, it } from 'vitest';
import { importWorld } from '../../../assets/knowledge/import/import-world';
import { BY_HAND, type Facts, factsFolder, removeFolders } from './small-facts';

afterAll(removeFolders);

const first = (facts: Facts): string[] => {
  const { tables } = importWorld(factsFolder(facts), BY_HAND, []);
  const lines = tables?.entities.trimEnd().split('\n').slice(1) ?? [];
  return lines.map((line) => {
    const [key, kind, name, , gloss, , , wikipedia, , source] = line.split('\t');
    return [key, kind, name, gloss, wikipedia, source].join(' | ');
  });
};

const SITTING = {
  id: { wikipedia: 'Ann Rassen', wikidata: 'Q71' },
  name: { first: 'Ann', last: 'Rassen' },
  bio: { birthday: '1960-01-02' },
  terms: [
    { type: 'sen', start: '2015-01-06', end: '2021-01-03', state: 'VT', party: 'Independent' },
    { type: 'sen', start: '2021-01-03', end: '2027-01-03', state: 'VT', party: 'Independent' },
  ],
};

it.each([
  [
    'congress-current.json',
    JSON.stringify([SITTING]),
    'q71 | person | Ann Rassen | American politician · Senator from Vermont since 2015, as of 2026 | Ann Rassen | congress-2026',
  ],
  [
    'congress-historical.ndjson',
    [
      {
        last_name: 'Dawn',
        first_name: 'Abe',
        birthday: '1940-01-02',
        type: 'rep',
        state: 'OH',
        wikipedia_id: 'Abe Dawn (politician)',
      },
    ],
    'abe-dawn-politician-person | person | Abe Dawn | American politician · former member of the House of Representatives from Ohio | Abe Dawn (politician) | congress-2026',
  ],
  [
    'officeholders-2026.ndjson',
    [
      {
        name: 'Ida Marsh',
        country: 'Ruritania',
        posts: [['governor, Upper Land', '2023-01-02', null, null]],
        src: 'os-states',
      },
    ],
    'ida-marsh-person | person | Ida Marsh | Ruritanian politician · Governor of Upper Land since 2023, as of 2026 |  | open-states-2026',
  ],
  [
    'igos-supraverden.yaml',
    'Union of Tests:\n  Name_en: Union of Tests\n  Wikidata_code: Q72\n  Abbreviation_en: UOT\n  Year_established: 1950\n',
    'q72 | group | Union of Tests | International organisation |  | igos',
  ],
  [
    'ror-orgs.ndjson',
    [
      {
        id: 'x',
        name: 'Hofbau University (Ruritania)',
        names: ['Universidad de Hofbau'],
        types: ['Education'],
        est: 1700,
        country: 'Ruritania',
        city: 'Hofbau',
        q: ['Q73'],
        wiki: ['https://en.wikipedia.org/wiki/Hofbau_University'],
        status: 'active',
      },
    ],
    'q73 | group | Hofbau University | University in Hofbau, Ruritania | Hofbau University | ror-2026',
  ],
  [
    'companies-media-2026.ndjson',
    [
      {
        name: 'Elphberg Motors Inc.',
        aliases: ['ELM'],
        kind: 'company',
        industry: 'Carriages',
        start: '1902',
        country: 'Ruritania',
        src: 'pyticker',
      },
    ],
    'elphberg-motors-company | company | Elphberg Motors | Ruritanian car manufacturer |  | pyticker-2026',
  ],
  [
    'us-newspapers.ndjson',
    [{ 'WP-title': 'Zenda Daily Bell', state: 'Ohio', qid: 'Q74', path: '/wiki/Zenda_Daily_Bell' }],
    'q74 | media | Zenda Daily Bell | Newspaper in Ohio, the United States | Zenda Daily Bell | us-newspapers-2025',
  ],
  [
    'airports-rivers-regions.ndjson',
    [
      {
        name: 'Hofbau International Airport',
        aliases: ['HOF'],
        kind: 'airport',
        city: 'Hofbau',
        country: 'Ruritania',
        src: 'airports',
      },
    ],
    'hofbau-international-airport-place | place | Hofbau International Airport | Airport in Hofbau, Ruritania |  | airports-2026',
  ],
  [
    'wikidata-notable-rows-2026.ndjson',
    [{ qid: 'Q75', name: 'Battle of Zenda', kind: 'battles', dates: [['battles year', '1866']], sitelinks: 60 }],
    'q75 | event | Battle of Zenda | Battle · 1866 |  | wikidata-rows-2026',
  ],
  [
    'notable-things-2026.ndjson',
    [
      {
        qid: 'Q76',
        enwiki: 'Zenda_Air_%26_Sea',
        event: 'words of others',
        year: 1999,
        pageViews: 90_000,
        deck: 'business-companies',
      },
    ],
    'q76 | company | Zenda Air & Sea | Brand or company | Zenda Air & Sea | notable-2026',
  ],
  [
    'wordnet-names-2026.ndjson',
    [{ qid: 'Q77', name: 'Helsing', aliases: ['Antoinette von Helsing'], kind: 'person' }],
    '',
  ],
  [
    'historic-events.ndjson',
    [
      {
        event: 'http://www.wikidata.org/entity/Q78',
        date: '1951-01-01T00:00:00Z',
        label: 'War of Hofbau',
        article: 'https://en.wikipedia.org/wiki/War_of_Hofbau',
      },
    ],
    'q78 | event | War of Hofbau | War · 1951 | War of Hofbau | historic-events',
  ],
  [
    'news-topics-2002-2026.ndjson',
    [
      { title: '2024 Hofbau floods', first: '2024-05-01', last: '2024-05-09', days: 6 },
      { title: 'Politics of Ruritania', first: '2024-05-01', last: '2024-05-09', days: 9 },
    ],
    '2024-hofbau-floods-event | event | 2024 Hofbau floods | Floods | 2024 Hofbau floods | news-topics-2026',
  ],
  [
    'people-pantheon-2025.ndjson',
    [{ name: 'Black Michael', occupation: 'nfl player', born: 1990, hpi: 80, src: 'pantheon2025' }],
    'black-michael-person-1990 | person | Black Michael | American football player · born 1990 |  | pantheon-2025',
  ],
  [
    'sportspeople-2026.ndjson',
    [
      {
        qid: 'Q79',
        name: 'Bert Batter',
        kind: 'person',
        occupation: 'baseball player',
        born: '1970-01-02',
        mlb: ['1992', '1999'],
        src: 'chadwick',
      },
    ],
    'q79 | person | Bert Batter | Baseball player · born 1970 |  | baseball-2026',
  ],
  [
    'football-clubs-2026.ndjson',
    [
      { qid: 'Q80', name: 'Hofbau Rangers II', country: 'Ruritania' },
      { qid: 'Q81', name: 'Gruenstadt', country: 'Ruritania' },
    ],
    '',
  ],
  ['films-songs-2026.ndjson', [{ name: 'Hofbau Blues', kind: 'song', artist: 'Somebody' }], ''],
  [
    'vital-kinds-2024-2025.ndjson',
    [
      { title: 'Elphberg family', topic: 'people: politicians and leaders' },
      { qid: 'Q82', title: 'Battle of Strelsau', topic: 'history' },
      { title: 'Silent film', topic: 'history' },
    ],
    'q82 | event | Battle of Strelsau | Battle | Battle of Strelsau | vital-2025',
  ],
] satisfies [string, Facts[string], string][])('%s', (file, rows, expected) => {
  const [line = ''] = first({ [file]: rows });
  expect(line.slice(0, expected.length || undefined)).toBe(expected);
});

it('a brand’s row says what it is and where from, and a flag or a school district is not one', () => {
  const brand = (q: string, n: string, d: string) => ({ q, n, d });
  const rows = first({
    'nsi-brands-orgs.ndjson': [
      brand('Q83', 'Hofbau Savings', 'Ruritanian bank that nobody loves'),
      brand('Q84', 'flag of Hofbau', 'flag'),
      brand('Q85', 'Zenda School District', 'School district in Zenda'),
    ],
    'us-newspapers.ndjson': [],
    'notable-things-2026.ndjson': [
      { qid: 'Q83', enwiki: 'Hofbau_Savings', event: '', year: 1990, pageViews: 30_000, deck: 'business-companies' },
    ],
  });
  expect(rows).toEqual(['q83 | company | Hofbau Savings | Ruritanian bank | Hofbau Savings | name-suggestion-2026']);
});

it('consecutive terms of a member of Congress are one line', () => {
  const { tables } = importWorld(factsFolder({ 'congress-current.json': JSON.stringify([SITTING]) }), BY_HAND, []);
  expect(tables?.facts).toContain('q71\toffice\t\tSenator from Vermont\t\t2015-01-06\t2027-01-03\tcongress-2026');
});
