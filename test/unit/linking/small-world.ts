/** A world of a dozen entities, made for these tests, as a really written pack. */
import {
  type Block,
  type BlockRole,
  type LinkedStory,
  type LinkingChoices,
  linkStory,
  type Mention,
  type StoryMemory,
} from '../../../lib/linking';
import {
  type EntityRow,
  type FactRow,
  type FormRow,
  openPack,
  type Pack,
  type PackSource,
  writePack,
} from '../../../lib/pack';

const source = { name: 'Editors', url: null, licence: 'MIT', asOf: '2026-11-22' } as const;

const entity = (key: string, name: string, kind: EntityRow['kind'], more: Partial<EntityRow> = {}): EntityRow => ({
  key,
  name,
  kind,
  qualifier: '',
  gloss: `${name}, in short`,
  wikipedia: null,
  wikidata: null,
  formerly: [],
  prominence: 100,
  nouns: [],
  source,
  ...more,
});
const form = (key: string, text: string, more: Partial<FormRow> = {}): FormRow => ({
  entity: key,
  form: text,
  use: 'name',
  company: [],
  from: null,
  to: null,
  weight: 1,
  transliterated: false,
  printed: false,
  ...more,
});
const office = (key: string, words: string, start: string, end: string | null): FactRow => ({
  entity: key,
  property: 'office',
  value: null,
  words,
  back: null,
  start,
  end,
  source,
});

export const world: PackSource = {
  name: 'Small world',
  edition: '2026-11-22',
  entities: [
    entity('valdoria', 'Valdoria', 'place', { prominence: 200 }),
    entity('norland', 'Norland', 'place', { prominence: 230 }),
    entity('karsk', 'Karsk', 'place', { prominence: 70 }),
    entity('ada-morrow', 'Ada Morrow', 'person', { prominence: 150 }),
    entity('tom-hale', 'Tom Hale', 'person', { prominence: 100 }),
    entity('eva-hale', 'Eva Hale', 'person', { prominence: 100 }),
    entity('abu-karim-al-muhandis', 'Abu Karim al-Muhandis', 'person', { prominence: 60 }),
    entity('peoples-guard-force', "People's Guard Force", 'group', { nouns: ['militia', 'group'], prominence: 70 }),
    entity('river-brigade', 'River Brigade', 'group', { nouns: ['militia'], prominence: 60 }),
    entity('harbour-pact', 'Harbour Pact', 'deal', { nouns: ['deal'], prominence: 90 }),
    entity('karsk-strike', 'Karsk air strike', 'event', { prominence: 50 }),
    entity('the-daily-times', 'The Daily Times', 'media', { prominence: 150 }),
    entity('valdorian-congress', 'Congress of Valdoria', 'group', { prominence: 100 }),
    entity('norland-congress', 'Congress of Norland', 'group', { prominence: 150 }),
    entity('gala', 'Gala', 'company', { prominence: 120 }),
    entity('world-health-league', 'World Health League', 'group', { prominence: 150 }),
    entity('proxy-war', 'Proxy war', 'concept', { prominence: 60 }),
    entity('mercury-planet', 'Mercury', 'concept', { gloss: 'Planet nearest to the sun, with an orbit of 88 days' }),
    entity('mercury-bank', 'Mercury Bank', 'company', { gloss: 'Lender with deposits, loans and branches' }),
  ],
  forms: [
    form('valdoria', 'Valdorian', { use: 'demonym' }),
    form('norland', 'Norlander', { use: 'demonym' }),
    form('ada-morrow', 'Morrow'),
    form('abu-karim-al-muhandis', 'Abu Karim al-Muhandis', { transliterated: true }),
    form('harbour-pact', 'harbour deal', { use: 'company', company: ['valdoria'] }),
    form('karsk-strike', 'air strike', { use: 'near', company: ['abu-karim-al-muhandis'] }),
    form('the-daily-times', 'Times', { use: 'short' }),
    form('valdorian-congress', 'Congress', { use: 'company', company: ['valdoria'] }),
    form('norland-congress', 'Congress', { use: 'company', company: ['norland'] }),
    form('karsk-strike', 'January 3rd', { use: 'company', company: ['karsk'], from: '2019-06-01', to: '2020-12-31' }),
    form('world-health-league', 'WHL'),
    form('world-health-league', 'WHO'),
    form('proxy-war', 'proxy war'),
    form('mercury-planet', 'Mercury'),
    form('mercury-bank', 'Mercury'),
    form('gala', 'Gala'),
  ],
  facts: [
    office('ada-morrow', 'President of Valdoria', '2015-01-20', '2021-01-20'),
    office('tom-hale', 'President of Norland', '2018-01-01', '2022-01-01'),
    { entity: 'abu-karim-al-muhandis', property: 'related', value: 'peoples-guard-force', words: 'deputy head', back: null, start: null, end: null, source },
  ],
  backgrounds: [],
}; // biome-ignore format: one row a line

/** The small world with something more in it. */
export const worldWith = ({ entities = [], forms = [], facts = [] }: Partial<PackSource>) => [
  openPack(
    writePack({
      ...world,
      entities: [...world.entities, ...entities],
      forms: [...world.forms, ...forms],
      facts: [...world.facts, ...facts],
    }),
  ),
];
/** So that one is related to the other. */
export const tie = (entity: string, value: string) => ({ ...world.facts[0]!, entity, property: 'related' as const, value, words: 'friend', start: null, end: null }); // biome-ignore format: one row a line

export const smallPack: Pack = openPack(writePack(world));

export interface Reading {
  readonly role?: BlockRole;
  readonly day?: string | null;
  readonly choices?: Partial<LinkingChoices>;
  readonly memory?: StoryMemory | null;
  readonly packs?: readonly Pack[];
}

/** A paragraph, or `[role, text, section]`. */
type Given = string | readonly [BlockRole, string, section?: number];

/** Links paragraphs and hands back everything. */
export function link(blocks: readonly Given[], more: Reading = {}): LinkedStory {
  const made = blocks.map(
    (block, id): Block =>
      typeof block === 'string'
        ? { id, text: block, role: more.role ?? 'body' }
        : { id, text: block[1], role: block[0], section: block[2] },
  );
  return linkStory(
    more.packs ?? [smallPack],
    { day: more.day === undefined ? '2020-02-01' : more.day, title: '', blocks: made, memory: more.memory ?? null },
    { refused: {}, muted: [], density: 'normal', ...more.choices },
  );
}

/** `surface → key` of every mention, in reading order. */
export function cards(blocks: readonly Given[], more: Reading = {}): string[] {
  const texts = blocks.map((block) => (typeof block === 'string' ? block : block[1]));
  return link(blocks, more).mentions.map((mention) => `${surfaceOf(mention, texts)} → ${mention.entity}`);
}

export const surfaceOf = ({ block, start, end }: Mention, texts: readonly string[]): string =>
  texts[block]?.slice(start, end) ?? '';
