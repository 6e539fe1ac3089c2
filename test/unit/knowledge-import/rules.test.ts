/** Rules of the importer, each with a case that comes out otherwise without it. Long because each rule has rows of its own. */
import { afterAll, describe, expect, it } from 'vitest';
import { readCountries } from '../../../assets/knowledge/import/countries';
import { createDesk } from '../../../assets/knowledge/import/desk';
import { importWorld } from '../../../assets/knowledge/import/import-world';
import { kindOfDescription, kindOfTitle } from '../../../assets/knowledge/import/kind-of-words';
import { BY_HAND, type Facts, factsFolder, removeFolders } from './small-facts';

afterAll(removeFolders);

const linesOf = (
  facts: Facts,
  table: 'entities' | 'names' | 'facts' | 'sources',
  listed: string[] = [],
  most?: number,
) => importWorld(factsFolder(facts), BY_HAND, listed, most).tables?.[table].trimEnd().split('\n').slice(1) ?? [];
const namesIn = (facts: Facts): string[] => linesOf(facts, 'entities').map((line) => line.split('\t')[2] ?? '');

const town = (id: number, label: string, title: string, population: number, description = 'City in Ruritania') => ({
  id: `Q8100${id}`,
  label,
  description,
  instance_of: ['city'],
  wikipedia_title: title,
  population,
});
const thing = (id: number, enwiki: string, deck: string, pageViews = 900_000) => ({
  qid: `Q8200${id}`,
  enwiki,
  year: 1990,
  pageViews,
  deck,
});
const party = (id: number, name: string, short: string, country = 'Ruritania') => ({
  country,
  partyfacts_id: String(id),
  wikidata_id: `Q8300${id}`,
  name,
  name_short: short,
  name_native: '',
});
const minister = (id: number, name: string, en: string | null = name) => ({
  q: `Q8400${id}`,
  n: name,
  en,
  pos: [['minister of war', '2001', '2002']],
  src: ['ruritania'],
});

describe('what a word tells about an entity', () => {
  it('is the kind of thing, not what it is about', () => {
    expect(kindOfTitle('2024 Hofbau floods')?.kind).toBe('event');
    expect(kindOfTitle('Reactions to the 2024 Hofbau floods')).toBe(null);
    expect(kindOfTitle('Ruritania at the 2020 Summer Olympics')).toBe(null);
    expect(kindOfTitle('War')).toBe(null);
    expect(kindOfDescription('Ruritanian film director and actor')).toEqual({ kind: 'person', what: 'film director' });
    expect(kindOfDescription('study of films')).toBe(null);
  });

  it('names a country, and a country code only if it is alone', () => {
    const countries = readCountries(BY_HAND);
    expect(countries.find('US')?.name).toBe('United States');
    expect(countries.find('USA')?.name).toBe('United States');
    expect(countries.within('a friend to us', 'first')).toBe(null);
    expect(countries.within('Bordurian town in Ruritania', 'first')?.name).toBe('Borduria');
    expect(countries.within('Bordurian town in Ruritania', 'last')?.name).toBe('Ruritania');
  });

  it('is a date only if every file counts the years alike', () => {
    const desk = createDesk('nowhere');
    const place = { file: 'x', line: 1 };
    const read = ['-0044', '0000', '476', '17.11.1957', '1957-11-17T00:00:00Z', 1957].map((cell) =>
      desk.date(place, 'd', cell),
    );
    expect(read).toEqual([null, null, '0476', '1957-11-17', '1957-11-17', '1957']);
    expect(desk.problems).toEqual([]);
  });
});

