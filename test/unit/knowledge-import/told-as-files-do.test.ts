/** What the third check of 300 imported cards found, and why well-known names were missing: a row of each kind. */
import { afterAll, describe, expect, it } from 'vitest';
import { eventNoun } from '../../../assets/knowledge/import/event-noun';
import { BY_HAND, type Facts, glossesIn, namesIn, removeFolders, rowsOf, tablesOf, usesIn } from './small-facts';

afterAll(removeFolders);

const factsIn = (facts: Facts): string[] =>
  rowsOf(tablesOf(facts)?.facts).map(([, ...cells]) => cells.slice(0, 6).join(' ').replace(/\s+/g, ' ').trim());
const politicians = (...seats: unknown[][]): Facts => ({
  'politicians-wikidata-2022.ndjson': seats.map((pos, at) => {
    const name = `Otto ${String.fromCharCode(65 + at)}rakencz`;
    return { q: `Q90${at + 1}00`, n: name, en: name, src: ['ruritania'], pos };
  }),
});
const place = (label: string, instance_of: string[], description: string): Facts => ({
  'places-wikidata-2022.ndjson': [
    { id: 'Q9111', label, description, instance_of, wikipedia_title: label, population: 20_000_000 },
  ],
});
const row = (kind: string, name: string, more: object = {}): Facts => ({
  'wikidata-notable-rows-2026.ndjson': [{ qid: 'Q9121', name, kind, sitelinks: 60, ...more }],
});
const vital = (title: string, topic: string, more: object = {}): Facts => ({
  'vital-kinds-2024-2025.ndjson': [{ qid: null, title, topic, ...more }],
});
const popular = (...titles: string[]): Facts => ({ 'popular-titles-lc.txt': `${titles.join('\n').toLowerCase()}\n` });

describe('the dates of an office', () => {
  it('include an end before it began again, even if a file has none', () => {
    const posts = ['Senator', '2003', null];
    expect(factsIn(politicians([posts, ['Senator', '2008', '2013']]))).toEqual(['office Senator 2008 2013']);
    expect(factsIn(politicians([posts]))).toEqual(['office Senator 2003']);
  });

  it('have no first day if the list of all its holders begins on that day', () => {
    const sat = (start: string) => [['Member of the House', start, '2009-05-01']];
    const many = Array.from({ length: 10 }, () => sat('2005-05-01'));
    expect(factsIn(politicians(...many, sat('2007-05-01')))).toEqual([
      ...many.map(() => 'office Member of the House 2009'),
      'office Member of the House 2007 2009',
    ]);
    // Nine may have begun together.
    expect(factsIn(politicians(...many.slice(1)))[0]).toBe('office Member of the House 2005 2009');
  });

  it('in the Australian Senate appear once, even if one file has the vote and another the oath', () => {
    const name = 'Otto Strakencz';
    const facts = (post: string): Facts => ({
      'officeholders-2026.ndjson': [
        {
          name,
          kind: 'person',
          country: 'Australia',
          src: 'oa-australia',
          posts: [['Australian senator, Victoria', '2016-07-01', '2019-07-01', null]],
        },
      ],
      'politicians-wikidata-2022.ndjson': [
        { q: 'Q9131', n: name, en: name, src: ['australia'], pos: [[post, '2016-07-02', '2019-06-30']] },
      ],
    });
    const byHand = {
      ...BY_HAND,
      entities: BY_HAND.entities.map((one) => (one.key === 'q900002' ? { ...one, name: 'Australia' } : one)),
    };
    const told = (post: string) => rowsOf(tablesOf(facts(post), byHand)?.facts).map((cells) => cells[3]);
    expect(told('Member of the Senate')).toEqual(['Australian senator for Victoria']);
    expect(told('Member of the Legislative Council')).toHaveLength(2);
  });
});

