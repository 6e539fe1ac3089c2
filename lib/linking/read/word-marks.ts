/** What the lists of a language say of a word and many ask of every word of a story: it stands at the word itself, as one number. */
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
  /** "Have", behind who plays. */
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

/** A set of them. */
export type WordMarks = number;

/** The set of each alone. */
export const WORD_MARK = Object.fromEntries(WORD_MARKS.map((mark, at) => [mark, 1 << at])) as Readonly<
  Record<WordMark, WordMarks>
>;
