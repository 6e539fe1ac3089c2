/** What a language's lists say about a word, for questions asked of every word: kept with the word as one number. */
const WORD_MARKS = [
  'article',
  'particle',
  'opener',
  'title',
  /** `NameWords.sharedHeads` */
  'shared-head',
  'arena',
  /** "The president" may begin with it. */
  'office',
  'place-preposition',
  'language-preposition',
  'place-noun',
  'naming',
  'speech',
  'press',
  'pointer',
  'other-game',
  'and',
  /** "Senate". */
  'house',
  /** "Have", after a team. */
  'plural',
  /** "Thrashed". */
  'beats',
  /** "To" of "lost at home to". */
  'away',
  /** "They" of "when they play". */
  'they',
  'trade',
] as const;

type WordMark = (typeof WORD_MARKS)[number];

/** A set of marks, as bits. */
export type WordMarks = number;

/** Each mark as a set of one. */
export const WORD_MARK = Object.fromEntries(WORD_MARKS.map((mark, at) => [mark, 1 << at])) as Readonly<
  Record<WordMark, WordMarks>
>;
