/**
 * Finds one word after another and folds it. Every part of Backstory that must agree on what a word is (detector, pack
 * writer, stems, keys of the reader's choices) uses this scanner.
 *
 * Invariant: `hash` and `check` depend only on the folded letters, so "Kata'ib" and "Kataib" are one word; the
 * detector's fast path computes the same `hash` (see `WORD_SEED`, `WORD_STEP`).
 */
import { APOSTROPHE, BREAK, DOT, DOUBLE, doubleOf, IGNORED, LETTER, letterOf } from './letters';
import { unitAt } from './unit-at';

export const WORD_SEED = 0x2545f491;
/** Odd and unstructured, so that the top bits of a product depend on every letter. */
export const WORD_STEP = 0x9e3779b1 | 0;
export const CHECK_SEED = 0x6a09e667;

/** Adds a letter to a word's second, independent hash. */
export const checkLetter = (check: number, letter: number): number =>
  Math.imul(((check << 7) | (check >>> 25)) ^ letter, 0x85ebca77);

/** What separates a word from the previous one. */
export type Join = 'start' | 'gap' | 'break';

export interface WordScan {
  /** Moves to the next word at or after `from` (0, or `resume`); false if there is none. */
  next(text: string, from: number): boolean;
  /** First and last+1 code unit of the word, without possessive s. */
  start: number;
  end: number;
  /** Where the search for the next word resumes: after a possessive. */
  resume: number;
  hash: number;
  check: number;
  /** May a name continue from the previous word into this one? */
  join: Join;
  /** The folded letters of the latest word found in `text`. */
  folded(text: string): string;
  /**
   * Words after which a name may continue across a full stop, in lower case. They depend on the language of the text.
   */
  abbreviations: ReadonlySet<string>;
}

/**
 * The latest folded words, by the upper bits of the hash, which depend on every letter. News repeats its words, and a
 * string shared by all occurrences is hashed once, however many sets it is looked up in.
 */
const RECENT_BITS = 13;
const recentWords: string[] = new Array(1 << RECENT_BITS).fill('');

const LONGEST_ABBREVIATION = 6;
const NONE: ReadonlySet<string> = new Set();

const isLetter = (unit: number): boolean => {
  const letter = letterOf(unit);
  return letter > LETTER || letter === DOUBLE;
};

export function createWordScan(abbreviations: ReadonlySet<string> = NONE): WordScan {
  let previousEnd = -1;
  let previousStart = -1;
  let previousInitial = false; // "J", "U.S": a single letter, or the last of several with dots

  const endsAbbreviation = (text: string): boolean =>
    previousInitial ||
    (previousEnd - previousStart <= LONGEST_ABBREVIATION &&
      scan.abbreviations.has(text.slice(previousStart, previousEnd).toLowerCase()));

  /** Reads separators from `from`: how they join, and where the next word starts. */
  const skip = (text: string, from: number): boolean => {
    const { length } = text;
    let broken = false;
    let at = from;
    for (; at < length; at++) {
      const unit = unitAt(text, at);
      const letter = letterOf(unit);
      if (letter > LETTER || letter === DOUBLE) break;
      if (letter === BREAK) broken = true;
      else if (letter === DOT) {
        const glued = at + 1 < length && isLetter(unitAt(text, at + 1));
        if (!glued && !(at === previousEnd && endsAbbreviation(text))) broken = true;
      }
    }
    if (at >= length) return false;
    scan.join = previousEnd < 0 ? 'start' : broken ? 'break' : 'gap';
    scan.start = at;
    return true;
  };

  const scan: WordScan = {
    start: 0,
    end: 0,
    resume: 0,
    hash: 0,
    check: 0,
    join: 'start',
    abbreviations,
    next(text, from) {
      if (from === 0) previousEnd = -1;
      if (!skip(text, from)) return false;
      const { length } = text;
      let hash = WORD_SEED;
      let check = CHECK_SEED;
      let end = scan.start;
      let at = scan.start;
      let piece = 0; // letters since the start or the last dot of an abbreviation
      let dots = 0;
      let resume = -1;
      for (; at < length; at++) {
        const unit = unitAt(text, at);
        const letter = letterOf(unit);
        if (letter > LETTER) {
          hash = Math.imul(hash ^ letter, WORD_STEP);
          check = checkLetter(check, letter);
        } else if (letter === DOUBLE) {
          for (const part of doubleOf(unit)) {
            hash = Math.imul(hash ^ part.charCodeAt(0), WORD_STEP);
            check = checkLetter(check, part.charCodeAt(0));
          }
        } else if (letter === IGNORED) continue;
        else if (letter === APOSTROPHE) {
          if (isPossessive(text, at)) {
            resume = at + 2;
            break;
          }
          continue;
        } else if (letter === DOT && piece === 1 && at + 1 < length && isLetter(unitAt(text, at + 1))) {
          piece = 0;
          dots++;
          continue;
        } else break;
        piece++;
        end = at + 1;
      }
      const chain = dots > 0 && piece === 1;
      // The last dot belongs to the abbreviation: "U.S." includes both.
      if (chain && resume < 0 && end < length && letterOf(unitAt(text, end)) === DOT) end++;
      scan.end = end;
      scan.resume = resume < 0 ? end : resume;
      scan.hash = hash;
      scan.check = check;
      previousEnd = scan.resume;
      previousStart = scan.start;
      previousInitial = piece === 1;
      return true;
    },
    folded(text) {
      const at = scan.hash >>> (32 - RECENT_BITS);
      const known = recentWords[at]!;
      if (foldsTo(known, text, scan.start, scan.end)) return known;
      const made = foldWord(text, scan.start, scan.end);
      recentWords[at] = made;
      return made;
    },
  };
  return scan;
}

/** Is the apostrophe at `at` followed by a possessive s and no further letter: "Iran's"? */
export function isPossessive(text: string, at: number): boolean {
  const unit = unitAt(text, at + 1);
  if (unit !== 0x73 && unit !== 0x53) return false;
  for (let behind = at + 2; behind < text.length; behind++) {
    const letter = letterOf(unitAt(text, behind));
    if (letter === IGNORED) continue;
    return letter <= LETTER && letter !== DOUBLE && letter !== APOSTROPHE;
  }
  return true;
}

/** Folds the letters of one word just as `next` hashed them. */
export function foldWord(text: string, start: number, end: number): string {
  let folded = '';
  for (let at = start; at < end; at++) {
    const unit = unitAt(text, at);
    const letter = letterOf(unit);
    if (letter > LETTER) folded += String.fromCharCode(letter);
    else if (letter === DOUBLE) folded += doubleOf(unit);
  }
  return folded;
}

/** Are these the word's folded letters? Letters that fold to two are left to `foldWord`. */
function foldsTo(folded: string, text: string, start: number, end: number): boolean {
  let length = 0;
  for (let at = start; at < end; at++) {
    const letter = letterOf(unitAt(text, at));
    if (letter === DOUBLE || (letter > LETTER && folded.charCodeAt(length++) !== letter)) return false;
  }
  return length === folded.length;
}
