import type { PropertyName } from '../../../lib/facts';
import type { EntityRow, FactRow, FormRow, PackSource } from '../../../lib/pack';

/** A handful of entities with every kind of row, for tests of the pack. */
const editors = { name: 'Editors', url: null, licence: 'MIT', asOf: '2026-11-22' } as const;
const register = { name: 'Register', url: 'https://register.example/', licence: null, asOf: '2022-12-31' } as const;

export function entity(key: string, name: string, more: Partial<EntityRow> = {}): EntityRow {
  return {
    key,
    kind: 'group',
    name,
    qualifier: '',
    gloss: `${name} in a few words`,
    wikipedia: null,
    wikidata: null,
    formerly: [],
    prominence: 100,
    nouns: [],
    source: editors,
    ...more,
  };
}

export function form(entityKey: string, text: string, more: Partial<FormRow> = {}): FormRow {
  return {
    entity: entityKey,
    form: text,
    use: 'name',
    company: [],
    from: null,
    to: null,
    weight: 1,
    transliterated: false,
    printed: false,
    ...more,
  };
}

export function fact(key: string, property: PropertyName, more: Partial<FactRow> = {}): FactRow {
  return {
    entity: key,
    property,
    value: null,
    words: null,
    back: null,
    start: null,
    end: null,
    source: editors,
    ...more,
  };
}

export const smallSource: PackSource = {
  name: 'Small world',
  edition: '2026-11-22',
  entities: [
    entity('iran', 'Iran', {
      kind: 'place',
      qualifier: 'Country',
      prominence: 220,
      wikipedia: 'Iran',
    }),
    entity('united-states', 'United States', { kind: 'place', prominence: 255 }),
    entity('abu-mahdi-al-muhandis', 'Abu Mahdi al-Muhandis', {
      kind: 'person',
      qualifier: 'Iraq',
      nouns: ['commander'],
      prominence: 90,
    }),
    entity('kataib-hezbollah', 'Kataib Hezbollah', { nouns: ['militia', 'group'], prominence: 80 }),
    entity('popular-mobilization-forces', 'Popular Mobilization Forces', { nouns: ['militia'] }),
    entity('jcpoa', 'Joint Comprehensive Plan of Action', { kind: 'deal', qualifier: '2015', nouns: ['deal'] }),
    entity('new-york-times', 'The New York Times', { kind: 'media', prominence: 200 }),
    entity('times-of-london', 'The Times', { kind: 'media', prominence: 120 }),
    entity('antiwar', 'Antiwar.com', { kind: 'media', prominence: 10 }),
    entity('proxy-war', 'Proxy war', { kind: 'concept' }),
    entity('who', 'World Health Organization'),
  ],
  forms: [
    form('united-states', 'US'),
    form('united-states', 'U.S.'),
    form('united-states', 'American', { use: 'demonym' }),
    form('abu-mahdi-al-muhandis', 'Abu Mahdi al-Muhandis', { transliterated: true }),
    form('abu-mahdi-al-muhandis', 'Abu Mahdi al-Mohandes', { printed: true }),
    form('popular-mobilization-forces', 'Popular Mobilization Force', { printed: true }),
    form('popular-mobilization-forces', 'PMF', { printed: true, weight: 2 }),
    form('jcpoa', 'nuclear deal', { use: 'company', company: ['iran', 'united-states'] }),
    form('jcpoa', '2015 nuclear deal', { from: '2015-07-14', to: '2026-01-31' }),
    form('jcpoa', 'maximum pressure', { use: 'near', company: ['iran'] }),
    form('new-york-times', 'Times', { use: 'short' }),
    form('antiwar', 'Antiwar'),
    form('proxy-war', 'proxy war'),
    form('kataib-hezbollah', "Kata'ib Hizbullah", { transliterated: true }),
    form('who', 'WHO'),
  ],
  facts: [
    fact('abu-mahdi-al-muhandis', 'office', {
      words: 'Deputy head of the Popular Mobilization Forces',
      start: '~2014',
      end: '2020-01-03',
    }),
    fact('abu-mahdi-al-muhandis', 'died', {
      words: 'Killed by a drone at Baghdad airport',
      start: '2020-01-03',
      end: '2020-01-03',
      source: register,
    }),
    fact('jcpoa', 'in-force', { start: '2016-01-16', end: '2018-05', source: register }),
    fact('abu-mahdi-al-muhandis', 'related', {
      value: 'popular-mobilization-forces',
      words: 'deputy head',
      back: 'its deputy head',
      start: '2014',
      end: '2020-01-03',
    }),
    fact('kataib-hezbollah', 'related', { value: 'popular-mobilization-forces', words: 'member' }),
    fact('kataib-hezbollah', 'founded-by', { value: 'abu-mahdi-al-muhandis', back: 'founded it', source: register }),
  ],
  backgrounds: [
    {
      entity: 'jcpoa',
      text: 'An agreement of July 2015 on the nuclear programme of Iran, for relief from sanctions.',
      source: editors,
    },
    { entity: 'antiwar', text: 'A site of news and opinion – “non-interventionist” – from 1995 on.', source: register },
  ],
};
