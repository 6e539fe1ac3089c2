/** What a second check of 300 imported cards found wrong or misleading: a row of each kind, told rightly. Long because each kind
 * has rows of its own. */
import { afterAll, describe, expect, it } from 'vitest';
import { buildingNoun } from '../../../assets/knowledge/import/building-noun';
import { companyNoun } from '../../../assets/knowledge/import/company-noun';
import { eventNoun } from '../../../assets/knowledge/import/event-noun';
import { governmentBody } from '../../../assets/knowledge/import/government-body';
import { kindOfDescription, kindOfTitle } from '../../../assets/knowledge/import/kind-of-words';
import { landNoun } from '../../../assets/knowledge/import/land-noun';
import { listedName } from '../../../assets/knowledge/import/listed-name';
import { isHighPost, rankOfPost } from '../../../assets/knowledge/import/rank-of-post';
import { BY_HAND, type Facts, glossesIn, namesIn, removeFolders, rowsOf, tablesOf, usesIn } from './small-facts';

afterAll(removeFolders);

const factsIn = (facts: Facts): string[] =>
  rowsOf(tablesOf(facts)?.facts).map(([, ...cells]) => cells.slice(0, 6).join(' ').replace(/\s+/g, ' ').trim());

const NAME = 'Otto Strakencz';
const vital = (topic: string, more: object = {}): Facts => ({
  'vital-kinds-2024-2025.ndjson': [{ qid: 'Q8700001', title: NAME, topic: `people: ${topic}`, born: '1900', ...more }],
});
const row = (kind: string, facts: Record<string, string>, dates: string[][] = [], name = NAME): Facts => ({
  'wikidata-notable-rows-2026.ndjson': [{ qid: 'Q8700001', name, kind, sitelinks: 120, dates, facts }],
});
const died = (occupation: string): Facts => ({
  'people-pantheon-2025.ndjson': [{ qid: 'Q8700001', name: NAME, occupation, born: '1900', died: '1980', src: 'doa' }],
});
const famous = (occupation: string, more: object = {}): Facts => ({
  'people-pantheon-2025.ndjson': [{ name: NAME, occupation, born: '1900', hpi: 60, src: 'pantheon2025', ...more }],
});
const politician = (pos: unknown[], more: object = {}): Facts => ({
  'politicians-wikidata-2022.ndjson': [{ q: 'Q8700001', n: NAME, en: NAME, src: ['ruritania'], pos, ...more }],
});

