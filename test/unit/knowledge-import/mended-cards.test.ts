/** What the check of 300 imported cards found wrong or misleading: a row of each kind, told rightly. Long because each kind has rows of its own. */
import { afterAll, describe, expect, it } from 'vitest';
import { governmentBody } from '../../../assets/knowledge/import/government-body';
import { kindOfDescription, kindOfTitle } from '../../../assets/knowledge/import/kind-of-words';
import { landNoun } from '../../../assets/knowledge/import/land-noun';
import { listedName } from '../../../assets/knowledge/import/listed-name';
import { rankOfPost } from '../../../assets/knowledge/import/rank-of-post';
import { type Facts, glossesIn, namesIn, removeFolders, rowsOf, tablesOf, usesIn } from './small-facts';

afterAll(removeFolders);

const factsIn = (facts: Facts): string[] =>
  rowsOf(tablesOf(facts)?.facts).map(([, ...cells]) => cells.slice(0, 6).join(' ').replace(/\s+/g, ' ').trim());

const holder = (src: string, posts: unknown[], country = 'United States'): Facts => ({
  'officeholders-2026.ndjson': [{ name: 'Otto Strakencz', posts, country, kind: 'person', src }],
});
const politician = (pos: unknown[], more: object = {}): Facts => ({
  'politicians-wikidata-2022.ndjson': [
    { q: 'Q8921', n: 'Otto Strakencz', en: 'Otto Strakencz', src: ['ruritania'], pos, ...more },
  ],
});
const vital = (title: string, topic: string, more: object = {}): Facts => ({
  'vital-kinds-2024-2025.ndjson': [{ qid: 'Q8922', title, topic, ...more }],
});
const listed = (title: string, first = '2016-05-01'): Facts => ({
  'news-topics-2002-2026.ndjson': [{ title, first, last: first, days: 9 }],
});

describe('an office', () => {
  it('of a mayor names the town', () => {
    expect(glossesIn(holder('os-states', [['mayor, Hofbau, NY', '2022-01-01', '2027-01-01', null]]))).toEqual([
      'American politician · Mayor of Hofbau, New York since 2022, as of 2026',
    ]);
  });

  it('of a member of the European Parliament has no group, and no start that is merely that of the current term', () => {
    const posts = [
      ['Member of the European Parliament (ECR)', '1994-07-19', '2019-07-01', null],
      ['Member of the European Parliament (ECR)', '2024-07-16', null, null],
    ];
    expect(glossesIn(holder('ttp-mep', posts.slice(0, 1), 'Ruritania'))).toEqual([
      'Ruritanian politician · Member of the European Parliament until 2019',
    ]);
    expect(glossesIn(holder('ttp-mep', posts.slice(1), 'Ruritania'))).toEqual([
      'Ruritanian politician · Member of the European Parliament in 2024',
    ]);
    expect(factsIn(holder('ttp-mep', posts, 'Ruritania'))).toHaveLength(1);
    // The seat of 2024 goes before the one that ended, and behind a government.
    expect(glossesIn(holder('ttp-mep', posts, 'Ruritania'))).toEqual([
      'Ruritanian politician · Member of the European Parliament in 2024',
    ]);
  });

  it('has no “since” if its source is old, and continues if its end is in the future', () => {
    expect(glossesIn(politician([['minister of war', '2019', null]]))).toEqual([
      'Ruritanian politician · Minister of war from 2019, end not known',
    ]);
    expect(glossesIn(holder('os-states', [['governor, OH', '2023-01-09', '2031-01-11', null]]))).toEqual([
      'American politician · Governor of Ohio since 2023, as of 2026',
    ]);
  });

  it('comes before the country if there is no room for both, the highest office first', () => {
    const long = 'minister of the interior, of public works, of lighthouses and of the fisheries of the coast';
    expect(glossesIn(politician([[long.slice(0, 70), '2010', '2014']]))).toEqual([
      `Politician · M${long.slice(1, 70)} 2010–2014`.slice(0, 90).length < 90
        ? expect.stringMatching(/^Politician · Minister of the interior.* 2010–2014$/)
        : expect.stringMatching(/^Minister of the interior.* 2010–2014$/),
    ]);
    const posts = [
      ['prime minister of Ruritania', '2000', '2003'],
      ['deputy prime minister', '2010', '2014'],
      ['minister of war', '2005', '2006'],
    ];
    expect(glossesIn(politician(posts))).toEqual(['Ruritanian politician · Prime minister of Ruritania 2000–2003']);
    expect([rankOfPost('President'), rankOfPost('President of the Senate'), rankOfPost('Deputy minister')]).toEqual([
      3, 2, 1,
    ]);
  });

  it('held twice is one term only if the gap is short, and is not cut short by a term within it', () => {
    expect([rankOfPost('Premier of South Zenda'), rankOfPost('Minister of War')]).toEqual([3, 2]);
    const offices = (...pos: unknown[]): string[] =>
      factsIn(politician(pos)).filter((line) => line.startsWith('office'));
    const first = ['minister of war', '2000-01-10', '2004-01-10'];
    expect(offices(first, ['minister of war', '2004-02-10', '2008-01-10'])).toHaveLength(1);
    expect(offices(first, ['minister of war', '2004-11-10', '2008-01-10'])).toHaveLength(2);
    expect(offices(first, ['minister of war', '2001-01-10', '2002-01-10'])).toEqual([
      'office Minister of war 2000 2004',
    ]);
  });

  it('is replaced by the next if its text is too long', () => {
    const long =
      'deputy prime minister and minister for lighthouses, infrastructure, transport and the whole of the coast';
    expect(
      glossesIn(
        politician([
          [long, '2016', '2017'],
          ['minister of war', '2013', '2015'],
        ]),
      ),
    ).toEqual(['Ruritanian politician · Minister of war 2013–2015']);
  });

  it('describes a diplomat, or a singer who was one', () => {
    const posts = [['ambassador to Borduria', '2001', '2005']];
    expect(glossesIn(politician(posts))).toEqual(['Ruritanian diplomat · Ambassador to Borduria 2001–2005']);
    const singer = {
      qid: 'Q8921',
      name: 'Otto Strakencz',
      occupation: 'singer',
      born: 1924,
      hpi: 70,
      src: 'pantheon2025',
    };
    expect(glossesIn({ ...politician(posts), 'people-pantheon-2025.ndjson': [singer] })[0]).toMatch(
      /^Ruritanian singer/,
    );
    const minister = politician([['minister of war', '2001', '2005']]);
    expect(glossesIn({ ...minister, 'people-pantheon-2025.ndjson': [singer] })[0]).toMatch(/^Ruritanian politician/);
  });
});

