// biome-ignore format: one list
const POINTED = [
  'vice president', 'president', 'prime minister', 'chancellor', 'premier', 'king', 'queen', 'pope', 'secretary general',
  'secretary of state', 'foreign minister', 'attorney general', 'governor', 'mayor', 'supreme leader',
];

/**
 * Words for offices in the tables, which are English; titles in other languages are translated into them (`Titles`).
 */
export const offices: OfficeWords = {
  qualifiers: new Set(['former', 'then', 'ex', 'late', 'acting', 'interim', 'deposed', 'elect', 'designate']),
  past: new Set(['former', 'ex', 'late', 'deposed', 'then']),
  others: new Set([
    ...['former', 'ex', 'late', 'deposed', 'then', 'previous', 'past', 'next', 'future', 'first', 'last'],
    ...['a', 'an', 'another', 'any', 'every', 'each', 'no'],
  ]),
  // biome-ignore format: one list
  named: [
    ...POINTED,
    'deputy prime minister', 'emir', 'sultan', 'crown prince', 'foreign secretary', 'defence minister', 'defense minister',
    'finance minister', 'interior minister', 'speaker', 'director general', 'chief executive', 'taoiseach', 'chairman',
    'chair',
  ],
  pointed: POINTED,
  local: ['governor', 'mayor'],
  same: [
    ['premier', 'prime minister'],
    ['chairman', 'chair '],
  ],
};

interface OfficeWords {
  /** They say that the holder no longer holds the office, or does not yet. */
  readonly qualifiers: ReadonlySet<string>;
  readonly past: ReadonlySet<string>;
  /** Before an office: someone other than today's holder. */
  readonly others: ReadonlySet<string>;
  /** Titles that name one post of one country or body, unlike "Gen." and "Mr". */
  readonly named: readonly string[];
  /** Titles with which a text refers back to the holder: "the president". */
  readonly pointed: readonly string[];
  /** Titles of a town or a state. */
  readonly local: readonly string[];
  /** A title, and another way in which its office may begin. */
  readonly same: readonly (readonly [title: string, office: string])[];
}