describe('the gloss of a card', () => {
  it('does not call a district a city, nor a former region a region', () => {
    expect(glossesIn(place('Zenda Urban District', ['urban okrug in Ruritania'], 'Settlement'))).toEqual([
      'District in Ruritania',
    ]);
    expect(glossesIn(place('Zendaland', ['historical region'], 'Part of Ruritania'))).toEqual([
      'Historical region in Ruritania',
    ]);
  });

  it('has the article before islands, and a spoken form of a year', () => {
    const saipan = place('Zenda', ['city'], 'City in Northern Hentzau Islands, Ruritania');
    expect(glossesIn(saipan)).toEqual(['City in the Northern Hentzau Islands, Ruritania']);
    expect(glossesIn(row('wars', 'Strakencz War', { dates: [['wars start year', '101']] }))).toEqual([
      'War · began 101',
    ]);
  });

  it('names the kind of strike', () => {
    expect(eventNoun('Ruritanian general strike of 2020')).toBe('general strike');
    expect(eventNoun('Drone strikes on Zenda')).toBe('drone strikes');
  });

  it('has the years in which an event was in the news', () => {
    const topic = (last: string): Facts => ({
      'news-topics-2002-2026.ndjson': [{ title: 'Zenda protests', first: '2016-05-01', last, days: 9 }],
    });
    expect(glossesIn(topic('2016-06-01'))).toEqual(['Protests · in the news in 2016']);
    expect(glossesIn(topic('2018-06-01'))).toEqual(['Protests · in the news 2016–2018']);
  });

  it('calls no school a hospital, and the head of a staff an officer', () => {
    const body = { id: 'a', name: 'Zenda Hospital', names: [], acr: [], types: ['education'], est: null };
    const facts = (wiki: string): Facts => ({
      'ror-orgs.ndjson': [
        { ...body, country: 'Ruritania', city: 'Zenda', q: ['Q9141'], wiki: [wiki], status: 'active', parent: [] },
      ],
    });
    expect(glossesIn(facts('https://en.wikipedia.org/wiki/Zenda_Hospital'))).toEqual(['Hospital in Zenda, Ruritania']);
    expect(glossesIn(politicians([['Chief of the Defence Staff', '2001', '2005']]))).toEqual([
      'Ruritanian military officer · Chief of the Defence Staff 2001–2005',
    ]);
  });

  it('has both occupations of an actor who made films', () => {
    const films = (many: number): Facts => ({
      'people-pantheon-2025.ndjson': [
        { name: 'Otto Strakencz', occupation: 'actor', born: 1975, hpi: 70, src: 'pantheon2025' },
      ],
      'wikidata-notable-rows-2026.ndjson': Array.from({ length: many }, (_, at) => ({
        qid: `Q915${at}`,
        name: `Hentzau ${at}`,
        kind: 'films',
        sitelinks: 10,
        facts: { director: 'Otto Strakencz' },
      })),
    });
    expect(glossesIn(films(2))).toEqual(['Actor · born 1975']);
    expect(glossesIn(films(3))).toEqual(['Actor and film director · born 1975']);
  });
});

describe('a name', () => {
  it('of an aircraft is its letters and number, with or without what follows', () => {
    const facts = { ...row('aircraft families', 'Hentzau Zenda F-35 Lightning II'), ...popular('x') };
    expect(usesIn(facts)).toEqual(['F-35 name', 'F-35 Lightning II name']);
    expect(usesIn(row('aircraft families', 'Boeing 737 MAX'))).toEqual(['737 MAX name']);
    expect(usesIn(row('aircraft families', 'Boeing 737'))).toEqual([]);
    expect(usesIn(row('tv shows', 'Zenda F-35 Hentzau', { sitelinks: 200 }))).toEqual([]);
  });

  it('of a firm without its last word counts only after the full name if what is left is a place', () => {
    const firm = (name: string): Facts => ({
      'companies-media-2026.ndjson': [
        { name, aliases: [], kind: 'company', country: 'Ruritania', src: 'pyticker', index: null },
      ],
    });
    expect(usesIn(firm('East Ruritania Trading Corporation'))).not.toContain('East Ruritania Trading short');
    const facts = { ...row('brands and companies', 'East Ruritania Company') };
    expect(usesIn(facts)).toContain('East Ruritania short');
  });

  it('of two words with a much-read article means the firm, whoever founded it', () => {
    const brand: Facts = {
      'nsi-brands-orgs.ndjson': [{ q: 'Q9161', n: 'Otto Strakencz', d: 'Ruritanian fashion house' }],
    };
    const founder = vital('Otto Strakencz (designer)', 'people: miscellaneous', { qid: 'Q9162', born: '1821' });
    expect(namesIn({ ...brand, ...founder, ...popular('Otto Strakencz') })).toContain('Otto Strakencz');
    expect(namesIn({ ...brand, ...founder, ...popular('Zenda') })).not.toContain('Otto Strakencz');
  });

  it('of a firm that is a common surname needs the country', () => {
    const people: Facts = {
      'people-pantheon-2025.ndjson': ['Otto', 'Anna', 'Ida', 'Max'].map((given, at) => ({
        name: `${given} Strakencz`,
        occupation: 'singer',
        born: 1944 + at,
        hpi: 70,
        src: 'pantheon2025',
      })),
    };
    const brand: Facts = {
      'nsi-brands-orgs.ndjson': [{ q: 'Q9161', n: 'Strakencz', d: 'Ruritanian automobile manufacturer' }],
    };
    const article = vital('Strakencz', 'politics and economics');
    expect(usesIn({ ...people, ...brand, ...article, ...popular('Strakencz') })).toEqual(['Strakencz company']);
  });

  it('of newspapers in several towns needs the town', () => {
    const site = (city: string, country: string) => ({
      name: 'Hentzau Herald',
      aliases: [],
      kind: 'news site',
      city,
      country,
      lang: 'en',
      src: 'homepages',
    });
    const one = { 'companies-media-2026.ndjson': [site('Strelsau', 'Ruritania')] };
    const two = { 'companies-media-2026.ndjson': [site('Strelsau', 'Ruritania'), site('Hofbau', 'Borduria')] };
    expect(usesIn(one)).toEqual([]);
    expect(usesIn(two)).toEqual(['Hentzau Herald company', 'Hentzau Herald company']);
  });
});