describe('an event', () => {
  const event = (label: string, date = '1951-05-01'): Facts => ({
    'historic-events.ndjson': [
      {
        event: 'http://www.wikidata.org/entity/Q8923',
        date: `${date}T00:00:00Z`,
        label,
        article: `https://en.wikipedia.org/wiki/${label}`,
      },
    ],
  });

  it('has the year of its latest possible day, or the first of an unknown month', () => {
    expect(factsIn(event('Battle of Zenda', '1951-05-17'))).toEqual(['took-place 1951 1951']);
  });

  it('has the year in its own name, even if the file says another', () => {
    expect(glossesIn(event('1971 Zenda riots', '1914-01-01'))).toEqual(['Riots · 1971']);
    expect(glossesIn(event('Zenda revolt', '1951-01-01'))).toEqual(['Revolt · 1951']);
  });

  it('is military if one of its words is', () => {
    const told = (label: string) => glossesIn(event(label))[0];
    expect(told('Zenda gathering')).toBe('Event · 1951');
    expect(told('Operation Zenda')).toBe('Operation · 1951');
    expect(told('Action of 4 May 1951')).toBe('Military event · 1951');
    expect(told('Siege of Hofbau')).toBe('Siege · 1951');
  });

  it('is described by its title, not by its last word alone', () => {
    const what = (title: string) => kindOfTitle(title)?.what ?? null;
    expect(what('2016 Zenda refugee crisis')).toBe('crisis');
    expect(what('2016 Hofbau explosion')).toBe('explosion');
    expect(what('Otto Strakencz 2024 presidential campaign')).toBe('election campaign');
    expect(what('2016 Zenda missile strikes')).toBe('attack');
    expect(what('2016 Zenda ceasefire')).toBe('ceasefire');
    expect(what('2016 Zenda gas leak')).toBe('accident');
    expect(what('2016 Zenda measles outbreak')).toBe('outbreak of a disease');
    expect(what('2016 Zenda tornado outbreak')).toBe('disaster');
    expect(what('2016 Summer Paralympics')).toBe('Paralympic Games');
    expect(what('Southern Zenda Convention')).toBe(null);
    expect(what('Ruritania and the Zenda war')).toBe(null);
    expect(what('Vaccines during the Zenda pandemic')).toBe(null);
    expect(what('Economy of the Zenda Union')).toBe(null);
  });

  it('is not two at once, and has the year of its own name', () => {
    expect(namesIn(listed('Zenda protests; Hofbau protests'))).toEqual([]);
    expect(glossesIn(listed('Zenda protests'))).toEqual(['Protests · in the news in 2016']);
    expect(glossesIn(listed('2018 Zenda protests'))).toEqual(['Protests']);
  });

  it('is not a concept, nor a game named after one', () => {
    const common = { 'factbook.tar.gz': 'a prisoner, the prisoner, any prisoner of war, a war, the war' };
    expect(namesIn({ ...vital('Prisoner of war', 'history'), ...common })).toEqual([]);
    expect(namesIn({ ...vital('Zenda war', 'history'), ...common })).toEqual(['Zenda war']);
    expect(namesIn(vital('Zenda Zenda Revolution', 'sports, games and recreation'))).toEqual([]);
    expect(namesIn(vital("Zenda's Company", 'culture: education, language, media'))).toEqual([]);
  });
});

