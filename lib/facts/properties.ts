/**
 * The closed list of what a fact can say: subject, property, value. Each maps to a Wikidata property if there is one,
 * so that facts from elsewhere can be merged. `components/kit/fact-words.ts` composes a card's words from it.
 */

/**
 * What the value is: an entity, a number in the property's unit, coordinates, or nothing if the property says it all
 * ("in force"). With `words` the fact is told in free words alone, as an exception.
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
  /** Stored in packs: never reused, not even after its property is gone. */
  readonly number: number;
  /** Wikidata's property (`P…`), or null if there is none. */
  readonly wikidata: string | null;
  readonly value: ValueKind;
  /** The kind of line on its subject's card; null if it is told only as a tie. */
  readonly line: LineKind | null;
  /** The kind of line on its value's card, if any. */
  readonly told?: LineKind;
  /** `no-tie`: told as a line, not as a tie. `dated`: a line if it has a date, else only a tie. */
  readonly way?: 'no-tie' | 'dated';
  /** Does the subject end with it? */
  readonly ends?: true;
  /** Can its subject have only one? */
  readonly once?: true;
}

export const PROPERTIES = {
  /** A person held an office; free words if the office is not an entity. */
  office: { number: 1, wikidata: 'P39', value: 'entity', line: 'office' },
  /** An office is the head of a country, organisation or city, held by one person at a time. */
  heads: { number: 2, wikidata: 'P2389', value: 'entity', line: null },
  /** An office belongs to a country or organisation but is not its head. */
  'post-in': { number: 3, wikidata: 'P1001', value: 'entity', line: null },
  /** A person without an entity held this office; the words are the name. */
  'held-by': { number: 4, wikidata: 'P1308', value: 'words', line: 'office' },
  role: { number: 5, wikidata: null, value: 'words', line: 'role' },

  'member-of': { number: 6, wikidata: 'P463', value: 'entity', line: null },
  party: { number: 7, wikidata: 'P102', value: 'entity', line: null },
  employer: { number: 8, wikidata: 'P108', value: 'entity', line: null },
  'plays-for': { number: 9, wikidata: 'P54', value: 'entity', line: null },
  relative: { number: 10, wikidata: 'P1038', value: 'entity', line: null },
  citizen: { number: 11, wikidata: 'P27', value: 'entity', line: null },

  born: { number: 12, wikidata: 'P569', value: 'none', line: 'life', once: true },
  died: { number: 13, wikidata: 'P570', value: 'none', line: 'life', ends: true, once: true },
  'killed-in': { number: 14, wikidata: 'P509', value: 'entity', line: null },
  founded: { number: 15, wikidata: 'P571', value: 'none', line: 'life', once: true },
  ended: { number: 16, wikidata: 'P576', value: 'none', line: 'life', ends: true, once: true },
  'founded-by': { number: 17, wikidata: 'P112', value: 'entity', line: 'life', way: 'dated' },
  'replaced-by': { number: 18, wikidata: 'P1366', value: 'entity', line: null },

  'part-of': { number: 19, wikidata: 'P361', value: 'entity', line: null },
  parent: { number: 20, wikidata: 'P749', value: 'entity', line: null },
  'owned-by': { number: 21, wikidata: 'P127', value: 'entity', line: 'status', way: 'dated' },
  'located-in': { number: 22, wikidata: 'P276', value: 'entity', line: null },
  capital: { number: 23, wikidata: 'P36', value: 'entity', line: null },
  coordinates: { number: 24, wikidata: 'P625', value: 'coordinates', line: null, once: true },

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
  /** A tie that only words can describe. */
  related: { number: 43, wikidata: null, value: 'entity', line: null },

  /** An office at the head of something next to the one that leads it: a prime minister under a president. */
  'second-in': { number: 44, wikidata: 'P1001', value: 'entity', line: null },
  /** A minister or adviser, and the president they served under. */
  'served-under': { number: 45, wikidata: null, value: 'entity', line: null },
  'founded-in': { number: 46, wikidata: 'P740', value: 'entity', line: 'life' },
  launched: { number: 47, wikidata: 'P571', value: 'none', line: 'life' },
  'first-broadcast': { number: 48, wikidata: 'P571', value: 'none', line: 'life' },
  opened: { number: 49, wikidata: 'P1619', value: 'none', line: 'life' },
  closed: { number: 50, wikidata: 'P3999', value: 'none', line: 'life', ends: true },
  dissolved: { number: 51, wikidata: 'P576', value: 'none', line: 'life', ends: true },
  'split-from': { number: 52, wikidata: 'P807', value: 'entity', line: 'life', way: 'dated' },

  announced: { number: 53, wikidata: null, value: 'none', line: 'event' },
  adopted: { number: 54, wikidata: null, value: 'none', line: 'event' },
  agreed: { number: 55, wikidata: null, value: 'none', line: 'event' },
  published: { number: 56, wikidata: 'P577', value: 'none', line: 'event' },
  'signed-in': { number: 57, wikidata: 'P276', value: 'entity', line: 'event' },
  /** A law, and the head of state who signed it. */
  'signed-into-law': { number: 58, wikidata: 'P1891', value: 'entity', line: 'event' },
  'held-in': { number: 59, wikidata: 'P276', value: 'entity', line: 'event' },
  /** A championship, and the country that will host it. */
  'given-to': { number: 60, wikidata: null, value: 'entity', line: 'event', way: 'no-tie' },

  joined: { number: 61, wikidata: 'P463', value: 'entity', line: 'event', told: 'event', way: 'no-tie' },
  left: { number: 62, wikidata: 'P463', value: 'entity', line: 'event', told: 'event', way: 'no-tie' },
  rejoined: { number: 63, wikidata: 'P463', value: 'entity', line: 'event', told: 'event', way: 'no-tie' },
  'suspended-from': { number: 64, wikidata: null, value: 'entity', line: 'event', told: 'event', way: 'no-tie' },
  /** A place, and who took it by force. */
  'captured-by': { number: 65, wikidata: null, value: 'entity', line: 'event', told: 'event', way: 'no-tie' },
  /** A place, and who controls it, other than its state. */
  'controlled-by': { number: 66, wikidata: null, value: 'entity', line: 'status' },
  'detained-in': { number: 67, wikidata: 'P2632', value: 'entity', line: 'role' },
  /** To an office. */
  elected: { number: 68, wikidata: null, value: 'entity', line: 'event', way: 'no-tie' },
  're-elected': { number: 69, wikidata: null, value: 'entity', line: 'event', way: 'no-tie' },
  'in-office': { number: 70, wikidata: null, value: 'none', line: 'status' },
  'in-government': { number: 71, wikidata: null, value: 'none', line: 'status' },
  'in-opposition': { number: 72, wikidata: null, value: 'none', line: 'status' },
  majority: { number: 73, wikidata: null, value: 'entity', line: 'status', way: 'no-tie' },

  members: { number: 74, wikidata: 'P2124', value: 'quantity', line: 'figure' },
  'in-ranks': { number: 75, wikidata: null, value: 'quantity', line: 'figure' },
  'deaths-about': { number: 76, wikidata: 'P1120', value: 'quantity', line: 'figure' },

  'fought-in': { number: 77, wikidata: 'P607', value: 'entity', line: null },
  began: { number: 78, wikidata: null, value: 'entity', line: null },
  'attacked-in': { number: 79, wikidata: null, value: 'entity', line: null },
  'defeated-in': { number: 80, wikidata: null, value: 'entity', line: null },
  won: { number: 81, wikidata: 'P1346', value: 'entity', line: null },
  lost: { number: 82, wikidata: null, value: 'entity', line: null },
  'carried-out': { number: 83, wikidata: 'P8031', value: 'entity', line: null },
  ordered: { number: 84, wikidata: null, value: 'entity', line: null },
  'led-by': { number: 85, wikidata: 'P1037', value: 'entity', line: null },
  negotiated: { number: 86, wikidata: null, value: 'entity', line: null },
  'took-part-in': { number: 87, wikidata: 'P1344', value: 'entity', line: null },
  target: { number: 88, wikidata: 'P533', value: 'entity', line: null },
  'led-to': { number: 89, wikidata: 'P1542', value: 'entity', line: null },
  'followed-by': { number: 90, wikidata: 'P156', value: 'entity', line: null },
  /** A treaty, and the war it ended. */
  settled: { number: 91, wikidata: null, value: 'entity', line: null },
  /** For events; things that stand somewhere use `located-in`. */
  'happened-in': { number: 92, wikidata: 'P276', value: 'entity', line: null },
  'organised-by': { number: 93, wikidata: 'P664', value: 'entity', line: null },
  'made-by': { number: 94, wikidata: 'P176', value: 'entity', line: null },
  'funded-by': { number: 95, wikidata: 'P8324', value: 'entity', line: null },
  'supported-by': { number: 96, wikidata: null, value: 'entity', line: null },
  enemy: { number: 97, wikidata: null, value: 'entity', line: null },
  rival: { number: 98, wikidata: null, value: 'entity', line: null },
  'branch-of': { number: 99, wikidata: null, value: 'entity', line: null },
  /** An army, and the state or party it belongs to. */
  'forces-of': { number: 100, wikidata: null, value: 'entity', line: null },
  'agency-of': { number: 101, wikidata: null, value: 'entity', line: null },
  /** A national team, and the country it plays for. */
  represents: { number: 102, wikidata: 'P1532', value: 'entity', line: null },
  'hosted-by': { number: 103, wikidata: 'P17', value: 'entity', line: null },
  'rebels-against': { number: 104, wikidata: null, value: 'entity', line: null },
} as const satisfies Readonly<Record<string, Property>>;

export type PropertyName = keyof typeof PROPERTIES;

export const PROPERTY_NAMES = Object.keys(PROPERTIES) as readonly PropertyName[];

export const propertyOf = (name: PropertyName): Property => PROPERTIES[name];
