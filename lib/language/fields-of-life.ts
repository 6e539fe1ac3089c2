/**
 * Fields of life that tell namesakes apart: a striker is not a senator. The words for them are in the language folders.
 */
export const GAMES = [
  'football',
  'gridiron',
  'basketball',
  'baseball',
  'hockey',
  'handball',
  'tennis',
  'golf',
  'cricket',
  'rugby',
  'boxing',
  'wrestling',
  'fighting',
  'athletics',
  'cycling',
  'swimming',
  'skating',
  'skiing',
  'motorsport',
  'gymnastics',
  'chess',
  'rowing',
  'racing',
] as const;

export type FieldOfLife =
  | 'politics'
  | 'business'
  | 'law'
  | 'arms'
  | 'police'
  | 'screen'
  | 'music'
  | 'letters'
  | 'visual'
  | 'media'
  | 'science'
  | 'medicine'
  | 'faith'
  | 'throne'
  | 'activism'
  | 'crime'
  /** Covers all games. */
  | 'sport'
  | (typeof GAMES)[number];

type Fields = readonly FieldOfLife[];

/** Lists of words, by field → the fields of a word. */
export function fieldsByWord(lists: Readonly<Partial<Record<FieldOfLife, string>>>): ReadonlyMap<string, Fields> {
  const found = new Map<string, Fields>();
  for (const [field, words] of Object.entries(lists) as [FieldOfLife, string][]) {
    for (const word of words.trim().split(/\s+/)) found.set(word, [...(found.get(word) ?? []), field]);
  }
  return found;
}

/** "Film director" → "screen". */
export const fieldsByPair = (pairs: Readonly<Record<string, string>>): ReadonlyMap<string, Fields> =>
  new Map(Object.entries(pairs).map(([pair, of]) => [pair, (of === '' ? [] : of.split(' ')) as FieldOfLife[]]));