describe('a place', () => {
  const town = (description: string, classes: string[], label = 'Hofbau'): Facts => ({
    'places-wikidata-2022.ndjson': [
      { id: 'Q8924', label, description, instance_of: classes, wikipedia_title: label, population: 900_000 },
    ],
  });

  it('is not in a fragment of a sentence, and not in itself', () => {
    expect(glossesIn(town('City in Ruritania. Hofbau is south of Zenda, Ruritania', ['city']))).toEqual([
      'City in Ruritania',
    ]);
    expect(glossesIn(town('City in western Zenda, Ruritania', ['city']))).toEqual(['City in Ruritania']);
    expect(glossesIn(town('City in Hofbau, Ruritania', ['city']))).toEqual(['City in Ruritania']);
    expect(glossesIn(town('City in Upper Zenda, Ruritania', ['city']))).toEqual(['City in Upper Zenda, Ruritania']);
  });

  it('is a province if its country calls it one', () => {
    expect(glossesIn(town('Province of Ruritania', ['province of Ruritania']))).toEqual(['Province in Ruritania']);
    expect(glossesIn(town('Part of Ruritania', ['oblasts of Russia']))[0]).toMatch(/^Oblast/);
  });

  it('has a population of an unknown year', () => {
    expect(factsIn(town('City in Ruritania', ['city']))).toEqual(['population 900000']);
    const many = { ...town('City in Ruritania', ['city']) };
    const [row] = many['places-wikidata-2022.ndjson'] as object[];
    expect(factsIn({ 'places-wikidata-2022.ndjson': [{ ...row, population: 251_704_000 }] })).toEqual([]);
  });

  it('that is a natural feature is described by its name, or the map', () => {
    expect(glossesIn(vital('Zenda River', 'geography: physical'))).toEqual(['River']);
    const drawn = {
      'airports-rivers-regions.ndjson': [{ name: 'Zenda Barrens', kind: 'desert', rank: 1, src: 'naturalearth' }],
    };
    expect(glossesIn({ ...vital('Zenda Barrens', 'geography: physical'), ...drawn })).toEqual(['Desert']);
    expect([landNoun('Mount Zenda'), landNoun('Zenda (island)'), landNoun('Zenda')]).toEqual([
      'mountain',
      'island',
      null,
    ]);
    expect(namesIn(vital('Provinces of Ruritania', 'geography: countries and regions'))).toEqual([]);
  });

  it('is spelled out where the map abbreviates it', () => {
    const drawn = (name: string): string[] =>
      namesIn({ 'airports-rivers-regions.ndjson': [{ name, kind: 'mountain', rank: 1, src: 'naturalearth' }] });
    expect(drawn('Zenda Pk.')).toEqual(['Zenda Peak']);
    expect(drawn('ZENDA MTS.')).toEqual(['Zenda Mountains']);
    expect(drawn('Archipel des Zenda')).toEqual([]);
    expect(drawn('Zenda Bwl.')).toEqual([]);
  });

  it('with a common name needs its state', () => {
    const county = (id: number, state: string) => ({
      ...{
        id: `Q893${id}`,
        label: 'Zenda County',
        description: `County in ${state}, Ruritania`,
        instance_of: ['county'],
      },
      ...{ wikipedia_title: `Zenda County, ${state}`, population: 9_000_000 },
    });
    const both: Facts = { 'places-wikidata-2022.ndjson': [county(1, 'Upper Land'), county(2, 'Lower Land')] };
    expect(usesIn(both)).toContain('Zenda County company');
    expect(usesIn({ 'places-wikidata-2022.ndjson': [county(1, 'Upper Land')] })).not.toContain('Zenda County company');
  });
});