describe('imported rows', () => {
  it('with one name in two countries are two', () => {
    const facts: Facts = {
      'parties-partyfacts.ndjson': [party(1, 'Elphberg League', '')],
      'igos-supraverden.yaml': '{}',
      'sanctions-lists-2026.ndjson': [
        { name: 'Elphberg League', kind: 'organisation', lists: ['UN X'], country: 'Borduria', src: 'un-sanctions' },
      ],
    };
    expect(namesIn(facts)).toEqual(['Elphberg League', 'Elphberg League']);
  });

  it('give way to hand-written rows with the same article, and stay beside another id with that name', () => {
    expect(namesIn({ 'places-wikidata-2022.ndjson': [town(1, 'Old Strelsau', 'Strelsau', 700_000)] })).toEqual([]);
    expect(namesIn({ 'places-wikidata-2022.ndjson': [town(1, 'Borduria', 'Borduria, Ruritania', 700_000)] })).toEqual([
      'Borduria',
    ]);
  });

  it('are as many as requested, the best known first', () => {
    const facts: Facts = {
      'places-wikidata-2022.ndjson': [
        town(1, 'Hofbau', 'Hofbau', 50_000),
        town(2, 'Gruenstadt', 'Gruenstadt', 800_000),
      ],
    };
    expect(linesOf(facts, 'entities', [], 1).map((line) => line.split('\t')[2])).toEqual(['Gruenstadt']);
  });

  it('bring their source with them, except those that the tables list', () => {
    const facts: Facts = { 'politicians-wikidata-2022.ndjson': [minister(1, 'Zenda Hentzau')] };
    expect(linesOf(facts, 'sources').map((line) => line.split('\t')[0])).toEqual(['wikidata-2022']);
    expect(linesOf(facts, 'sources', ['wikidata-2022'])).toEqual([]);
  });

  it('date no war by a day within it, and no century by a year', () => {
    const event = (label: string, id: number) => ({
      event: `http://www.wikidata.org/entity/Q85${id}`,
      date: '1951-05-06T00:00:00Z',
      label,
      article: `https://en.wikipedia.org/wiki/${label}`,
    });
    const facts: Facts = {
      'historic-events.ndjson': [event('Battle of Zenda', 1), event('Zenda Border War', 2)],
      'wikidata-notable-rows-2026.ndjson': [
        {
          qid: 'Q853',
          name: 'Hofbau Independence War',
          kind: 'wars',
          dates: [['wars start year', '1800']],
          sitelinks: 60,
        },
        {
          qid: 'Q854',
          name: 'Strelsau Succession War',
          kind: 'wars',
          dates: [['wars start year', '1812']],
          sitelinks: 60,
        },
      ],
    };
    expect(linesOf(facts, 'facts').map((line) => line.split('\t').slice(0, 7).join(' | '))).toEqual([
      'q851 | took-place |  |  |  | 1951 | 1951',
      'q854 | event |  | Began |  | 1812 | 1812',
    ]);
  });

  it('about second teams, small airports and families are left out', () => {
    expect(
      namesIn({
        'football-clubs-2026.ndjson': [{ qid: 'Q861', name: 'Hofbau Rangers II' }],
        'notable-things-2026.ndjson': [{ ...thing(1, 'Hofbau_Rangers_II', 'engineering-rail'), qid: 'Q861' }],
        'airports-rivers-regions.ndjson': [
          { name: 'Hofbau Landing Strip', kind: 'airport', country: 'Ruritania', src: 'airports' },
        ],
        'vital-kinds-2024-2025.ndjson': [{ title: 'Elphberg family', topic: 'people: politicians and leaders' }],
      }),
    ).toEqual([]);
  });

  it('have no gloss longer than a card has room for', () => {
    const long = {
      ...minister(1, 'Zenda Hentzau'),
      pos: [[`minister of ${'war and peace and '.repeat(6)}war`, '2001', '2002']],
    };
    expect(linesOf({ 'politicians-wikidata-2022.ndjson': [long] }, 'entities')[0]?.split('\t')[4]).toBe(
      'Ruritanian politician',
    );
  });
});