describe('the description of a person', () => {
  it('is the field under which a list has them, if no file says more', () => {
    expect(glossesIn(vital('artists, musicians, composers'))).toEqual(['Known in the arts, born 1900']);
    expect(glossesIn(vital('scientists, inventors, mathematicians'))).toEqual([
      'Scientist, inventor or mathematician · born 1900',
    ]);
    expect(glossesIn({ ...vital('artists, musicians, composers'), ...famous('singer', { qid: 'Q8700001' }) })).toEqual([
      'Singer · born 1900',
    ]);
  });

  it('is empty if only a year of birth is known, unless they are well known', () => {
    const misc = vital('of no field that is listed');
    expect(glossesIn(misc)).toEqual([]);
    expect(glossesIn({ ...misc, 'popular-titles-lc.txt': 'otto strakencz\n' })).toEqual(['Born 1900']);
  });

  it('has no second occupation beside the one that the better list knows', () => {
    const poet = vital('writers and journalists');
    expect(glossesIn({ ...poet, ...row('person: philosophers', { occupation: 'poet||philosopher' }) })).toEqual([
      'Writer or journalist · born 1900',
    ]);
    expect(glossesIn({ ...poet, ...row('person: novelists', { occupation: 'poet||novelist' }) })).toEqual([
      'Novelist · born 1900',
    ]);
    expect(glossesIn({ ...vital('politicians and leaders'), ...died('chess player') })).toEqual([
      'Known in politics or government, born 1900',
    ]);
  });

  it('is what the article’s brackets say, rather than the word of a list of offices', () => {
    const posts = [['Minister of Finance', '2001', '2005']];
    const told = (title: string): string | undefined => glossesIn(politician(posts, { en: title }))[0];
    expect(told(`${NAME} (economist)`)).toBe('Ruritanian economist · Minister of Finance 2001–2005');
    expect(told(`${NAME} (born 1950)`)).toBe('Ruritanian politician · Minister of Finance 2001–2005');
    expect(glossesIn(vital('scientists, inventors, mathematicians', { title: `${NAME} (mathematician)` }))).toEqual([
      'Mathematician · born 1900',
    ]);
  });

  it('is never “celebrity”, “teacher” or “extremist”', () => {
    for (const occupation of ['celebrity', 'extremist', 'teacher']) expect(glossesIn(famous(occupation))).toEqual([]);
    expect(glossesIn(famous('military personnel'))).toEqual(['Soldier or officer · born 1900']);
  });

  it('recognises a pope or a ruler by name and number', () => {
    const leaders = (title: string): string[] => glossesIn(vital('politicians and leaders', { title }));
    expect(leaders('Pope Otto II')).toEqual(['Pope · born 1900']);
    expect(leaders('Otto II of Zenda')).toEqual(['Known in politics or government, born 1900']);
    expect(glossesIn(vital('politicians and leaders', { title: 'Otto II of Zenda', born: '1640' }))).toEqual([
      'Ruler · born about 1640',
    ]);
    // A president of this list ruled, and was no ruler.
    expect(glossesIn({ ...vital('politicians and leaders'), ...row('ruler', {}) })).toEqual([
      'Known in politics or government, born 1900',
    ]);
    expect(leaders('Otto Strakencz')).toEqual(['Known in politics or government, born 1900']);
  });

  it('is not “soccer player” because of the American word for football', () => {
    expect(kindOfDescription('American former professional football player')?.what).toBe('American football player');
    expect(kindOfDescription('Ruritanian former professional football player')?.what).toBe('football player');
  });

  it('is not given to a band whose name begins like a person’s', () => {
    const people = ['Otto Rischenheim', 'Otto Bersonin', 'Otto Bersonin', 'Otto Detchard'].map((name, at) => ({
      qid: `Q870007${at}`,
      name,
      occupation: 'singer',
      born: `190${at}`,
      hpi: 60,
      src: 'pantheon2025',
    }));
    const unborn = (title: string): string[] =>
      namesIn({
        ...vital('artists, musicians, composers', { title, qid: null, born: null }),
        'people-pantheon-2025.ndjson': people,
      }).filter((name) => name === title);
    expect(unborn('Otto Division')).toEqual([]);
    expect(unborn('Otto von Bersonin')).toEqual(['Otto von Bersonin']);
  });

  it('is “ruler” if they reigned, whatever occupation a list has', () => {
    expect(glossesIn(row('ruler', { position: 'King of Zenda', occupation: 'politician' }))).toEqual([
      'Ruler · King of Zenda',
    ]);
    expect(glossesIn(politician([['King', '1993-08-09', '2013-07-21']]))).toEqual([
      'Ruritanian monarch · King 1993–2013',
    ]);
  });

  it('of an ancient Macedonian has no present-day country', () => {
    const byHand = {
      ...BY_HAND,
      entities: [
        ...BY_HAND.entities,
        {
          ...BY_HAND.entities[0],
          key: 'nm',
          name: 'North Macedonia',
          wikipedia: 'North Macedonia',
          wikidata: 'Q900008',
        },
      ],
      forms: [...BY_HAND.forms, { ...BY_HAND.forms[0], entity: 'nm', form: 'North Macedonian' }],
    } as typeof BY_HAND;
    const king = row('ruler', { position: 'King of Zenda', nationality: 'Macedonia' });
    expect(rowsOf(tablesOf(king, byHand)?.entities).map(([, , , country]) => country)).toEqual(['']);
  });

  it('names a prize for its laureate, and the sport of the list', () => {
    const award = { award: 'Nobel Prize in Physics', forWork: '' };
    expect(glossesIn(row('nobel laureates', award))).toEqual(['Nobel laureate in physics']);
    const plays = { occupation: 'actor||American football player', nationality: 'American' };
    expect(glossesIn(row('person: football players', plays))[0]).toBe('American football player');
  });

  it('is not “judge” because of a term as minister of justice', () => {
    expect(glossesIn(politician([['Minister of Justice', '2001', '2005']]))[0]).toMatch(/^Ruritanian politician/);
    expect(glossesIn(politician([['Judge of the High Court', '2001', '2005']]))[0]).toMatch(/^Ruritanian judge/);
    expect(glossesIn(politician([['Governor of the Zendas Riksbank', '2001', '2005']]))[0]).toMatch(
      /^Ruritanian central banker/,
    );
  });
});

