/** Kinds of errors that a reader who had not seen the importer found in cards on 1 December 2026: a row of each, and one that is right. */
import { afterAll, describe, expect, it } from 'vitest';
import { readCountries } from '../../../assets/knowledge/import/countries';
import { isSamePerson } from '../../../assets/knowledge/import/same-person';
import { BY_HAND, type Facts, glossesIn, namesIn, removeFolders, rowsOf, tablesOf, usesIn } from './small-facts';

afterAll(removeFolders);

const named = (key: string, name: string) => BY_HAND.entities.map((one) => (one.key === key ? { ...one, name } : one));
/** The written tables with a country of that name in place of Borduria. */
const withCountry = (name: string) => ({ ...BY_HAND, entities: named('q900002', name) });
const cellsIn = (facts: Facts, byHand = BY_HAND): string[][] => rowsOf(tablesOf(facts, byHand)?.entities);
const place = (label: string, description: string, more: object = {}) => ({
  ...{ id: 'Q9301', label, description, instance_of: ['city'], wikipedia_title: label, population: 900_000 },
  ...more,
});

it('ends an NBA career in the year in which its last season ends', () => {
  const player = { name: 'Otto Strakencz', kind: 'person', occupation: 'NBA basketball player' };
  const played = (more: object): string[] =>
    rowsOf(tablesOf({ 'sportspeople-2026.ndjson': [{ ...player, ...more }] })?.facts)
      .filter(([, property]) => property === 'role')
      .map(([, , , words, , start, end]) => `${words} ${start}-${end}`);
  expect(played({ src: 'nba', seasons: ['1996', '2015'] })).toEqual(['Played in the NBA 1996-2016']);
  expect(played({ src: 'nba', seasons: ['2018', '2025'] })).toEqual(['Plays in the NBA 2018-']);
  const baseball = { src: 'chadwick', qid: 'Q9302', occupation: 'baseball player', mlb: ['1996', '2015'] };
  expect(played(baseball)).toEqual(['Played in Major League Baseball 1996-2015']);
});

describe('the country of a place', () => {
  it('is not the one that it is named after, as in "New England"', () => {
    const { within } = readCountries(BY_HAND);
    const landIn = (phrase: string) => within(phrase, 'last')?.name ?? null;
    expect(landIn('Pandemic in New Ruritania')).toBe(null);
    expect(landIn('New South Ruritania election')).toBe(null);
    expect(landIn('Pandemic in South Ruritania')).toBe('Ruritania');
    expect(landIn('The new Ruritanian government')).toBe('Ruritania');
  });

  it('is the United States where the article names a state, except Georgia', () => {
    const country = (title: string) =>
      cellsIn({ 'places-wikidata-2022.ndjson': [place('Zenda', 'City', { wikipedia_title: title })] }).map(
        ([, , , qualifier]) => qualifier,
      );
    expect(country('Zenda, Ohio')).toEqual(['United States']);
    expect(country('Zenda, Georgia')).not.toContain('United States');
    expect(country('Zenda, Hentzau')).not.toContain('United States');
  });
});

describe('an office without an end', () => {
  const told = (...pos: unknown[][]): string[] =>
    rowsOf(
      tablesOf({
        'politicians-wikidata-2022.ndjson': [
          { q: 'Q9303', n: 'Otto Strakencz', en: 'Otto Strakencz', src: ['ruritania'], pos },
        ],
      })?.facts,
    ).map(([, , , words, , start, end]) => `${words} ${start}-${end}`);
  const since2018 = ['Minister of Defence', '2018-06-07', null];

  it('is not ended by terms that began on the same day', () => {
    const term = ['Minister of Defence', '2018-06-07', '2020-01-13'];
    expect(told(since2018, term)).toEqual(['Minister of Defence 2018-']);
    expect(told(term, since2018)).toEqual(['Minister of Defence 2018-']);
    expect(told(term)).toEqual(['Minister of Defence 2018-2020']);
    const second = ['Minister of Defence', '2019-05-20', '2020-01-13'];
    expect(told(since2018, term, second)).toEqual(['Minister of Defence 2018-']);
  });

  it('gives way to a term that begins after those have ended', () => {
    const term = ['Minister of Defence', '2018-06-07', '2018-09-13'];
    expect(told(since2018, term, ['Minister of Defence', '2021-05-20', '2022-01-13'])).toEqual([
      'Minister of Defence 2021-2022',
    ]);
  });
});