describe('a name that needs context', () => {
  const usesOf = (facts: Facts): string[] =>
    linesOf(facts, 'names').map((line) => line.split('\t').slice(1, 4).join(' ').trim());

  it('is a dictionary word, for a well-known company', () => {
    expect(
      namesIn({
        'notable-things-2026.ndjson': [
          thing(1, 'Orange', 'business-companies'),
          thing(2, 'Gruenstadt', 'business-companies'),
        ],
      }),
    ).toEqual(['Gruenstadt']);
  });

  it('is a surname of several people', () => {
    const people = ['Ann', 'Bea', 'Cat', 'Dot'].map((given, at) => minister(at + 1, `${given} Gruenstadt`));
    const facts: Facts = { 'notable-things-2026.ndjson': [thing(1, 'Gruenstadt', 'business-companies')] };
    expect(namesIn(facts)).toEqual(['Gruenstadt']);
    expect(namesIn({ ...facts, 'politicians-wikidata-2022.ndjson': people })).not.toContain('Gruenstadt');
  });

  it('is a score, a common word, or a name in another language', () => {
    expect(namesIn({ 'notable-things-2026.ndjson': [thing(1, '1%261', 'business-companies')] })).toEqual([]);
    expect(
      usesOf({
        'ror-orgs.ndjson': [
          {
            id: 'x',
            name: 'Hofbau University',
            names: ['Target', 'Hochschule für Hofbau', 'Hofbau Old University'],
            types: ['education'],
            q: ['Q871'],
            wiki: ['https://en.wikipedia.org/wiki/Hofbau_University'],
            status: 'active',
          },
        ],
      }),
    ).toEqual(['Hofbau Old University name']);
  });

  it('is that of a town among several: it needs its state, if the tables know that', () => {
    const state = {
      ...town(1, 'Upper Land', 'Upper Land', 900_000, 'State in Ruritania'),
      instance_of: ['state of the United States'],
    };
    expect(
      usesOf({
        'places-wikidata-2022.ndjson': [
          state,
          town(2, 'Klenze', 'Klenze, Upper Land', 30_000, 'City in Upper Land, Ruritania'),
        ],
      }),
    ).toEqual(['Klenze company q81001']);
  });

  it('is that of a lesser-known person if the article with that name is about somebody who is not in the tables', () => {
    const facts: Facts = {
      'politicians-wikidata-2022.ndjson': [minister(1, 'Otto Strakencz', 'Otto Strakencz (politician)')],
    };
    expect(usesOf(facts)).toEqual(['Otto Strakencz company q900001']);
    const first: Facts = {
      'vital-kinds-2024-2025.ndjson': [
        { qid: 'Q872', title: 'Otto Strakencz', topic: 'people: religious figures', born: '1950' },
      ],
    };
    expect(usesOf({ ...facts, ...first })).toEqual(['Otto Strakencz company q900001']);
  });
});

describe('a name as written in news', () => {
  const usesOf = (facts: Facts): string[] =>
    linesOf(facts, 'names').map((line) => line.split('\t').slice(1, 4).join(' ').trim());
  const body = (id: number, name: string, country: string, more: object = {}) => ({
    id: String(id),
    name,
    names: [],
    types: ['government'],
    country,
    q: [`Q8600${id}`],
    wiki: [`https://en.wikipedia.org/wiki/${name.replaceAll(' ', '_')}`],
    status: 'active',
    ...more,
  });
  const vital = (id: number, title: string, topic: string, born?: string) => ({
    qid: `Q8700${id}`,
    title,
    topic,
    born,
  });

  it('says of a US body that it is American, and then needs no context', () => {
    const uses = usesOf({ 'ror-orgs.ndjson': [body(1, 'National Turnip Agency', 'United States')] });
    expect(uses).toContain('U.S. National Turnip Agency name');
    expect(usesOf({ 'ror-orgs.ndjson': [body(1, 'National Turnip Agency', 'Ruritania')] })).not.toContain(
      'U.S. National Turnip Agency name',
    );
  });

  it('inverts the name of a department, which needs the country as context', () => {
    const facts: Facts = { 'ror-orgs.ndjson': [body(1, 'United States Department of Turnips', 'United States')] };
    const uses = usesOf(facts);
    expect(uses).toContain('Turnips Department company q30');
    expect(uses).toContain('U.S. Department of Turnips name');
  });

  it('of a country’s armed forces is shortened or has the adjective; a government has no adjective', () => {
    const facts: Facts = {
      'ror-orgs.ndjson': [
        body(1, 'Ruritanian Armed Forces', 'Ruritania'),
        body(2, 'Federal government of the United States', 'United States'),
      ],
    };
    const uses = usesOf(facts);
    expect(uses).toContain('Ruritanian military name');
    expect(uses).toContain('U.S. government name');
    expect(uses).not.toContain('American government name');
  });

  it('of a campus is also without “at”', () => {
    const facts: Facts = { 'ror-orgs.ndjson': [body(1, 'University of Hofbau at Zenda', 'Ruritania')] };
    expect(usesOf(facts)).toContain('University of Hofbau Zenda name');
  });

  it('may be initials once it was named in full, if it is well known and the initials are unique', () => {
    const airline = { ...thing(1, 'Ruritanian_Lighthouses', 'business-companies', 9_000_000) };
    const listed = (name: string, initials: string) => ({
      ...{ wikidata_id: 'Q82001', label: name, alternatives: [initials], description: 'airline of Ruritania' },
      wikipedia: `https://en.wikipedia.org/wiki/${name.replace(' ', '_')}`,
    });
    const both = (row: typeof airline, initials: string): string[] =>
      usesOf({
        'notable-things-2026.ndjson': [row],
        'fb15k-wikidata.ndjson': [listed(row.enwiki.replace('_', ' '), initials)],
      });
    expect(both(airline, 'RL')).toContain('RL short');
    // No file has them: nobody may ever have written so.
    expect(both(airline, 'RuL')).not.toContain('RL short');
    expect(both({ ...airline, enwiki: 'Unbeaten_Nuts' }, 'UN')).toContain('UN short');
  });

  it('of an office holder has the short given name, with the country, unless another is called so', () => {
    const daniel: Facts = { 'politicians-wikidata-2022.ndjson': [minister(1, 'Daniel Hentzau')] };
    expect(usesOf(daniel).join()).not.toContain('Dan Hentzau');
    const governor = {
      name: 'Daniel Hentzau',
      posts: [['governor, OH', '2023-01-09', '2031-01-11', null]],
      country: 'United States',
      kind: 'person',
      src: 'os-states',
    };
    const facts: Facts = { 'officeholders-2026.ndjson': [governor] };
    expect(usesOf(facts)).toContain('Dan Hentzau company q30');
    expect(usesOf({ 'officeholders-2026.ndjson': [{ ...governor, born: '1772-01-01' }] }).join()).not.toContain('Dan');
    const player = { 'vital-kinds-2024-2025.ndjson': [vital(1, 'Daniel Hentzau', 'people: sports figures', '1950')] };
    expect(usesOf(player).join()).not.toContain('Dan Hentzau');
    const two = { 'vital-kinds-2024-2025.ndjson': [vital(2, 'Dan Hentzau', 'people: religious figures', '1950')] };
    expect(usesOf({ ...facts, ...two })).not.toContain('Dan Hentzau company q30');
  });

  it('has no title of nobility', () => {
    const facts: Facts = {
      'vital-kinds-2024-2025.ndjson': [vital(1, 'Rosa Hentzau, Duchess of Zenda', 'people: sports figures', '1950')],
    };
    expect(usesOf(facts)).toContain('Rosa Hentzau name');
  });

  it('is that of the product alone, after its maker', () => {
    const facts: Facts = {
      'notable-things-2026.ndjson': [
        thing(1, 'Gruenstadt', 'business-companies', 9_000_000),
        thing(2, 'Gruenstadt_Lantern', 'technology-mobile-apps', 9_000_000),
      ],
    };
    expect(usesOf(facts)).toContain('Lantern short');
  });
});