describe('an ambiguous name', () => {
  it('belongs to nobody without an article if others have one', () => {
    expect(namesIn(famous('singer'))).toEqual([NAME]);
    const other = { name: NAME, occupation: 'painter', born: '1950', hpi: 60, src: 'pantheon2025' };
    const both = [...(famous('singer')['people-pantheon-2025.ndjson'] as object[]), other];
    expect(namesIn({ 'people-pantheon-2025.ndjson': both as Record<string, unknown>[] })).toEqual([]);
    expect(namesIn({ ...famous('singer'), 'yago-titles-2014.txt': 'Otto Strakencz (painter)\n' })).toEqual([]);
  });

  it('belongs only to the person who is known by it', () => {
    const known = (birthyear: string): Facts => ({
      ...famous('singer'),
      'pantheon1.ndjson': [{ name: NAME, numlangs: '70', birthyear }],
    });
    expect(namesIn(known('1902'))).toEqual([NAME]);
    expect(namesIn(known('1790'))).toEqual([]);
  });

  it('belongs to neither of two whose articles differ by brackets', () => {
    const two = ['cricketer', 'painter'].map((word, at) => ({
      qid: `Q870006${at}`,
      title: `${NAME} (${word})`,
      topic: 'people: writers and journalists',
      born: `19${at}5`,
    }));
    expect(namesIn({ 'vital-kinds-2024-2025.ndjson': two.slice(1) })).toEqual([NAME]);
    expect(namesIn({ 'vital-kinds-2024-2025.ndjson': two })).toEqual([]);
  });

  it('belongs to nobody if given name and surname are both common', () => {
    const many = Array.from({ length: 130 }, (_, at) => ({
      qid: `Q87100${at}`,
      name: `Otto Sapt${at}`,
      occupation: 'singer',
      born: '1901',
      hpi: 60,
      src: 'pantheon2025',
    }));
    const kin = Array.from({ length: 30 }, (_, at) => ({
      ...many[0],
      qid: `Q87200${at}`,
      name: `Fritz${at} Strakencz`,
    }));
    const found = (more: Record<string, unknown>[]): string[] =>
      namesIn({
        'people-pantheon-2025.ndjson': [
          ...more,
          ...(famous('singer')['people-pantheon-2025.ndjson'] as object[]),
        ] as Record<string, unknown>[],
      }).filter((name) => name === NAME);
    expect(found(many)).toEqual([NAME]);
    expect(found([...many, ...kin])).toEqual([]);
  });

  it('of a team from its fans, or an alias of several, belongs to none', () => {
    const club = (label: string, id: number, alternatives: string[]) => ({
      wikidata_id: `Q870001${id}`,
      label,
      alternatives,
      description: 'football club',
      wikipedia: `https://en.wikipedia.org/wiki/${label.replaceAll(' ', '_')}`,
    });
    const one = club('Hofbau Rovers', 1, ['Green Lantern', 'Rovers of Hofbau']);
    expect(usesIn({ 'fb15k-wikidata.ndjson': [one] })).toEqual(['Green Lantern short', 'Rovers of Hofbau name']);
    const two = club('Zenda Rovers', 2, ['Rovers of Hofbau']);
    expect(usesIn({ 'fb15k-wikidata.ndjson': [one, two] })).toContain('Rovers of Hofbau short');
  });

  it('of a smaller town is not linked without its region', () => {
    const town = (title: string) => ({
      id: 'Q8700020',
      label: 'Hofbau',
      description: 'city in Upper Land, Ruritania',
      instance_of: ['city'],
      wikipedia_title: title,
      population: 60_000,
    });
    const told = (title: string, titles: string): string[] =>
      namesIn({ 'places-wikidata-2022.ndjson': [town(title)], 'popular-titles-lc.txt': titles });
    expect(told('Hofbau, Upper Land', 'hofbau\n')).toEqual([]);
    expect(told('Hofbau, Upper Land', 'zenda\n')).toEqual(['Hofbau']);
  });
});