describe('aliases of people under sanctions', () => {
  const person = { name: 'Gedeon Strakencz Hentzau', kind: 'person', born: '1970' };
  const listed = (src: string, aliases: string[]): Facts => ({
    'sanctions-lists-2026.ndjson': [
      { ...person, lists: ['UN X'], src: 'un-sanctions' },
      { ...person, lists: ['EU X'], src, aliases },
    ],
  });

  it('are not taken from the EU list if they are the name of another person', () => {
    const aliases = ['Rupert Zendar', 'Gideon Strakenz'];
    expect(usesIn(listed('eu-sanctions', aliases))).not.toContain('Rupert Zendar company');
    expect(usesIn(listed('eu-sanctions', aliases))).toContain('Gideon Strakenz company');
    // The list of the United Nations has one in a row, and what he calls himself.
    expect(usesIn(listed('un-sanctions', aliases))).toContain('Rupert Zendar company');
  });

  it('are the same person in another spelling, but not with only one short word in common', () => {
    for (const [name, alias] of [
      ['Jo Chol-song', "Cho Ch'o'l-so'ng"],
      ['Ivan Uladzimiravich Kubrakou', 'Ivan Vladimirovich Kubrakov'],
      ['Laurent Nkunda', 'Laurent Nkundabatware'],
      ['Mansur al-Sa’adi', 'Mansoor Ahmed Al Saadi'],
      ['Yevgeniy Prilepin', 'Zakhar Prilepin'],
    ] as const)
      expect(isSamePerson(name, alias), alias).toBe(true);
    for (const [name, alias] of [
      ['Gédéon Kyungu Mutanga', 'Corneille Nangaa Yobeluo'],
      ['Kim Chol Sam', 'Kim Ho Gyu'],
      ['Hwang Sok-hwa', 'Kim Yong Nam'],
      ['Ri Won Ho', 'Oleg Nikolaevich Kozhemyako'],
    ] as const)
      expect(isSamePerson(name, alias), alias).toBe(false);
  });
});

describe('a newspaper or news site', () => {
  const town = (label: string) => ({ ...place(label, 'Town'), population: 9 });
  const site = (city: string, papers: string[] = []): string[] =>
    glossesIn({
      'companies-media-2026.ndjson': [
        { name: 'Zenda Herald', aliases: [], kind: 'news site', city, country: 'US', src: 'homepages' },
      ],
      'places-wikidata-2022.ndjson': [town('Washington'), town('Hofbau')],
      'us-newspapers.ndjson': papers.map((state) => ({ 'WP-title': 'Zenda Herald', state, qid: 'Q9305', path: 'x' })),
    });

  it('in Washington is in the capital unless another file has its state', () => {
    expect(site('Washington')).toEqual(['News site in Washington, D.C., the United States']);
    expect(site('Washington', ['Pennsylvania'])).toEqual(['Newspaper in Pennsylvania, the United States']);
    expect(site('Washington', ['Washington, D.C.'])).toEqual(['Newspaper in Washington, D.C., the United States']);
  });

  it('has no town that is in no other file', () => {
    expect(site('Hofbau')).toEqual(['News site in Hofbau, the United States']);
    expect(site('Hofbauu')).toEqual(['News site in the United States']);
    expect(site('Hofbauu', ['Ohio'])).toEqual(['Newspaper in Ohio, the United States']);
  });

  it('is left out if its id is that of a town or a university', () => {
    const paper = { 'WP-title': 'Zenda Record', state: 'Ohio', qid: 'Q9301', path: 'x' };
    const university = {
      ...{ id: 'a', name: 'University of Hofbau', names: [], acr: [], types: ['education'], est: null },
      ...{ country: 'Ruritania', city: null, q: ['Q9301'], wiki: [], status: 'active', parent: [] },
    };
    expect(namesIn({ 'us-newspapers.ndjson': [paper] })).toEqual(['Zenda Record']);
    expect(namesIn({ 'us-newspapers.ndjson': [paper], 'places-wikidata-2022.ndjson': [town('Hofbau')] })).toEqual([]);
    expect(namesIn({ 'us-newspapers.ndjson': [paper], 'ror-orgs.ndjson': [university] })).toEqual([]);
  });
});

it('says "among other things" where only the list of deaths has the occupation', () => {
  const row = (occupation: string) => ({ qid: 'Q9306', name: 'Otto Strakencz', occupation, born: 1952, src: 'doa' });
  const told = (occupation: string, more: Readonly<Record<string, unknown>>[] = []) =>
    glossesIn({ 'people-pantheon-2025.ndjson': [row(occupation), ...more] });
  expect(told('screenwriter')).toEqual(['Screenwriter, among other things · born 1952']);
  expect(told('luger')).toEqual(['Luger · born 1952']);
  const famous = { ...row('actor'), hpi: 70, src: 'pantheon2025' };
  expect(told('screenwriter', [famous])).toEqual(['Actor · born 1952']);
});

