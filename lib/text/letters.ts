/**
 * What each UTF-16 code unit means for matching names: part of a word (then its folded letter), or one of the classes
 * below. A flat table of 65,536 entries costs the detector one load per character. It is filled in blocks of 256 on
 * first use, because folding all of Unicode would cost a service worker 40 ms at start.
 *
 * Invariant: an entry above `LETTER` is a letter or digit, folded (no case, no accent); surrogates always break words.
 */

/** Ends a word and a name: sentence punctuation, quotes, brackets, emoji. */
export const BREAK = 0;
/** Ends a word, not a name: spaces, hyphens, slashes, ampersand. */
export const GAP = 1;
/** Invisible to a reader: zero-width, bidi controls, soft hyphen, combining marks. */
export const IGNORED = 2;
/** Apostrophes of all kinds: dropped inside a word ("Kata'ib") unless a possessive s follows. */
export const APOSTROPHE = 3;
/** A full stop: dropped inside an abbreviation ("U.S."), a gap after one, otherwise a break. */
export const DOT = 4;
/** A letter that folds to two ("æ", "ß"). */
export const DOUBLE = 5;
/** Its block has not been filled yet. */
export const UNKNOWN = 6;
/** Higher entries are folded letters. */
export const LETTER = 6;

const BLOCK_BITS = 8;
const BLOCK_SIZE = 1 << BLOCK_BITS;

const CLASSES: ReadonlyArray<readonly [number, string]> = [
  [
    GAP,
    ' \t\n\v\f\r-/&\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\u2010\u2011\u2012\u2013\u2212\u30fb\u00b7\ufe63\uff0d\uff0f',
  ],
  [APOSTROPHE, "'`\u00b4\u2018\u2019\u201b\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u02c8\u2032\u05f3\uff07"],
  [IGNORED, '\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff'],
  [DOT, '.\u2024\uff0e'],
];

/** Letters without a canonical decomposition that English newspapers print as plain ones. */
const PLAIN: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ŧ: 't',
  ŋ: 'n',
  ƒ: 'f',
  ə: 'e',
  ɓ: 'b',
  ɗ: 'd',
  ĸ: 'k',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ĳ: 'ij',
};

const NOT_A_WORD = /^[^\p{L}\p{N}]/u;
const MARK = /^\p{M}/u;
const BEYOND_THE_TABLE = /[\u{10000}-\u{10ffff}]/u;

const table = new Uint16Array(0x10000).fill(UNKNOWN);
const doubles = new Map<number, string>();

function classify(code: number): number {
  if (code >= 0xd800 && code <= 0xdfff) return BREAK;
  const character = String.fromCharCode(code);
  for (const [kind, characters] of CLASSES) if (characters.includes(character)) return kind;
  if ((code >= 0x2000 && code <= 0x200a) || code === 0x2011) return GAP;
  if ((code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069)) return IGNORED;
  if (MARK.test(character)) return IGNORED;
  if (NOT_A_WORD.test(character)) return BREAK;
  const lower = character
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]|[\u02b9\u02bb-\u02bf]/gu, '');
  // Some ideographs are variants of one outside the table: those break words, so these must too.
  if (BEYOND_THE_TABLE.test(lower)) return BREAK;
  const plain = PLAIN[lower] ?? lower;
  if (plain.length > 1) doubles.set(code, plain);
  return plain.length > 1 ? DOUBLE : plain.length === 1 ? Math.max(plain.charCodeAt(0), LETTER + 1) : IGNORED;
}

/** The table itself, for loops that cannot afford a call; for an `UNKNOWN` call `letterOf`. */
export const LETTERS: Readonly<Uint16Array> = table;

/** Class or folded letter of a code unit. */
export function letterOf(code: number): number {
  const known = table[code & 0xffff]!;
  if (known !== UNKNOWN) return known;
  const start = (code >> BLOCK_BITS) << BLOCK_BITS;
  for (let unit = start; unit < start + BLOCK_SIZE; unit++) table[unit] = classify(unit);
  return table[code & 0xffff]!;
}

/** The letters a `DOUBLE` folds to. */
export const doubleOf = (code: number): string => doubles.get(code) ?? '';

/** Is the code unit a capital letter? */
export function isCapital(code: number): boolean {
  if (code < 0x80) return code >= 0x41 && code <= 0x5a;
  const character = String.fromCharCode(code);
  return character.toLowerCase() !== character && character.toUpperCase() === character;
}