describe('an article whose list does not describe it', () => {
  it('belongs to the only thing of its kind with that name', () => {
    const game = { ...row('video games', 'Strakencz'), ...popular('Strakencz') };
    expect(namesIn({ ...game, ...vital('Strakencz', 'sports, games and recreation') })).toEqual(['Strakencz']);
    expect(namesIn({ ...game, ...vital('Strakencz', 'plants') })).toEqual([]);
  });

  it('does not belong to a branch of a firm', () => {
    const article = vital('Hentzau Motors', 'politics and economics', { qid: 'Q30282734' });
    expect(rowsOf(tablesOf(article)?.entities).map((cells) => cells[8])).toEqual(['']);
  });

  it('belongs to a band if music has that name, and no person could', () => {
    const song = (artist: string): Facts => ({
      'films-songs-2026.ndjson': [
        {
          name: 'Zenda',
          kind: 'song',
          artist,
          first: '1990-01-01',
          last: '1990-02-01',
          peak: 1,
          weeks: 9,
          src: 'hot100',
        },
      ],
    });
    const list = (title: string) => vital(title, 'people: artists, musicians, composers');
    expect(glossesIn({ ...list('Strakencz'), ...song('Strakencz'), ...popular('Strakencz') })).toEqual(['Musical act']);
    expect(glossesIn({ ...list('Strakencz'), ...popular('Strakencz') })).toEqual([]);
    expect(glossesIn({ ...list('Otto Strakencz'), ...song('Otto Strakencz') })).toEqual([]);
  });
});

describe('a fault in the fourth sample', () => {
  it('a site in a town named after a country is located where its file says', () => {
    const site = { name: 'Hentzau Herald', aliases: [], kind: 'news site', lang: 'en', src: 'homepages' };
    const town = { label: 'Borduria City', description: 'Town', instance_of: [], wikipedia_title: 'x', population: 9 };
    const facts: Facts = {
      'companies-media-2026.ndjson': [{ ...site, city: 'Borduria City', country: 'Ruritania' }],
      'places-wikidata-2022.ndjson': [{ id: 'Q9112', ...town }],
    };
    expect(glossesIn(facts)).toEqual(['News site in Borduria City, Ruritania']);
  });

  it('a city with old walls is a city, and an island of a country is on no continent', () => {
    const town = place('Zenda', ['city'], 'City in Ruritania');
    const site = {
      'wikidata-notable-rows-2026.ndjson': [{ qid: 'Q9111', name: 'Zenda', kind: 'historic sites', sitelinks: 60 }],
    };
    expect(glossesIn({ ...town, ...site })).toEqual(['City in Ruritania']);
    const island = {
      'airports-rivers-regions.ndjson': [
        { name: 'Hentzau', aliases: [], kind: 'island', region: 'Europe', rank: 1, src: 'naturalearth' },
      ],
    };
    const part = place('Hentzau', ['island'], 'Island of Ruritania');
    expect(glossesIn({ ...part, ...island })).toEqual(['Island in Ruritania']);
  });

  it('something about an epidemic is not an epidemic', () => {
    const topic = (title: string): Facts => ({
      'news-topics-2002-2026.ndjson': [{ title, first: '2020-05-01', last: '2020-06-01', days: 9 }],
    });
    expect(glossesIn(topic('Zenda fever pandemic'))).toEqual(['Pandemic · in the news in 2020']);
    expect(glossesIn(topic('Misinformation related to the Zenda fever pandemic'))).toEqual([]);
    expect(glossesIn(topic('Zenda government response to the fever pandemic'))).toEqual([]);
  });

  it('a sanctioned firm is not linked by a part of its name alone', () => {
    const firm: Facts = {
      'sanctions-lists-2026.ndjson': [
        {
          name: 'Hentzau Logistics Ltd',
          kind: 'company',
          lists: ['EU UKR'],
          listed: '2025-07-19',
          src: 'eu-sanctions',
        },
      ],
    };
    expect(usesIn(firm)).toEqual(['Hentzau Logistics Ltd company', 'Hentzau Logistics short']);
  });

  it('a card names the source of its description, with the date of that source', () => {
    const facts: Facts = {
      'nsi-brands-orgs.ndjson': [{ q: 'Q9181', n: 'Zenda Island', d: 'island and territory' }],
      'vital-kinds-2024-2025.ndjson': [{ qid: 'Q9181', title: 'Zenda Island', topic: 'geography: physical' }],
    };
    expect(rowsOf(tablesOf(facts)?.entities).map((cells) => cells.slice(9))).toEqual([['vital-2025', '2025-07-31']]);
  });
});
