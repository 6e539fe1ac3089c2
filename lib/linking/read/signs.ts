/** What stands around a name or in the story: without it most evidence has nothing to say. */
const SIGNS = [
  /** It may mean several things. */
  'rivals',
  /** Among the first words of its block. */
  'head',
  /** Titles before it. */
  'title',
  /** "University of" before it. */
  'institution',
  'place-preposition',
  'place-noun',
  /** "Called" before it, here or at another occurrence of the same words. */
  'called',
  /** An article before it, definite or not. */
  'article',
  /** A word of a set phrase or of something named after places. */
  'phrase',
  /** Behind it: something only a word, several things, persons or a newsroom would have or do. */
  'verb',
  /** Right behind it, here or at another occurrence of the same words. */
  'comma',
  /** A digit beside it. */
  'digit',
  /** "South" before it. */
  'direction',
  /** A capitalised word beside it, joined by a space. */
  'capital',
  /** "The elder" before it or behind it. */
  'generation',
  /** A quotation mark before it, here or at another occurrence of the same words. */
  'quote',
  /** "Sister" before it, here or at another occurrence of the same words. */
  'kin',
  /** "New" before it. */
  'newer',
  /** It is also a month. */
  'month',
  /** Its capital proves no name. */
  'ordinary',
  /** The story has words of games, concerts or races. */
  'arena',
  /** A comma or an "and" before it or behind it. */
  'listed',
  /** A semicolon anywhere in its block. */
  'semicolon',
] as const;

export type Sign = (typeof SIGNS)[number];

/** A set of signs, as bits. */
export type Signs = number;

/** Each sign as a set of one. */
export const SIGN = Object.fromEntries(SIGNS.map((sign, at) => [sign, 1 << at])) as Readonly<Record<Sign, Signs>>;

export const signs = (...all: readonly Sign[]): Signs => all.reduce((sum, sign) => sum | SIGN[sign], 0);
