/** One thing, one card; and what files do not know or do not agree on is not told. Each case has a row that comes out otherwise without its rule. */
import { afterAll, describe, expect, it } from 'vitest';
import { eventKey } from '../../../assets/knowledge/import/event-key';
import { importWorld } from '../../../assets/knowledge/import/import-world';
import { sureBirth } from '../../../assets/knowledge/import/sure-birth';
import {
  BY_HAND,
  type Facts,
  factsFolder,
  glossesIn,
  namesIn,
  removeFolders,
  rowsOf,
  tablesOf,
  usesIn,
} from './small-facts';

afterAll(removeFolders);

const cards = (facts: Facts): string[] =>
  rowsOf(tablesOf(facts)?.entities).map(([, , name, qualifier, gloss]) => `${name} (${qualifier}): ${gloss}`);

describe('an event from two sources', () => {
  const topic = (title: string, first: string, last: string, days: number) => ({ title, first, last, days });

  it('is recognised in all its spellings', () => {
    expect(eventKey('Trial of Otto Strakencz')).toBe(eventKey('Otto Strakencz trial'));
    expect(eventKey('2015–16 Zenda epidemic')).toBe(eventKey('2015-16 zenda Epidemic'));
    expect(eventKey('War of the Borduria')).not.toBe(eventKey('Borduria War'));
  });

  it('is one event, with the name used on most days, and the days of both', () => {
    const facts: Facts = {
      'news-topics-2002-2026.ndjson': [
        topic('Hentzau Civil War', '2014-02-01', '2016-02-01', 30),
        topic('Hentzau civil war', '2017-02-01', '2019-02-01', 4),
      ],
    };
    expect(cards(facts)).toEqual(['Hentzau Civil War (): Civil war · in the news 2014–2019']);
    const { merged } = importWorld(factsFolder(facts), BY_HAND, []);
    expect(merged).toEqual([]);
  });
});

describe('a birth date on which files differ', () => {
  const row = (source: string, start: string) => ({ source, facts: [{ property: 'born', start }] }) as never;
  const of = (...dates: string[]): string | null =>
    sureBirth(
      dates[0] ?? '',
      dates.map((date, at) => row(`source ${at}`, date)),
    );

  it('is used if they agree, or most do', () => {
    expect(of('1950-02-03', '1950')).toBe('1950-02-03');
    expect(of('1950-02-03', '1950', '1951')).toBe('1950-02-03');
    expect(of('1950', '1953', '1953')).toBe('1953');
  });

  it('is that of the more trusted file if it has the day, unless two others agree', () => {
    expect(of('1950-02-03', '1953')).toBe('1950-02-03');
    expect(of('1950-02-03', '1980')).toBe('1950-02-03');
    expect(of('1950-02-03', '1953', '1953')).toBe('1953');
  });

  it('is approximate if they are close, and left out if not', () => {
    expect(of('1950', '1953')).toBe('~1950');
    expect(of('1950', '1954')).toBeNull();
  });

  it('is on the card as decided', () => {
    const told = (born: string): string[] =>
      glossesIn({
        'vital-kinds-2024-2025.ndjson': [
          { qid: 'Q8600001', title: 'Zenda Hentzau', topic: 'people: writers and journalists', born: '1952' },
        ],
        'people-pantheon-2025.ndjson': [
          { qid: 'Q8600001', name: 'Zenda Hentzau', occupation: 'writer', born, hpi: 70, src: 'pantheon2025' },
        ],
      });
    expect(told('1952').every((gloss) => gloss.includes('born 1952'))).toBe(true);
    expect(told('1953').every((gloss) => gloss.includes('born about 195'))).toBe(true);
    expect(told('1980').some((gloss) => gloss.includes('born'))).toBe(false);
  });
});

