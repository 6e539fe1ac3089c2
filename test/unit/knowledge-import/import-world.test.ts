/** From files of facts to tables: what is carried over, how rows are joined, and that the result is a pack. Long because each kind of source has rows of its own. */
import { afterAll, describe, expect, it } from 'vitest';
import { importWorld } from '../../../assets/knowledge/import/import-world';
import { type Candidate, openPack, writePack } from '../../../lib/pack';
import { readTables } from '../../../lib/pack/tables';
import { BY_HAND, type Facts, factsFolder, removeFolders } from './small-facts';

afterAll(removeFolders);

type Cells = Readonly<Record<string, string>>;

const rowsOf = (table: string): Cells[] => {
  const [head = '', ...lines] = table.trimEnd().split('\n');
  const columns = head.split('\t');
  return lines.map((line) => Object.fromEntries(line.split('\t').map((cell, at) => [columns[at] ?? '', cell])));
};

function run(facts: Facts) {
  const world = importWorld(factsFolder(facts), BY_HAND, ['us']);
  expect(world.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  const { tables } = world;
  if (!tables) throw new Error('no tables');
  const entities = rowsOf(tables.entities);
  return {
    ...world,
    tables,
    entities,
    names: rowsOf(tables.names),
    facts: rowsOf(tables.facts),
    keyOf: (name: string) => entities.filter((row) => row.name === name).map(({ key }) => key),
  };
}

const MINISTER = {
  q: 'Q910001',
  n: 'Zenda Hentzau',
  dob: '1961-03-04',
  dod: null,
  en: 'Zenda Hentzau',
  pos: [
    ['minister of war', '2013-05-01', '2017-01-01'],
    ['minister of war', '2017-01-01', '2021-02-03'],
    ['member of parliament', '2009', '2013'],
  ],
  src: ['ruritania-ministers'],
};

describe('a row of each source', () => {
  it('gives a minister’s offices with dates, joining consecutive terms', () => {
    const { entities, facts } = run({ 'politicians-wikidata-2022.ndjson': [MINISTER] });
    expect(entities).toEqual([
      expect.objectContaining({
        key: 'q910001',
        kind: 'person',
        name: 'Zenda Hentzau',
        qualifier: 'Ruritania',
        gloss: 'Ruritanian politician · Minister of war 2013–2021',
        wikipedia: 'Zenda Hentzau',
        wikidata: 'Q910001',
        source: 'wikidata-2022',
        as_of: '2022-12-31',
      }),
    ]);
    expect(facts.map(({ property, words, start, end }) => [property, words, start, end])).toEqual([
      ['born', '', '1961-03-04', ''],
      ['office', 'Minister of war', '2013', '2021'],
      ['office', 'Member of parliament', '2009', '2013'],
    ]);
  });

  it('gives an office without an end as of its source’s date, and ends it with the holder’s life', () => {
    const { entities, facts } = run({
      'politicians-wikidata-2022.ndjson': [
        { ...MINISTER, pos: [['minister of war', '2019', '']] },
        {
          ...MINISTER,
          q: 'Q910002',
          n: 'Sapt Tarlenheim',
          en: 'Sapt Tarlenheim',
          dod: '2020-05-06',
          pos: [['minister of war', '2019', '']],
        },
      ],
    });
    expect(entities.map(({ gloss }) => gloss)).toEqual([
      'Ruritanian politician · Minister of war from 2019, end not known',
      'Ruritanian politician · Minister of war 2019–2020',
    ]);
    expect(facts.filter(({ property }) => property === 'office').map(({ end }) => end)).toEqual(['', '2020-05-06']);
  });

  it('composes descriptions of things and places, and copies no sentence', () => {
    const { entities } = run({
      'places-wikidata-2022.ndjson': [
        {
          id: 'Q920001',
          label: 'Hofbau',
          description: 'Lovely big town in Upper Land, Ruritania',
          instance_of: ['big city'],
          wikipedia_title: 'Hofbau',
          population: 240000,
        },
      ],
      'fb15k-wikidata.ndjson': [
        {
          wikidata_id: 'Q920002',
          label: 'Hofbau Rangers',
          alternatives: ['HRFC'],
          description: 'Bordurian football club with a sad story',
          wikipedia: 'https://en.wikipedia.org/wiki/Hofbau_Rangers',
        },
      ],
      'parties-partyfacts.ndjson': [
        {
          country: 'Ruritania',
          partyfacts_id: '7',
          wikidata_id: 'Q920003',
          name: 'Blue Elphberg Movement',
          name_short: 'BEM',
          name_native: '',
        },
      ],
      'parties-wikipedia.ndjson': [
        {
          partyfacts_id: '7',
          url: 'https://en.wikipedia.org/wiki/Blue_Elphberg_Movement',
          year_founded: '1988',
          year_dissolved: '',
        },
      ],
    });
    expect(Object.fromEntries(entities.map(({ name, gloss }) => [name, gloss]))).toEqual({
      Hofbau: 'City in Upper Land, Ruritania',
      'Hofbau Rangers': 'Football club in Borduria',
      'Blue Elphberg Movement': 'Ruritanian political party',
    });
  });
});

describe('rows from several sources', () => {
  const PLAYER = {
    title: 'Otto Strakencz',
    name: 'Otto Strakencz',
    kind: 'person',
    occupation: 'football player (forward)',
    country: 'Borduria',
    born: '1980-01-02',
    world_cups: '2002, 2006',
    src: 'worldcup',
  };

  it('are one if they share the article, or name, kind and birth', () => {
    const { entities, facts } = run({
      'sportspeople-2026.ndjson': [PLAYER],
      'vital-kinds-2024-2025.ndjson': [{ qid: 'Q930001', title: 'Otto Strakencz', topic: 'people: sports figures' }],
      'people-pantheon-2025.ndjson': [
        { name: 'Otto Strakencz', occupation: 'soccer player', born: 1980, hpi: 70, src: 'pantheon2025' },
      ],
    });
    expect(entities).toEqual([
      expect.objectContaining({ key: 'q930001', gloss: 'Bordurian football player · World Cup 2002, 2006' }),
    ]);
    expect(facts).toEqual([
      expect.objectContaining({ property: 'born', start: '1980-01-02', source: 'world-cup-2026' }),
    ]);
  });

  it('are two if births differ, and are left out if nothing decides', () => {
    const { entities, problems } = run({
      'sportspeople-2026.ndjson': [
        { ...PLAYER, title: null },
        {
          name: 'Otto Strakencz',
          kind: 'person',
          occupation: 'NBA basketball player',
          seasons: ['2001', '2009'],
          src: 'nba',
        },
      ],
      'people-pantheon-2025.ndjson': [
        { name: 'Otto Strakencz', occupation: 'singer', born: 1944, hpi: 70, src: 'pantheon2025' },
      ],
    });
    // The singer, who has no article and no country, nobody could tell from the other.
    expect(entities.map(({ gloss }) => gloss)).toEqual(['Bordurian football player · World Cup 2002, 2006']);
    expect(problems).toEqual([
      expect.objectContaining({ file: 'sportspeople-2026.ndjson.gz', line: 2, column: 'name', severity: 'left-out' }),
    ]);
  });

  it('take a date from the more trusted source, and note the other', () => {
    const { facts, problems } = run({
      'sportspeople-2026.ndjson': [PLAYER],
      'vital-kinds-2024-2025.ndjson': [{ title: 'Otto Strakencz', topic: 'people: sports figures', born: '1981' }],
    });
    expect(facts.map(({ start }) => start)).toEqual(['1980-01-02']);
    expect(problems).toEqual([
      expect.objectContaining({ file: 'vital-kinds-2024-2025.ndjson.gz', line: 1, column: 'born', severity: 'remark' }),
    ]);
  });

  it('give way to hand-written rows, by id and by name', () => {
    const { entities, choice } = run({
      'vital-kinds-2024-2025.ndjson': [
        { qid: 'Q900010', title: 'Rudolf V', topic: 'people: politicians and leaders', born: '1970' },
        { title: 'Strelsau', topic: 'geography: cities' },
        { qid: 'Q930009', title: 'Flavia Elphberg', topic: 'people: politicians and leaders', born: '1971' },
      ],
    });
    expect(entities.map(({ name }) => name)).toEqual(['Flavia Elphberg']);
    expect(choice?.byHand).toBe(2);
  });
});

describe('names of imported entities', () => {
  const city = (id: number, label: string, title: string, population: number) => ({
    id: `Q94000${id}`,
    label,
    description: 'City in Ruritania',
    instance_of: ['city'],
    wikipedia_title: title,
    population,
  });

  it('need context if they are dictionary words or small places', () => {
    const { names } = run({
      'places-wikidata-2022.ndjson': [
        city(1, 'Orange', 'Orange, Ruritania', 900_000),
        city(2, 'Klenze', 'Klenze', 30_000),
        city(3, 'Gruenstadt', 'Gruenstadt', 800_000),
      ],
    });
    expect(names.map(({ form, use, company }) => [form, use, company])).toEqual([
      ['Orange', 'company', 'q900001'],
      ['Klenze', 'company', 'q900001'],
    ]);
  });

  it('of people on a sanctions list need a second cue, and a single word from an alias is not a name', () => {
    const { names, entities } = run({
      'sanctions-lists-2026.ndjson': [
        {
          name: 'Black Michael Gang',
          aliases: ['Target', 'Duke Michael Men'],
          kind: 'organisation',
          lists: ['UN Ruritania'],
          listed: '2010-01-02',
          country: 'Ruritania',
          src: 'un-sanctions',
        },
      ],
    });
    expect(names.map(({ form, use, company }) => [form, use, company])).toEqual([
      ['Black Michael Gang', 'company', 'q900001;q900003'],
      ['Duke Michael Men', 'company', 'q900001;q900003'],
    ]);
    expect(entities.map(({ key, wikidata }) => [key, wikidata])).toEqual([['black-michael-gang-group', '']]);
  });

  it('link a city before the many people with it as surname', () => {
    const people = ['Lloyd', 'Jane', 'Stephen', 'Charles', 'Mary'].map((given, at) => ({
      ...MINISTER,
      q: `Q95000${at}`,
      n: `${given} Gruenstadt`,
      en: `${given} Gruenstadt`,
    }));
    const { tables } = run({
      'places-wikidata-2022.ndjson': [city(3, 'Gruenstadt', 'Gruenstadt', 950_000)],
      'politicians-wikidata-2022.ndjson': people,
    });
    const { source, problems } = readTables('small', [
      { path: 'sources.tsv', text: tables.sources },
      { path: 'entities.tsv', text: tables.entities },
      { path: 'facts.tsv', text: tables.facts },
    ]);
    expect(problems).toEqual([]);
    const pack = openPack(writePack(source));
    const found = (text: string): Candidate[] => pack.detect(text).flatMap(({ form }) => pack.candidates(form));
    const uses = found('He went to Gruenstadt.').map(({ entity, use }) => `${pack.entity(entity).kind} ${use}`);
    expect(uses.filter((use) => use === 'place name')).toHaveLength(1);
    expect(uses.filter((use) => use !== 'place name')).toEqual(Array(5).fill('person short'));
  });

  it('that are part of the full name count after it, except one word of a known company', () => {
    const { names } = run({
      'places-wikidata-2022.ndjson': [city(3, 'Gruenstadt', 'Gruenstadt', 950_000)],
      'notable-things-2026.ndjson': [
        { qid: 'Q970001', enwiki: 'Gruenstadt_Heat', year: 1990, pageViews: 90_000, deck: 'sport-teams' },
        { qid: 'Q970003', enwiki: 'Target_Corporation', year: 1990, pageViews: 900_000, deck: 'business-companies' },
      ],
      'wikidata-notable-rows-2026.ndjson': [
        { qid: 'Q970001', name: 'Gruenstadt Heat', kind: 'nba franchises', sitelinks: 60 },
        { qid: 'Q970002', name: 'Gruenstadt F.C.', kind: 'football clubs', sitelinks: 60 },
      ],
    });
    expect(names.map(({ entity, form, use }) => [entity, form, use])).toEqual([
      ['q970001', 'Heat', 'short'],
      ['q970002', 'Gruenstadt', 'short'],
      ['q970003', 'Target', 'short'],
    ]);
  });

  it('of American bodies are written as in news; acronyms of little-known ones need the country', () => {
    const { names } = run({
      'igos-supraverden.yaml':
        'United States Board of Targets:\n  Name_en: United States Board of Targets\n  Wikidata_code: Q980001\n',
      'parties-partyfacts.ndjson': [
        {
          country: 'Ruritania',
          partyfacts_id: '7',
          wikidata_id: 'Q980002',
          name: 'Blue Elphberg Movement',
          name_short: 'BEM',
          name_native: '',
        },
      ],
    });
    expect(names.map(({ entity, form, use, company }) => [entity, form, use, company])).toEqual([
      ['q980001', 'U.S. Board of Targets', 'name', ''],
      ['q980002', 'BEM', 'company', 'q900001'],
    ]);
  });

  it('do not turn a work titled with one common word into an entity', () => {
    const { entities } = run({
      'wikidata-notable-rows-2026.ndjson': [
        { qid: 'Q960001', name: 'Target', kind: 'films', dates: [['films release year', '2019']], sitelinks: 90 },
        {
          qid: 'Q960002',
          name: 'The Prisoner of Hofbau Castle',
          kind: 'films',
          dates: [['films release year', '2019']],
          sitelinks: 190,
          facts: { director: 'Otto Strakencz' },
        },
      ],
    });
    expect(entities.map(({ name, gloss, qualifier }) => [name, gloss, qualifier])).toEqual([
      ['The Prisoner of Hofbau Castle', 'Film · Otto Strakencz, 2019', '2019'],
    ]);
  });
});

it('gives the same tables for the same files, in whatever order they are listed', () => {
  const facts: Facts = {
    'politicians-wikidata-2022.ndjson': [
      MINISTER,
      { ...MINISTER, q: 'Q910009', n: 'Rassendyll Burlesdon', en: 'Rassendyll Burlesdon' },
    ],
  };
  const backwards: Facts = {
    'politicians-wikidata-2022.ndjson': [...(facts['politicians-wikidata-2022.ndjson'] as Cells[])].reverse(),
  };
  const [one, again, other] = [run(facts), run(facts), run(backwards)];
  expect(again.tables).toEqual(one.tables);
  expect(other.tables).toEqual(one.tables);
});