describe('a single word', () => {
  const usesOf = (facts: Facts): string[] =>
    linesOf(facts, 'names').map((line) => line.split('\t').slice(1, 4).join(' ').trim());
  const site = (name: string) => ({ name, aliases: [], kind: 'news site', country: 'Ruritania', src: 'homepages' });
  const vital = (id: number, title: string, topic: string, born?: string) => ({
    qid: `Q8800${id}`,
    title,
    topic,
    born,
  });

  it('in capitals is the name of a news organisation, unless several have it', () => {
    expect(namesIn({ 'companies-media-2026.ndjson': [site('HZR')] })).toEqual(['HZR']);
    expect(usesOf({ 'companies-media-2026.ndjson': [site('HZR')] })).toEqual([]);
    const both: Facts = {
      'companies-media-2026.ndjson': [site('HZR')],
      'parties-partyfacts.ndjson': [party(1, 'Hofbau Zenda Reform', 'HZR', 'Borduria')],
    };
    expect(usesOf(both)).toContain('HZR company q900001');
  });

  it('that is in the dictionary is a place if that is universally known', () => {
    const facts: Facts = { 'places-wikidata-2022.ndjson': [town(1, 'Orange', 'Orange', 30_000_000)] };
    expect(usesOf(facts)).toEqual(['Orange company q900001']);
    const known: Facts = {
      ...facts,
      'vital-kinds-2024-2025.ndjson': [{ qid: 'Q81001', title: 'Orange', topic: 'geography: cities' }],
      'popular-titles-lc.txt': 'orange\n',
    };
    expect(usesOf(known)).toEqual([]);
    expect(namesIn(known)).toEqual(['Orange']);
  });

  it('is not a person’s name if several have it as a given name', () => {
    const people = ['Gruenstadt Hentzau', 'Gruenstadt Strakencz'].map((name, at) => minister(at + 1, name));
    const facts: Facts = {
      'vital-kinds-2024-2025.ndjson': [vital(1, 'Gruenstadt', 'people: religious figures', '950')],
    };
    expect(namesIn(facts)).toEqual(['Gruenstadt']);
    expect(namesIn({ ...facts, 'politicians-wikidata-2022.ndjson': people })).not.toContain('Gruenstadt');
  });
});

