/**
 * The closed list of what a fact can say: subject, property, value. Each maps to Wikidata's property where there is one, so
 * that facts of elsewhere can be joined to ours. The words of a card are composed from it by `components/kit/fact-words.ts`.
 */

/**
 * What stands as the value: an entity, a number of the unit that the property has, a place on the globe, or nothing, where
 * the property says it all ("in force"). With `words` the fact is told in free words alone: the exception.
 */
export type ValueKind = 'entity' | 'quantity' | 'coordinates' | 'none' | 'words';

/**
 * How a fact is told on the card of its subject:
 * - `office`  a post held
 * - `role`    anything else that somebody is for a time
 * - `status`  how a deal, law, war or group stands in a span
 * - `life`    a point that begins or ends the entity
 * - `event`   a dated happening
 * - `figure`  a number with its date
 */
export type LineKind = 'office' | 'role' | 'status' | 'life' | 'event' | 'figure';

export interface Property {
  /** Stands in packs: never given anew, not even when its property is gone. */
  readonly number: number;
  /** Wikidata's property (`P…`), or null where it has none. */
  readonly wikidata: string | null;
  readonly value: ValueKind;
  /** The line that it makes on the card of its subject; null: it is told among the ties alone. */
  readonly line: LineKind | null;
  /** Is its subject no more after it? */
  readonly ends?: true;
}

export const PROPERTIES = {
  /** A person held an office. Free words where the office is no entity. */
  office: { number: 1, wikidata: 'P39', value: 'entity', line: 'office' },
  /** An office is at the head of a country, an organisation, a city. One person at a time holds it. */
  heads: { number: 2, wikidata: 'P2389', value: 'entity', line: null },
  /** An office belongs to a country or an organisation, but is not at its head. */
  'post-in': { number: 3, wikidata: 'P1001', value: 'entity', line: null },
  /** Somebody who is no entity of ours held this office; the words are the name. */
  'held-by': { number: 4, wikidata: 'P1308', value: 'words', line: 'office' },
  role: { number: 5, wikidata: null, value: 'words', line: 'role' },

  'member-of': { number: 6, wikidata: 'P463', value: 'entity', line: null },
  party: { number: 7, wikidata: 'P102', value: 'entity', line: null },
  employer: { number: 8, wikidata: 'P108', value: 'entity', line: null },
  'plays-for': { number: 9, wikidata: 'P54', value: 'entity', line: null },
  relative: { number: 10, wikidata: 'P1038', value: 'entity', line: null },
  citizen: { number: 11, wikidata: 'P27', value: 'entity', line: null },

  born: { number: 12, wikidata: 'P569', value: 'none', line: 'life' },
  died: { number: 13, wikidata: 'P570', value: 'none', line: 'life', ends: true },
  'killed-in': { number: 14, wikidata: 'P509', value: 'entity', line: null },
  founded: { number: 15, wikidata: 'P571', value: 'none', line: 'life' },
  ended: { number: 16, wikidata: 'P576', value: 'none', line: 'life', ends: true },
  'founded-by': { number: 17, wikidata: 'P112', value: 'entity', line: null },
  'replaced-by': { number: 18, wikidata: 'P1366', value: 'entity', line: null },

  'part-of': { number: 19, wikidata: 'P361', value: 'entity', line: null },
  parent: { number: 20, wikidata: 'P749', value: 'entity', line: null },
  'owned-by': { number: 21, wikidata: 'P127', value: 'entity', line: null },
  'located-in': { number: 22, wikidata: 'P276', value: 'entity', line: null },
  capital: { number: 23, wikidata: 'P36', value: 'entity', line: null },
  coordinates: { number: 24, wikidata: 'P625', value: 'coordinates', line: null },

  signed: { number: 25, wikidata: 'P585', value: 'none', line: 'event' },
  'signed-by': { number: 26, wikidata: 'P1891', value: 'entity', line: null },
  'in-force': { number: 27, wikidata: 'P7588', value: 'none', line: 'status' },
  'party-to': { number: 28, wikidata: 'P1344', value: 'entity', line: null },
  'under-way': { number: 29, wikidata: 'P580', value: 'none', line: 'status' },
  'took-place': { number: 30, wikidata: 'P585', value: 'none', line: 'event' },

  award: { number: 31, wikidata: 'P166', value: 'entity', line: 'event' },
  'terrorist-to': { number: 32, wikidata: 'P3461', value: 'entity', line: 'status' },
  'sanctioned-by': { number: 33, wikidata: null, value: 'entity', line: 'status' },
  'wanted-by': { number: 34, wikidata: null, value: 'entity', line: 'status' },
  ally: { number: 35, wikidata: null, value: 'entity', line: null },
  opponent: { number: 36, wikidata: null, value: 'entity', line: null },

  population: { number: 37, wikidata: 'P1082', value: 'quantity', line: 'figure' },
  gdp: { number: 38, wikidata: 'P2131', value: 'quantity', line: 'figure' },
  deaths: { number: 39, wikidata: 'P1120', value: 'quantity', line: 'figure' },

  event: { number: 40, wikidata: 'P793', value: 'words', line: 'event' },
  status: { number: 41, wikidata: null, value: 'words', line: 'status' },
  figure: { number: 42, wikidata: null, value: 'words', line: 'figure' },
  /** A tie that only words tell. */
  related: { number: 43, wikidata: null, value: 'entity', line: null },

  /** An office at the head of something beside the one that leads it: a prime minister under a president. */
  'second-in': { number: 44, wikidata: 'P1001', value: 'entity', line: null },
  /** A minister, an adviser, and the president under whom it was. */
  'served-under': { number: 45, wikidata: null, value: 'entity', line: null },
} as const satisfies Readonly<Record<string, Property>>;

export type PropertyName = keyof typeof PROPERTIES;

export const PROPERTY_NAMES = Object.keys(PROPERTIES) as readonly PropertyName[];

export const propertyOf = (name: PropertyName): Property => PROPERTIES[name];