describe('a person in several lists', () => {
  const politician = (more: object) => ({
    q: 'Q891001',
    n: 'Otto Strakencz',
    en: 'Otto Strakencz',
    dob: '1930-02-03',
    pos: [['Minister of Justice', '1970-01-01', '1975-01-01']],
    src: ['ruritania'],
    ...more,
  });

  it('is the same as somebody with one of the other names and the same year of birth', () => {
    const facts = (born: string): Facts => ({
      'wordnet-names-2026.ndjson': [{ qid: 'Q8600001', name: 'King Otto IX', kind: 'person', aliases: ['Otto IX'] }],
      'vital-kinds-2024-2025.ndjson': [
        { qid: 'Q8600001', title: 'King Otto IX', topic: 'people: politicians and leaders', born: '1810' },
      ],
      'people-pantheon-2025.ndjson': [
        { name: 'Otto IX', occupation: 'politician', born, hpi: 80, src: 'pantheon2025' },
      ],
    });
    expect(namesIn(facts('1810')).filter((name) => name.includes('Otto'))).toEqual(['King Otto IX']);
    expect(namesIn(facts('1860')).filter((name) => name.includes('Otto')).length).toBe(2);
  });

  it('is not somebody who has the same id in a file by mistake', () => {
    const holder = (country: string): Facts => ({
      'officeholders-2026.ndjson': [
        {
          qid: 'Q891001',
          name: 'Otto Strakencz',
          kind: 'person',
          country: 'Ruritania',
          posts: [['head of state of Ruritania', null, null, 'in office 2026-05-13']],
          src: 'mq-world',
        },
      ],
      'sportspeople-2026.ndjson': [
        {
          qid: 'Q891001',
          name: 'Anna Tarlenheim',
          kind: 'person',
          occupation: 'tennis player',
          country,
          src: 'tennis',
        },
      ],
    });
    const strangers = (country: string): number =>
      importWorld(factsFolder(holder(country)), BY_HAND, []).problems.filter(({ message }) =>
        message.endsWith('is somebody else'),
      ).length;
    expect([strangers('Borduria'), strangers('Ruritania')]).toEqual([1, 0]);
    expect(cards(holder('Borduria')).join()).not.toContain('Bordurian');
  });

  it('belongs to the state that they headed, whatever a list says', () => {
    const posts = [['President of Borduria', '2001-01-01', '2005-01-01']];
    expect(cards({ 'politicians-wikidata-2022.ndjson': [politician({ pos: posts })] })).toEqual([
      'Otto Strakencz (Borduria): Bordurian politician · President of Borduria 2001–2005',
    ]);
  });

  it('did not hold a seat until death just because no end is recorded', () => {
    const glosses = (...posts: unknown[]): string[] =>
      glossesIn({
        'politicians-wikidata-2022.ndjson': [
          politician({ dod: '2009-04-02', pos: [['Minister of Justice', '1990-01-01', '1995-01-01'], ...posts] }),
        ],
      });
    const facts = (...posts: unknown[]): string =>
      tablesOf({
        'politicians-wikidata-2022.ndjson': [
          politician({ dod: '2009-04-02', pos: [['Minister of Justice', '1990-01-01', '1995-01-01'], ...posts] }),
        ],
      })?.facts ?? '';
    expect(glosses(['ambassador to Borduria', '1980-01-01', '2009-04-02']).length).toBe(1);
    expect(facts(['ambassador to Borduria', '1980-01-01', '2009-04-02'])).not.toContain('Ambassador');
    expect(facts(['ambassador to Borduria', '1980-01-01', null])).not.toContain('Ambassador');
    expect(facts(['ambassador to Borduria', '2004-01-01', '2009-04-02'])).toContain('Ambassador');
    expect(facts(['member of the House of Lords', '1980-01-01', '2009-04-02'])).toContain('Lords');
    const terms = [
      ['member of the Diet', '1980-01-01', '2009-04-02'],
      ['member of the Diet', '2000-01-01', '2004-01-01'],
    ];
    expect(facts(...terms)).toContain('Member of the Diet');
  });
});

describe('the location of a place', () => {
  const place = (description: string): Facts => ({
    'places-wikidata-2022.ndjson': [
      {
        id: 'Q8600002',
        label: 'Hentzauburg',
        description,
        instance_of: ['city'],
        wikipedia_title: 'Hentzauburg',
        population: 900_000,
      },
    ],
  });
  it('is the country that a part of its description names, not one that it borders', () => {
    expect(cards(place('city in Upper Vale, Ruritania, on the Bordurian border'))[0]).toContain('(Ruritania)');
    expect(cards(place('city in northern Ruritania, near eastern Borduria'))[0]).toContain('(Ruritania)');
  });
});

describe('the location of a war', () => {
  const war = (description: string): string[] =>
    cards({
      'fb15k-wikidata.ndjson': [
        {
          wikidata_id: 'Q8600003',
          label: 'Hentzau War',
          alternatives: [],
          description,
          wikipedia: 'https://en.wikipedia.org/wiki/Hentzau_War',
        },
      ],
    });
  it('is a country if the words say so, and with two parties neither of them', () => {
    expect(war('war in Ruritania')).toEqual(['Hentzau War (Ruritania): War in Ruritania']);
    expect(war('war between Ruritania and Borduria')).toEqual(['Hentzau War (): War']);
    expect(war('war in Ruritania against Borduria')).toEqual(['Hentzau War (): War']);
  });
});

describe('the name of a party', () => {
  const party = (title: string, name: string, native: string): Facts => ({
    'parties-partyfacts.ndjson': [
      {
        country: 'Ruritania',
        partyfacts_id: '1',
        wikidata_id: 'Q8600004',
        name,
        name_short: '',
        name_native: native,
      },
    ],
    'parties-wikipedia.ndjson': [
      {
        partyfacts_id: '1',
        url: `https://en.wikipedia.org/wiki/${title.replaceAll(' ', '_')}`,
        year_founded: '1999',
        year_dissolved: null,
      },
    ],
  });

  it('is the current one, with that of its article as well', () => {
    const renamed = party('Party of Hentzau', 'STREL – New Order', 'Strel – nova');
    expect(namesIn(renamed)).toEqual(['STREL – New Order']);
    expect(usesIn(renamed)).toContain('Party of Hentzau name');
  });

  it('is that of its article if the list translates it, or shares a word', () => {
    expect(namesIn(party('Strelsau Alliance', 'STREL – Alliance of Strelsau', 'Strel'))).toEqual(['Strelsau Alliance']);
    expect(namesIn(party('Nova Zenda', 'Call for Elphberg', 'Call for Elphberg'))).toEqual(['Nova Zenda']);
  });
});

describe('a firm in a list of shares', () => {
  const firm = (name: string, country: string) => ({
    name,
    aliases: [],
    kind: 'company',
    industry: 'Banks',
    city: null,
    country,
    start: null,
    index: null,
    lang: null,
    src: 'pyticker',
  });
  const site = { qid: 'Q8600005', name: 'Zendazon', kind: 'websites', dates: [], sitelinks: 120, facts: {} };

  it('is the only body with that name', () => {
    const facts: Facts = {
      'companies-media-2026.ndjson': [firm('Zendazon', 'Ruritania')],
      'wikidata-notable-rows-2026.ndjson': [site],
    };
    const { tables, merged } = importWorld(factsFolder(facts), BY_HAND, []);
    const rows = rowsOf(tables?.entities);
    expect(rows.map(([key, , name]) => [key, name])).toEqual([['q8600005', 'Zendazon']]);
    expect(merged).toEqual([{ former: 'zendazon-company', key: 'q8600005' }]);
  });
});