describe('what the hand-written tables contain', () => {
  const usesOf = (facts: Facts): string[] =>
    linesOf(facts, 'names').map((line) => line.split('\t').slice(1, 4).join(' ').trim());

  it('is not used again for a paper, a film or a town in the same country', () => {
    const paper = { name: 'Strelsau', aliases: [], kind: 'news site', country: 'Ruritania', src: 'homepages' };
    expect(namesIn({ 'companies-media-2026.ndjson': [paper] })).toEqual([]);
    expect(namesIn({ 'notable-things-2026.ndjson': [thing(1, 'Strelsau_(film)', 'culture-film', 9_000_000)] })).toEqual(
      [],
    );
    const twin = town(1, 'Ruritania', 'Ruritania (town)', 40_000);
    expect(usesOf({ 'places-wikidata-2022.ndjson': [twin] })).toEqual([]);
    const abroad = town(2, 'Ruritania', 'Ruritania, Borduria', 40_000, 'City in Borduria');
    expect(usesOf({ 'places-wikidata-2022.ndjson': [abroad] })).toEqual(['Ruritania near q900002']);
  });

  it('belongs to the state that has another name there, as does a body in its town', () => {
    const byHand = {
      ...BY_HAND,
      entities: [
        ...BY_HAND.entities,
        {
          ...(BY_HAND.entities[0] as (typeof BY_HAND.entities)[0]),
          key: 'upper-land-state',
          name: 'Upper Land state',
          qualifier: 'Ruritania',
          gloss: 'State of Ruritania',
          wikidata: null,
          wikipedia: null,
        },
      ],
      forms: [
        ...BY_HAND.forms,
        {
          ...(BY_HAND.forms[0] as (typeof BY_HAND.forms)[0]),
          entity: 'upper-land-state',
          form: 'Upper Land',
          use: 'name' as const,
        },
      ],
    };
    const small = town(2, 'Klenze', 'Klenze, Upper Land', 30_000, 'City in Upper Land, Ruritania');
    const read = importWorld(factsFolder({ 'places-wikidata-2022.ndjson': [small] }), byHand, []);
    expect(read.tables?.names).toContain('Klenze\tcompany\tupper-land-state');

    const agency = {
      id: 'x',
      name: 'Orange Target',
      names: [],
      types: ['education'],
      country: 'Ruritania',
      city: 'Strelsau',
      q: ['Q895'],
      wiki: ['https://en.wikipedia.org/wiki/Orange_Target'],
      status: 'active',
    };
    expect(usesOf({ 'ror-orgs.ndjson': [agency] })).toEqual(['Orange Target company q900001;strelsau']);
  });

  it('is the same body, whatever kind a file gives it', () => {
    const nations = { name: 'Hofbau Herald', aliases: [], kind: 'company', country: 'Ruritania', src: 'pyticker' };
    const held = {
      ...BY_HAND,
      entities: [
        ...BY_HAND.entities,
        {
          ...(BY_HAND.entities[0] as (typeof BY_HAND.entities)[0]),
          key: 'herald',
          kind: 'media' as const,
          name: 'Hofbau Herald',
          qualifier: 'Ruritania',
          wikidata: null,
          wikipedia: null,
        },
      ],
    };
    const names = (byHand: typeof BY_HAND): string[] =>
      importWorld(factsFolder({ 'companies-media-2026.ndjson': [nations] }), byHand, [])
        .tables?.entities.trimEnd()
        .split('\n')
        .slice(1) ?? [];
    expect(names(BY_HAND)).toHaveLength(1);
    expect(names(held)).toEqual([]);
  });
});

describe('what is not an entity', () => {
  it('includes an occupation, a people of a country, or a vote without a year', () => {
    const known = (id: string, label: string, description: string) => ({
      wikidata_id: id,
      label,
      alternatives: [],
      description,
      wikipedia: `https://en.wikipedia.org/wiki/${label.replaceAll(' ', '_')}`,
    });
    expect(
      namesIn({
        'fb15k-wikidata.ndjson': [
          known('Q891', 'Lamp-lighter', 'musician who sings'),
          known('Q892', 'Ruritanian people', 'ethnic group'),
        ],
        'news-topics-2002-2026.ndjson': [
          {
            title: 'Ruritanian general election',
            kind: 'event or topic',
            first: '2024-01-01',
            last: '2024-01-02',
            days: 9,
            src: 'wpce',
          },
          {
            title: '2024 Ruritanian general election',
            kind: 'event or topic',
            first: '2024-01-01',
            last: '2024-01-02',
            days: 9,
            src: 'wpce',
          },
        ],
      }),
    ).toEqual(['2024 Ruritanian general election']);
  });
});