describe('an office on an imported card', () => {
  const offices = (facts: Facts): string[] => factsIn(facts).filter((line) => line.startsWith('office'));
  const former = {
    last_name: 'Strakencz',
    first_name: 'Otto',
    full_name: NAME,
    birthday: '1950-01-02',
    type: 'rep',
    state: 'OH',
    party: 'Whig',
    wikipedia_id: NAME,
  };

  it('in Congress comes before a seat in a state', () => {
    const member = politician([['Member of the Ohio House of Representatives', '1999', '2001']], { dob: '1950-01-02' });
    expect(glossesIn({ ...member, 'congress-historical.ndjson': [former] })).toEqual([
      'American politician · former member of the House of Representatives from Ohio',
    ]);
  });

  it('of a former member of Congress has ended, whatever an older file has open', () => {
    const facts = {
      ...politician([['United States representative', '2015-01-06', null]], { dob: '1950-01-02', src: ['us-cabinet'] }),
      'congress-historical.ndjson': [former],
    };
    expect(offices(facts)).toEqual([]);
    expect(glossesIn(facts)).toEqual(['American politician · former member of the House of Representatives from Ohio']);
  });

  it('says which one, and is not made of its ministry or rank alone', () => {
    expect(
      offices(
        politician([
          ['Foreign Trade', '2007-02-05', '2007-05-28'],
          ['Minister of Foreign Trade', '2007-02-05', '2007-05-28'],
          ['Deputy', '2001-02-05', '2002-05-28'],
        ]),
      ),
    ).toEqual(['office Minister of Foreign Trade 2007 2007']);
  });

  it('that is open twice is listed once, with no seat in a state after it', () => {
    const seat = 'Member of the Zenda House of Representatives';
    expect(
      offices(
        politician([
          [seat, '1999', null],
          [seat, '2001', null],
        ]),
      ),
    ).toEqual([`office ${seat} 1999`]);
  });

  it('ends with its holder’s life at the latest', () => {
    const posts = [
      ['Minister of War', '2000-01-10', '2004-01-10'],
      ['Minister of Peace', '2008-01-10', '2009-01-10'],
    ];
    expect(offices(politician(posts, { dod: '2003-05-06' }))).toEqual(['office Minister of War 2000 2003-05-06']);
  });

  it('in Australia is one for all its portfolios, and a seat is listed once', () => {
    const held = (posts: unknown[]): Facts => ({
      'officeholders-2026.ndjson': [
        { qid: 'Q8700001', name: NAME, posts, country: 'Ruritania', kind: 'person', src: 'oa-australia' },
      ],
    });
    expect(offices(held([['Minister for Tides, Innovation', '2013-07-01', '2013-09-18', null]]))).toEqual([
      'office Minister for Tides, Innovation 2013-07-01 2013-09-18',
    ]);
    const seat = ['Australian senator, Tas.', '2011-07-01', '2021-08-29', null];
    const told = ['office Australian senator for Tasmania 2011-07-01 2021-08-29'];
    expect(offices(held([seat]))).toEqual(told);
    const member = politician([['Member of the Senate', '2011-07-01', '2021-08-29']]);
    expect(offices({ ...held([seat]), ...member })).toEqual(told);
  });

  it('in a current list has not ended with the term that the list gives', () => {
    const mayor = (...span: string[]): Facts => ({
      'officeholders-2026.ndjson': [
        {
          name: NAME,
          posts: [['mayor, Hofbau, NY', ...span, null]],
          country: 'United States',
          kind: 'person',
          src: 'os-states',
        },
      ],
    });
    expect(glossesIn(mayor('2020-01-01', '2024-01-02'))).toEqual([
      'American politician · Mayor of Hofbau, New York in 2023',
    ]);
    expect(offices(mayor('2020-01-01', '2024-01-02'))).toEqual([]);
    expect(offices(mayor('2020-01-01', '2028-01-02'))).toHaveLength(1);
  });

  it('in a state of Australia names the state', () => {
    const minister = ['Minister for Health', '2017', '2018'];
    const seat = (house: string): string[] => [`Member of the ${house}`, '2010', '2018'];
    const held = (...pos: unknown[]): string[] => offices(politician(pos, { src: ['australia-cabinet'] }));
    expect(held(minister, seat('South Zendan House of Assembly'))[0]).toBe(
      'office South Zendan Minister for Health 2017 2018',
    );
    expect(held(minister, seat('South Zendan House of Assembly'), seat('House of Representatives'))[0]).toBe(
      'office Minister for Health 2017 2018',
    );
    expect(held(['Premier of South Zenda', '2017', '2018'], seat('South Zendan House of Assembly'))[0]).toBe(
      'office Premier of South Zenda 2017 2018',
    );
  });

  it('is not held by whoever represents its holder in the other house', () => {
    const posts = [
      ['Minister for Tides in the Senate', '2021-10-08', '2022-06-01', null],
      ['Minister for Women', '2021-03-30', '2022-06-01', null],
    ];
    expect(
      offices({
        'officeholders-2026.ndjson': [{ name: NAME, posts, country: 'Ruritania', kind: 'person', src: 'oa-australia' }],
      }),
    ).toEqual(['office Minister for Women 2021-03-30 2022-06-01']);
  });

  it('at the head of a parliament or a party ranks high, and an assistant’s does not', () => {
    expect(isHighPost('Chairman of the National Assembly')).toBe(true);
    expect(isHighPost('General Secretary of the Party')).toBe(true);
    expect(rankOfPost('Minister Assisting for the Tides')).toBe(1);
    expect(rankOfPost('Minister for the Tides')).toBe(2);
  });
});