describe('a person', () => {
  it('in a rough group is described by what is certain', () => {
    const topic = 'people: military, revolutionaries, activists';
    expect(glossesIn(vital('Otto Strakencz', topic, { born: '1948' }))).toEqual([
      'Known in war, revolt or protest, born 1948',
    ]);
    expect(
      glossesIn({
        ...vital('Otto Strakencz', topic, { born: '1600' }),
        'pantheon1.ndjson': [{ name: 'Otto Strakencz' }],
      }),
    ).toEqual(['Known in war, revolt or protest']);
    const actor = vital('Otto Strakencz', 'people: entertainers, directors, producers');
    expect(glossesIn({ ...actor, 'pantheon1.ndjson': [{ name: 'Otto Strakencz' }] })).toEqual([
      'Known in film, television or theatre',
    ]);
  });

  it('from America plays soccer, and football is another game', () => {
    const player = (country: string): Facts => ({
      'sportspeople-2026.ndjson': [
        {
          title: 'Otto Strakencz',
          name: 'Otto Strakencz',
          kind: 'person',
          occupation: 'football player',
          country,
          world_cups: '2022',
          src: 'worldcup',
        },
      ],
    });
    expect(glossesIn(player('United States'))[0]).toMatch(/^American soccer player/);
    expect(glossesIn(player('Ruritania'))[0]).toMatch(/^Ruritanian football player/);
    expect(kindOfDescription('American football player')?.what).toBe('American football player');
    expect(kindOfDescription('Ruritanian football player')?.what).toBe('football player');
  });
});

it('finds the word for a public body in its name', () => {
  expect(governmentBody('National Assembly')).toBe('parliament');
  expect(governmentBody('Zenda Museum of Art')).toBe('museum');
  expect(governmentBody('Royal Zenda Navy')).toBe('armed force');
  expect(governmentBody('Zenda Food Agency')).toBe('government body');
  expect(governmentBody('Hofbau')).toBe('public body');
  expect(governmentBody('Zenda Agency', 'Ruritanska Hofbau')).toBe('government body');
  expect(kindOfTitle('3rd Zenda Congress')?.what).toBe('term of a parliament');
  expect(kindOfTitle('Zenda Park')).toBe(null);
});

it('spells names from sanctions lists as texts do', () => {
  expect(listedName('Limited Liability Company ‘trimix’', 'company')).toBe('Trimix');
  expect(listedName('General Bureau OF Atomic Energy', 'group')).toBe('General Bureau of Atomic Energy');
  expect(listedName('Llc Unimatik', 'company')).toBe('Unimatik');
  expect(listedName('Zenda Jsc', 'company')).toBe('Zenda');
  expect(listedName('Otto Al-strakencz', 'person')).toBe('Otto al-Strakencz');
  expect(listedName('RI Su Zenda', 'person')).toBe('Ri Su Zenda');
  expect(listedName("Lord's Resistance", 'group')).toBe("Lord's Resistance");
});

it('links listed people by no common words, and a firm without “& Company”', () => {
  const listed = (name: string): string[] =>
    namesIn({
      'sanctions-lists-2026.ndjson': [{ name, aliases: [], kind: 'company', lists: ['EU UKR'], src: 'eu-sanctions' }],
    });
  expect(listed('Llc ‘Orange Target’')).toEqual([]);
  expect(listed('Llc ‘Zenda Target’')).toEqual(['Zenda Target']);
  const firm = { name: 'Zendar & Company', aliases: [], kind: 'company', country: 'Ruritania', src: 'pyticker' };
  expect(namesIn({ 'companies-media-2026.ndjson': [firm] })).toEqual(['Zendar']);
});

it('keeps a library and a conference from the vital list', () => {
  expect(glossesIn(vital('Library of Zenda', 'culture: education, language, media'))).toEqual(['Library']);
  expect(glossesIn(vital('Zenda Conference', 'history'))).toEqual(['Conference']);
});

it('says “U.S.” only of national things, and keeps umlauts only in German names', () => {
  const body = (name: string): string[] =>
    usesIn({
      'ror-orgs.ndjson': [
        {
          id: '1',
          name,
          names: [],
          acr: [],
          types: ['government'],
          country: 'United States',
          q: ['Q8925'],
          wiki: [`https://en.wikipedia.org/wiki/${name}`],
          status: 'active',
          parent: [],
        },
      ],
    });
  expect(body('National Zenda Service')).toContain('U.S. National Zenda Service name');
  expect(body('California Zenda Department')).not.toContain('U.S. California Zenda Department name');
  const spelt = politician([['minister of war', '2001', '2005']], { n: 'Otto Strükencz', en: 'Otto Strükencz' });
  expect(usesIn(spelt)).not.toContain('Otto Struekencz name');
});
