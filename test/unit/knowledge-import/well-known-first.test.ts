/** What readers meet goes before what stands in one list alone; each rule with a row that is the other way without it. */
import { afterAll, describe, expect, it } from 'vitest';
import { importWorld } from '../../../assets/knowledge/import/import-world';
import { kindOfDescription } from '../../../assets/knowledge/import/kind-of-words';
import { BY_HAND, type Facts, factsFolder, glossesIn, namesIn, removeFolders, tablesOf, usesIn } from './small-facts';

afterAll(removeFolders);

const firstOf = (facts: Facts): string[] =>
  importWorld(factsFolder(facts), BY_HAND, [], 1).choice?.chosen.map(({ draft }) => draft.name) ?? [];

const vital = (title: string, topic: string, more: object = {}) => ({ qid: null, title, topic, ...more });
const MISC = 'people: miscellaneous (business, explorers, crime, …)';

describe('among things', () => {
  const player = {
    name: 'Otto Strakencz',
    kind: 'person',
    occupation: 'basketball player',
    seasons: ['1951'],
    aliases: [],
    src: 'nba',
  };
  const thing = (kind: string, name: string, sitelinks: number) => ({ qid: 'Q8710001', name, kind, sitelinks });

  it.each([
    ['airlines', 'Air Ruritania'],
    ['films', 'The Tides of the Klenz'],
    ['castles and palaces', 'Tarlenheim Castle'],
    ['websites', 'Klenzburg Pages'],
  ])('%s with articles in many languages come before a player in a single list', (kind, name) => {
    const facts = (sitelinks: number): Facts => ({
      'sportspeople-2026.ndjson': [player],
      'wikidata-notable-rows-2026.ndjson': [thing(kind, name, sitelinks)],
    });
    expect(firstOf(facts(90))).toEqual([name]);
    expect(firstOf(facts(12))).toEqual(['Otto Strakencz']);
  });
});

describe('a city in the vital list', () => {
  const named = (title: string, popular: string): string[] =>
    namesIn({
      'vital-kinds-2024-2025.ndjson': [vital(title, 'geography: cities')],
      'popular-titles-lc.txt': popular,
    });
  const brackets = (count: number): string =>
    Array.from({ length: count }, (_, at) => `klenzburg (sense ${at})\n`).join('');

  it('is linked by its name alone if few other articles have it', () => {
    expect(named('Klenzburg', brackets(2))).toEqual(['Klenzburg']);
    expect(named('Klenzburg', brackets(3))).toEqual([]);
  });

  it('is not a district that many cities have', () => {
    expect(named('Chinatown', '')).toEqual([]);
  });
});

describe('a person in the vital list', () => {
  it('whose field is not given has a card if a birth date shows that it is one person', () => {
    const facts = (more: object): Facts => ({ 'vital-kinds-2024-2025.ndjson': [vital('Ada Klenz', MISC, more)] });
    expect(glossesIn(facts({ born: '1950' }))).toEqual(['Person, born 1950']);
    expect(glossesIn(facts({}))).toEqual([]);
  });

  it('is linked by one word if nothing else begins with it', () => {
    const facts = (popular: string): Facts => ({
      'vital-kinds-2024-2025.ndjson': [vital('Klenzetto', 'people: artists, musicians, composers', { born: '1697' })],
      'popular-titles-lc.txt': popular,
    });
    expect(namesIn(facts(''))).toEqual(['Klenzetto']);
    expect(namesIn(facts('klenzetto (opera)\n'))).toEqual([]);
  });
});

describe('a work with two words as title', () => {
  const film = { qid: 'Q8710002', name: 'Zenda Klenz', kind: 'films', sitelinks: 100 };
  const article = {
    qid: 'Q8710002',
    enwiki: 'Zenda_Klenz',
    pageViews: 60_000,
    deck: 'entertainment-films',
    year: 1990,
  };
  const facts = (popular: string): Facts => ({
    'wikidata-notable-rows-2026.ndjson': [film],
    'notable-things-2026.ndjson': [article],
    'popular-titles-lc.txt': popular,
  });

  it('is linked by them if they mean nothing else', () => {
    expect(namesIn(facts(''))).toEqual(['Zenda Klenz']);
    expect(namesIn(facts('zenda klenz (novel)\n'))).toEqual([]);
  });
});

describe('a performer', () => {
  it.each([
    ['American film, television and stage actress', 'person', 'actress'],
    ['Ruritanian film and television actor (1928-2014)', 'person', 'actor'],
    ['film and television actor from Ruritania', 'person', 'actor'],
    ['Ruritanian radio and television network', 'media', 'television network'],
    ['1990 Ruritanian film about a television actor', 'work', 'film'],
  ])('%s', (description, kind, what) => {
    expect(kindOfDescription(description)).toEqual({ kind, what });
  });

  const told = (occupation: string, description: string, article = 'Otto_Strakencz'): string[] =>
    glossesIn({
      'fb15k-wikidata.ndjson': [
        {
          wikidata_id: 'Q8710003',
          label: 'Otto Strakencz',
          alternatives: [],
          description,
          wikipedia: `https://en.wikipedia.org/wiki/${article}`,
        },
      ],
      'people-pantheon-2025.ndjson': [
        { qid: null, name: 'Otto Strakencz', occupation, born: 1950, died: null, hpi: 60, src: 'pantheon2025' },
      ],
    });

  it('is the person in the list of celebrities if name, article and occupation agree', () => {
    expect(told('actor', 'American actress')).toEqual(['American actress · born 1950']);
    expect(told('actor', 'American singer')).toEqual(['American singer']);
    expect(told('actor', 'American actor', 'Otto_Strakencz_(actor)')).toEqual(['American actor']);
    // A politician's son has his name and his trade.
    expect(told('politician', 'American politician')).toEqual(['American politician']);
  });
});

it("a name all in capitals is nobody's given name", () => {
  const firm = (label: string) => ({
    wikidata_id: 'Q8710004',
    label,
    alternatives: [],
    description: 'Ruritanian rock band',
    wikipedia: `https://en.wikipedia.org/wiki/${label}`,
  });
  const people = ['Hofbauer', 'Sapt', 'Krafstein', 'Detchard', 'Bersonin', 'Lauengram'].map((surname, at) => ({
    qid: `Q871010${at}`,
    name: `Abba ${surname}`,
    occupation: 'actor',
    born: 1950 + at,
    died: null,
    hpi: 70,
    src: 'pantheon2025',
  }));
  const facts = (label: string): Facts => ({
    'fb15k-wikidata.ndjson': [firm(label)],
    'people-pantheon-2025.ndjson': people,
    'popular-titles-lc.txt': `${label.toLowerCase()}\n`,
  });
  expect(namesIn(facts('ABBA'))).toContain('ABBA');
  expect(namesIn(facts('Abba'))).not.toContain('Abba');
  expect(usesIn(facts('ABBA'))).not.toContain('ABBA short');
  expect(tablesOf(facts('ABBA'))).not.toBeNull();
});