describe('the kind of an event', () => {
  it('is what the head noun of its name says', () => {
    expect(eventNoun('Harvest protests in Zenda–Hofbau')).toBe('protests');
    expect(eventNoun('2021 Zenda coup d’état attempt'.replace('’', "'"))).toBe('coup attempt');
    expect(eventNoun('2022 shooting of Hofbau police officers')).toBe('shooting');
    expect(eventNoun('First Battle of the Zenda')).toBe('battle');
    expect(eventNoun('Operation Zenda')).toBe('operation');
    expect(eventNoun('Gulf of Zenda incident (1981)')).toBe('incident');
    expect(eventNoun('Zenda Tea Party')).toBe(null);
    expect(kindOfTitle('2022 Zenda coup')?.what).toBe('coup');
    expect(kindOfTitle('PopZenda Games')).toBe(null);
    expect(kindOfTitle('2022 Commonwealth Games')?.what).toBe('sports competition');
  });

  it('is not given to talk about an event, nor to two events at once', () => {
    expect(kindOfTitle('Bordurian interference in the 2020 Ruritanian elections')).toBe(null);
    expect(kindOfTitle('Otto Strakencz presidential campaign endorsements')).toBe(null);
    expect(kindOfTitle('Ruritania at the Zenda World Cup')).toBe(null);
    const listed = (title: string): Facts => ({
      'news-topics-2002-2026.ndjson': [{ title, first: '2016-05-01', last: '2016-05-01', days: 9 }],
    });
    expect(namesIn(listed('Zenda riots, social impact of the Hofbau pandemic'))).toEqual([]);
    expect(namesIn(listed('Zenda movement / Hofbau riots'))).toEqual([]);
    expect(namesIn(listed('Hofbau riots'))).toEqual(['Hofbau riots']);
  });

  it('is not given if several have the same name', () => {
    const battle = (id: number, year: number) => ({
      event: `http://www.wikidata.org/entity/Q870003${id}`,
      date: `${year}-05-17T00:00:00Z`,
      label: 'Battle of Zenda',
      article: `https://en.wikipedia.org/wiki/Battle_of_Zenda_(${year})`,
    });
    expect(namesIn({ 'historic-events.ndjson': [battle(1, 1942)] })).toEqual(['Battle of Zenda']);
    expect(namesIn({ 'historic-events.ndjson': [battle(1, 1942), battle(2, 1994)] })).toEqual([]);
  });
});