it('calls members of the Northern Ireland Assembly Northern Irish', () => {
  const member = (post: string): string[] => {
    const facts: Facts = {
      'officeholders-2026.ndjson': [
        {
          ...{
            qid: 'Q9307',
            name: 'Flavia Hentzau',
            kind: 'person',
            country: 'UK',
            born: '1962-04-16',
            src: 'ttp-mep',
          },
          posts: [['Member of the European Parliament (X)', '2012-06-12', '2014-01-31', null]],
        },
      ],
      'politicians-wikidata-2022.ndjson': [
        {
          ...{ q: 'Q9307', n: 'Flavia Hentzau', en: 'Flavia Hentzau', src: ['world', 'uk'], dob: '1962-04-16' },
          pos: [[post, '2007-03-09', '2011-03-24']],
        },
      ],
    };
    return cellsIn(facts, withCountry('United Kingdom')).map(([, , , qualifier]) => qualifier ?? '');
  };
  expect(member('Member of the 3rd Northern Ireland Assembly')).toEqual(['Northern Ireland']);
  expect(member('Member of the Assembly of Zenda')).toEqual(['United Kingdom']);
});

describe('mended after the second sample', () => {
  const member = (...posts: unknown[][]): string[] =>
    rowsOf(
      tablesOf(
        {
          'officeholders-2026.ndjson': [
            { qid: 'Q9308', name: 'Flavia Hentzau', kind: 'person', country: 'Australia', src: 'oa-australia', posts },
          ],
        },
        withCountry('Australia'),
      )?.facts,
    ).map(([, , , words, , start, end]) => `${words} ${start}-${end}`);

  it('reads "WA" of an Australian senator as Western Australia', () => {
    expect(member(['Australian senator, WA', '2011-07-01', '2016-05-09', null])).toEqual([
      'Australian senator for Western Australia 2011-07-01-2016-05-09',
    ]);
  });

  it('joins two terms of one office if the second begins when the first ends', () => {
    const appointed = ['Australian senator, SA', '2018-02-16', '2018-02-26', null];
    expect(member(appointed, ['Australian senator, SA', '2018-02-26', '2019-07-01', null])).toEqual([
      'Australian senator for South Australia 2018-02-16-2019-07-01',
    ]);
    expect(member(appointed, ['Australian senator, SA', '2019-02-26', '2020-07-01', null])).toHaveLength(2);
  });

  it('says of a war that it began in its first year', () => {
    const told = (kind: string, label: string) =>
      cellsIn({
        'wikidata-notable-rows-2026.ndjson': [
          { qid: 'Q9309', name: 'Zendar Strakencz', kind, sitelinks: 120, dates: [[label, '1337']] },
        ],
      }).map(([, , , qualifier, gloss]) => `${gloss} (${qualifier})`);
    expect(told('wars', 'wars start year')).toEqual(['War · began 1337 (from 1337)']);
    expect(told('battles', 'battles year')).toEqual(['Battle · 1337 (1337)']);
  });
});

describe('mended after the third sample', () => {
  it('does not let many pen names of one person stand alone', () => {
    const row = (alternatives: string[]): Facts => ({
      'fb15k-wikidata.ndjson': [
        {
          ...{ label: 'Otto Strakencz', description: 'Ruritanian writer', wikidata_id: 'Q9310', alternatives },
          wikipedia: 'https://en.wikipedia.org/wiki/Otto_Strakencz',
        },
      ],
      'vital-kinds-2024-2025.ndjson': [
        { qid: 'Q9310', title: 'Otto Strakencz', topic: 'people: writers and journalists' },
      ],
    });
    const at = ['Rupert Zendar', 'Kuno Hofbauer', 'Ulrich Klenzen'];
    expect(usesIn(row(at)).filter((use) => use.endsWith('Zendar short'))).toHaveLength(1);
    expect(usesIn(row(at.slice(1)))).toContain('Kuno Hofbauer name');
    expect(usesIn(row([...at, 'O. Strakencz Kuno']))).not.toContain('O. Strakencz Kuno short');
  });

  it('calls a monarch one, though another list says politician', () => {
    const famous = {
      qid: 'Q9311',
      name: 'Rudolf Strakencz',
      occupation: 'politician',
      born: 1940,
      hpi: 80,
      src: 'pantheon2025',
    };
    const dead = { qid: 'Q9311', name: 'Rudolf Strakencz', occupation: 'monarch', born: 1940, died: 2023, src: 'doa' };
    expect(glossesIn({ 'people-pantheon-2025.ndjson': [famous, dead] })).toEqual(['Monarch · born 1940']);
    expect(glossesIn({ 'people-pantheon-2025.ndjson': [famous] })).toEqual(['Politician · born 1940']);
  });
});
