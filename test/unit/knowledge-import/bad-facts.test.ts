/** Bad input: what is wrong is told with file and line; a file that is not what it should be writes nothing. */
import { rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { importWorld } from '../../../assets/knowledge/import/import-world';
import { BY_HAND, type Facts, factsFolder, removeFolders } from './small-facts';

afterAll(removeFolders);

const told = (folder: string) => {
  const { tables, problems } = importWorld(folder, BY_HAND, []);
  return {
    written: tables !== null,
    problems: problems.map(({ severity, file, line, column }) => `${severity} ${file}:${line} ${column ?? ''}`.trim()),
  };
};
const GOOD = {
  q: 'Q1',
  n: 'A Minister',
  dob: null,
  dod: null,
  en: 'A Minister',
  pos: [['minister of war', '2001', '2002']],
  src: ['ruritania'],
};
const ministers = (...rows: object[]): Facts => ({
  'politicians-wikidata-2022.ndjson': rows as Record<string, unknown>[],
});

it.each([
  [
    'a column that is missing',
    ministers(GOOD, { ...GOOD, pos: undefined }),
    'error politicians-wikidata-2022.ndjson.gz:2 pos',
  ],
  ['a row without an id', ministers({ ...GOOD, q: '' }), 'error politicians-wikidata-2022.ndjson.gz:1 q'],
  ['an id that is none', ministers({ ...GOOD, q: 'P39' }), 'error politicians-wikidata-2022.ndjson.gz:1 q'],
  [
    'a line that is no JSON',
    { 'football-clubs-2026.ndjson': '{"qid":"Q1","name":"One","start":null}\n{"qid":' },
    'error football-clubs-2026.ndjson.gz:2',
  ],
  ['a list that is no JSON', { 'congress-current.json': '[{' }, 'error congress-current.json.gz:0'],
  [
    'a member without terms',
    { 'congress-current.json': JSON.stringify([{ id: {}, name: { first: 'A', last: 'B' }, bio: {}, terms: [] }]) },
    'error congress-current.json.gz:1 terms',
  ],
  ['YAML that is none', { 'igos-supraverden.yaml': 'A body:\n  Name_en: [' }, 'error igos-supraverden.yaml.gz:2'],
  [
    'a body without a name',
    { 'igos-supraverden.yaml': 'One body:\n  Name_en: One\nOther body:\n  Type: x\n' },
    'error igos-supraverden.yaml.gz:3 Other body.Name_en',
  ],
] satisfies [string, Facts, string][])('writes nothing for %s', (_, facts, problem) => {
  expect(told(factsFolder(facts))).toEqual({ written: false, problems: [problem] });
});

it('writes nothing if a file is missing or truncated', () => {
  const folder = factsFolder({
    'ror-orgs.ndjson': [{ id: 'x', name: 'An institute', types: ['education'], status: 'active' }],
  });
  rmSync(join(folder, 'football-clubs-2026.ndjson.gz'));
  truncateSync(join(folder, 'ror-orgs.ndjson.gz'), 60);
  expect(told(folder)).toEqual({
    written: false,
    problems: ['error ror-orgs.ndjson.gz:0', 'error football-clubs-2026.ndjson.gz:0'],
  });
});

it.each([
  [
    'an unknown kind',
    { 'sanctions-lists-2026.ndjson': [{ name: 'A Thing', kind: 'spacecraft', lists: ['UN X'], src: 'un-sanctions' }] },
    'left-out sanctions-lists-2026.ndjson.gz:1 kind',
  ],
  [
    'an unknown group',
    { 'wikidata-notable-rows-2026.ndjson': [{ qid: 'Q5', name: 'A Thing', kind: 'teapots', sitelinks: 9 }] },
    'left-out wikidata-notable-rows-2026.ndjson.gz:1 kind',
  ],
  [
    'an unknown kind of place',
    {
      'places-wikidata-2022.ndjson': [
        {
          id: 'Q6',
          label: 'A',
          description: 'Thing',
          instance_of: ['teapot'],
          wikipedia_title: 'A',
          population: 50_000,
        },
      ],
    },
    'left-out places-wikidata-2022.ndjson.gz:1 instance_of',
  ],
  [
    'a row that contradicts another source',
    {
      'officeholders-2026.ndjson': [
        { name: 'A B', country: 'Ruritania', posts: [], check: 'not in the Factbook', src: 'mq-world' },
      ],
    },
    'left-out officeholders-2026.ndjson.gz:1 check',
  ],
  [
    'an event without an id',
    { 'historic-events.ndjson': [{ event: 'http://example.org/', date: '1950', label: 'A war', article: '/wiki/A' }] },
    'left-out historic-events.ndjson.gz:1 event',
  ],
  [
    'a day that cannot be',
    ministers({ ...GOOD, dob: '1961-02-30' }),
    'remark politicians-wikidata-2022.ndjson.gz:1 dob',
  ],
  [
    'an end before the start',
    ministers({ ...GOOD, pos: [['minister of war', '2002', '2001']] }),
    'remark politicians-wikidata-2022.ndjson.gz:1 end',
  ],
] satisfies [string, Facts, string][])('goes on without %s, and says so', (_, facts, problem) => {
  expect(told(factsFolder(facts))).toEqual({ written: true, problems: [problem] });
});

it('keeps a row with an impossible date, without the date', () => {
  const { tables } = importWorld(
    factsFolder(ministers({ ...GOOD, dob: '1961-02-30', pos: [['minister of war', '2002', '2001']] })),
    BY_HAND,
    [],
  );
  expect(tables?.facts.trimEnd().split('\n').slice(1)).toEqual([
    'q1\toffice\t\tMinister of war\t\t2002\t\twikidata-2022\t2022-12-31',
  ]);
});

it('ships nothing from the lists that only help to choose', () => {
  const { tables } = importWorld(
    factsFolder({
      ...ministers(GOOD),
      'pantheon1.ndjson': [{ name: 'A Minister', numlangs: '70' }],
      'popular-titles-lc.txt': 'a minister\nsomebody else\n',
    }),
    BY_HAND,
    [],
  );
  expect(Object.values(tables ?? {}).join('')).not.toMatch(/pantheon|popular|somebody else/i);
});