describe('the description of a thing', () => {
  it('follows its name if the file has only a rough group', () => {
    expect(buildingNoun('Zenda Kali Temple')).toBe('temple');
    expect(buildingNoun('Tower of Zenda')).toBe('tower');
    expect(buildingNoun('Altare della Zenda')).toBe(null);
    expect(glossesIn(row('religious buildings', { country: 'Ruritania' }, [], 'Hofbau Temple'))).toEqual([
      'Temple in Ruritania',
    ]);
    expect(companyNoun('Zenda Records')).toBe('record label');
    expect(companyNoun('West Bank')).toBe(null);
    expect(glossesIn(row('brands and companies', {}, [], 'Zenda Force'))).toEqual(['Brand or company']);
    expect(glossesIn(row('brands and companies', {}, [], 'Zenda Records'))).toEqual(['Record label']);
    expect(governmentBody('University Grants Commission')).toBe('government body');
    expect(governmentBody('Zenda Industrial Property Institute')).toBe('public institute');
    expect(governmentBody('Zenda National Park')).toBe('protected area');
    expect(listedName('Zhang AN Shipping', 'company')).toBe('Zhang An Shipping');
  });

  it('names the natural feature, or is empty', () => {
    const feature = (title: string): Facts => ({
      'vital-kinds-2024-2025.ndjson': [{ qid: 'Q8700040', title, topic: 'geography: physical' }],
    });
    expect(glossesIn(feature('Hofbau Vlei'))).toEqual([]);
    expect(glossesIn(feature('Hofbau Vlei Lake'))).toEqual(['Lake']);
    expect(
      glossesIn({ ...feature('Hofbau'), 'popular-titles-lc.txt': 'hofbau\n', 'yago-titles-2014.txt': 'Hofbau\n' }),
    ).toEqual(['Place']);
  });

  it('names no maker of a mere part, dates a design before its use, and gives one release', () => {
    const plane = (manufacturer: string): string[] => glossesIn(row('aircraft families', { manufacturer }));
    // The file has whoever built one of its parts, too.
    expect(plane('Zenda Aviation')).toEqual(['Aircraft']);
    expect(plane('Novosibirsk')).toEqual(['Aircraft']);
    const castle = row('castles and palaces', {}, [['castles and palaces construction start year', '1912']]);
    expect(factsIn(castle)).toEqual(['event Dates from 1912 1912']);
    const tank = row('weapon models', {}, [['weapon models introduction year', '1996']]);
    expect(factsIn(tank)).toEqual(['event Designed or introduced 1996 1996']);
    const film = { qid: 'Q8700001', title: 'Zenda by Night', name: 'Zenda by Night', kind: 'film', src: 'films' };
    const releases = factsIn({
      ...row('films', {}, [['films release year', '2005']], 'Zenda by Night'),
      'films-songs-2026.ndjson': [{ ...film, year: 1953 }],
    });
    expect(releases).toEqual(['event Released 2005 2005']);
  });

  it('uses the adjective for its country, and not the word for its people', () => {
    const land = { key: 'zendaland', name: 'Zendaland' };
    const byHand = {
      ...BY_HAND,
      entities: [...BY_HAND.entities, { ...BY_HAND.entities[0], ...land, wikipedia: 'Zendaland', wikidata: 'Q900009' }],
      forms: [...BY_HAND.forms, { ...BY_HAND.forms[0], entity: 'zendaland', form: 'Zendalander' }],
    } as typeof BY_HAND;
    const firm = { name: 'Zenda Air', kind: 'company', country: 'Zendaland', src: 'sp500' };
    const made = rowsOf(tablesOf({ 'companies-media-2026.ndjson': [firm] }, byHand)?.entities);
    expect(made.map(([, , , , gloss]) => gloss)).toEqual(['Zendaland company']);
  });

  it('does not name America because it was shown there', () => {
    const film = { qid: null, title: 'Zenda by Night', name: 'Zenda by Night', kind: 'film', year: 1953, src: 'films' };
    const read = { 'popular-titles-lc.txt': 'zenda by night\n' };
    expect(glossesIn({ 'films-songs-2026.ndjson': [film], ...read })).toEqual(['Film · 1953']);
  });

  it('is a city, or a team of its sport, if description and name say so together', () => {
    const told = (label: string, description: string): string[] =>
      glossesIn({
        'fb15k-wikidata.ndjson': [
          {
            wikidata_id: 'Q8700080',
            label,
            alternatives: [],
            description,
            wikipedia: `https://en.wikipedia.org/wiki/${label.replaceAll(' ', '_')}`,
          },
        ],
      });
    expect(told('Upper Zenda', 'capital city of the free state of Zenda in Ruritania')).toEqual(['City in Ruritania']);
    expect(told('Trade guild', 'organization of workers')).toEqual([]);
    expect(told('Trade Guild', 'organization of workers')).toEqual(['Organization']);
    expect(told('Zenda Cardinals football', 'football team')).toEqual(['American football team']);
    expect(told('Zenda national football team', 'football team')).toEqual(['National football team']);
  });

  it('gives one founding year, or none if it is uncertain', () => {
    const founded = (start: unknown, other: Facts): string[] =>
      factsIn({
        ...other,
        'companies-media-2026.ndjson': [
          { name: 'Zenda Air', kind: 'company', country: 'Ruritania', start, src: 'sp500' },
        ],
      });
    const brand: Facts = {
      'wikidata-notable-rows-2026.ndjson': [
        {
          qid: 'Q8700001',
          name: 'Zenda Air',
          kind: 'airlines',
          sitelinks: 60,
          dates: [['airlines founding year', '1935']],
        },
      ],
    };
    expect(founded('1935', brand)).toEqual(['founded 1935']);
    expect(founded('2012 (1935)', brand)).toEqual([]);
  });

  it('treats one firm in two lists as one, wherever each puts its seat', () => {
    const firm = (src: string, country: string) => ({ name: 'Zenda Air, Inc.', kind: 'company', country, src });
    const both = [firm('sp500', 'Ruritania'), firm('pyticker', 'Borduria')];
    expect(glossesIn({ 'companies-media-2026.ndjson': both })).toEqual(['Ruritanian company']);
  });

  it('has no planet and no street, and keeps the spelling', () => {
    const place = (instance: string): string[] =>
      namesIn({
        'places-wikidata-2022.ndjson': [
          {
            id: 'Q8700090',
            label: 'Hofbau',
            description: 'region of Ruritania',
            instance_of: [instance],
            wikipedia_title: 'Hofbau',
            population: 900_000,
          },
        ],
      });
    expect([place('region'), place('inner planet region')]).toEqual([['Hofbau'], []]);
    const city = (title: string): string[] =>
      namesIn({ 'vital-kinds-2024-2025.ndjson': [{ qid: 'Q8700091', title, topic: 'geography: cities' }] });
    expect([city('Hofbau Zenda'), city('Hofbau Strip')]).toEqual([['Hofbau Zenda'], []]);
    const paper = (title: string): string[] =>
      namesIn({
        'us-newspapers.ndjson': [{ 'WP-title': title, state: 'Ohio', pageid: '1', path: '/wiki/x', qid: 'Q8700092' }],
      });
    expect([paper('Hofbau Sun &amp; Press'), paper('The Hofbau / Zenda Record')]).toEqual([['Hofbau Sun & Press'], []]);
    expect(landNoun('Emirate of Zenda')).toBe('emirate');
    expect(
      glossesIn({
        'places-wikidata-2022.ndjson': [
          {
            id: 'Q8700093',
            label: 'Hofbau',
            description: 'city in Republic of Zenda, Ruritania',
            instance_of: ['city'],
            wikipedia_title: 'Hofbau',
            population: 900_000,
          },
        ],
      }),
    ).toEqual(['City in the Republic of Zenda, Ruritania']);
  });

  it('has the article that fits its kind', () => {
    const college = {
      id: '1',
      name: 'Hofbau College',
      names: ['Hofbau College'],
      acr: [],
      types: ['education'],
      est: 1874,
      country: 'Ruritania',
      city: null,
      q: ['Q8700050'],
      wiki: ['https://en.wikipedia.org/wiki/Hofbau_College'],
      status: 'active',
      parent: [],
    };
    const paper = { 'WP-title': 'The Hof Weekly', state: 'Ohio', pageid: '1', path: '/wiki/x', qid: 'Q8700050' };
    const made = rowsOf(
      tablesOf({
        'ror-orgs.ndjson': [college],
        'us-newspapers.ndjson': [paper],
        'fb15k-wikidata.ndjson': [
          {
            wikidata_id: 'Q8700050',
            label: 'Hofbau College',
            alternatives: [],
            description: 'college in Ruritania',
            wikipedia: 'https://en.wikipedia.org/wiki/Hofbau_College',
          },
        ],
      })?.entities,
    );
    expect(made.map(([, kind, name, , , , , title]) => [kind, name, title])).toEqual([
      ['group', 'Hofbau College', 'Hofbau College'],
    ]);
  });

  it('of an academic body is not “college” if its name says otherwise', () => {
    const body = (name: string, type = 'education'): string | undefined =>
      glossesIn({
        'ror-orgs.ndjson': [
          {
            id: '1',
            name,
            names: [name],
            acr: [],
            types: [type],
            est: null,
            country: 'Ruritania',
            city: null,
            q: ['Q8700051'],
            wiki: [`https://en.wikipedia.org/wiki/${name.replaceAll(' ', '_')}`],
            status: 'active',
            parent: [],
          },
        ],
      })[0];
    expect(body('Hofbau College')).toBe('Ruritanian university or college');
    expect(body('Hofbau High School')).toBe('Ruritanian school');
    expect(body('National Library of Hofbau')).toBe('Ruritanian library');
    expect(body('Hofbau Workers of the World', 'nonprofit')).toBe('Ruritanian trade union');
    expect(body('Hofbau Engineering School', 'facility')).toBe('Ruritanian educational institution');
    expect(body('Hofbau Mathematical Society')).toBe('Ruritanian educational institution');
  });
});
