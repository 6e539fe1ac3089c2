/**
 * Finds every occurrence of every surface form in one pass over a text.
 *
 *   letters ──► word hash ──► word filter: neither begins a form nor goes on with one ──► next word
 *                                 │                                            (most words end here: one probe)
 *                                 ├── stands alone in a form ──► fingerprint table ──► hit of one word
 *                                 └── second, behind one that begins a form ──► prefix filter (both words)
 *                                        ──► fingerprint table ──► hit of two words; on while the filter says "goes on"
 *
 * Both filters have no false "no"; a false "yes" costs time, never a hit. The fast loop knows plain letters only;
 * whatever is rarer (apostrophes, invisible characters, "U.S.") is left to the word scanner, which also has the last
 * word on dots between words. Invariant: both give a word the same hash.
 */
import { tableSentences } from '../language';
import {
  APOSTROPHE,
  CHECK_SEED,
  checkLetter,
  createWordScan,
  isCapital,
  isPossessive,
  LETTERS,
  letterOf,
  UNKNOWN,
} from '../text';
import {
  continuationKey,
  finish,
  joinCheck,
  joinSlot,
  laneBits,
  slotOf,
  WORD_ALONE,
  WORD_BEGINS,
  WORD_BEGINS_CAPITAL,
  WORD_SECOND,
  wordSlot,
} from './form-hash';
import type { FormIndex } from './form-index';
import { WORDS_LIMIT } from './layout';
import type { Sections } from './sections';
import type { Hit } from './types';

export function createDetector(
  sections: Sections,
  index: FormIndex,
): (text: string, abbreviations?: ReadonlySet<string>) => Hit[] {
  const words = sections.words.view;
  const prefixes = sections.prefixes.view;
  let sound = false;
  const shift = 32 - (Math.log2(words.length) + 3);
  const laneCount = prefixes.length;
  const scan = createWordScan();

  const knows = (finished: number): boolean => {
    const bits = laneBits(finished);
    return (prefixes[slotOf(finished, laneCount)]! & bits) === bits;
  };

  const marksOf = (hash: number): number => {
    const slot = wordSlot(hash, shift);
    return words[slot >>> 3]! >>> ((slot & 7) << 2);
  };

  /** A word's second hash: only possible names deserve a second reading of their letters. */
  const checkOf = (text: string, start: number, end: number, plain: boolean): number => {
    if (!plain) {
      scan.next(text, start);
      return scan.check;
    }
    let check = CHECK_SEED;
    for (let at = start; at < end; at++) check = checkLetter(check, LETTERS[text.charCodeAt(at)]!);
    return check;
  };

  /** Hits of three or more words from `start`, longest first. */
  const longer = (text: string, start: number, hits: Hit[]): void => {
    const found: Hit[] = [];
    scan.next(text, start);
    let slot = joinSlot(0, scan.hash);
    let check = joinCheck(0, scan.check);
    for (let count = 2; count <= WORDS_LIMIT; count++) {
      if (!scan.next(text, scan.resume) || scan.join !== 'gap') break;
      slot = joinSlot(slot, scan.hash);
      check = joinCheck(check, scan.check);
      const form = count > 2 ? index.find(finish(slot), finish(check), text, start, scan.end) : -1;
      if (form >= 0) found.push({ start, end: scan.end, form });
      if (!knows(continuationKey(slot))) break;
    }
    for (let at = found.length - 1; at >= 0; at--) hits.push(found[at]!);
  };

  /** May a name continue across the dot between the word at `start` and the next one? */
  const runsOver = (text: string, start: number): boolean => {
    scan.next(text, start);
    return scan.next(text, scan.resume) && scan.join === 'gap';
  };

  let hits: Hit[] = [];
  // The previous word if a form may begin with it; its own hit, if any, is the last of `hits`.
  let before = -1;
  let beforeEnd = -1;
  let beforePlain = true;
  let beforeSlot = 0;
  let beforeHit = false;
  /** The last dot between two words. */
  let lastDot = -1;
  /** Where the fast loop resumes after a word it could not judge. */
  let resume = 0;

  const putPair = (text: string, start: number, end: number, hash: number, plain: boolean, dotted: boolean): void => {
    const slot = joinSlot(beforeSlot, hash);
    const finished = finish(slot);
    if (!knows(finished) || (dotted && !runsOver(text, before))) return;
    const alone = beforeHit ? hits.pop() : undefined; // longer hits come first
    if (knows(continuationKey(slot))) longer(text, before, hits);
    const first = joinCheck(0, checkOf(text, before, beforeEnd, beforePlain));
    const check = finish(joinCheck(first, checkOf(text, start, end, plain)));
    const form = index.find(finished, check, text, before, end);
    if (form >= 0) hits.push({ start: before, end, form });
    if (alone) hits.push(alone);
  };

  const begin = (text: string, start: number, end: number, hash: number, plain: boolean, marks: number): void => {
    before = start;
    beforeEnd = end;
    beforePlain = plain;
    beforeSlot = joinSlot(0, hash);
    beforeHit = false;
    if ((marks & WORD_ALONE) === 0) return;
    const check = finish(joinCheck(0, checkOf(text, start, end, plain)));
    const form = index.find(finish(beforeSlot), check, text, start, end);
    if (form < 0) return;
    beforeHit = true;
    hits.push({ start, end, form });
  };

  /** Handles a word that may begin a form or continue one (`pending`); returns the next `pending`. */
  const visit = (
    text: string,
    start: number,
    end: number,
    hash: number,
    plain: boolean,
    marks: number,
    pending: number,
  ): number => {
    if ((marks & pending) !== 0) putPair(text, start, end, hash, plain, lastDot >= beforeEnd);
    if ((marks & beginsAt(text, start)) === 0) return 0;
    begin(text, start, end, hash, plain, marks);
    return WORD_SECOND;
  };

  /** Handles the rare character inside a word that the fast loop cannot; returns the next `pending`, sets `resume`. */
  const judge = (text: string, start: number, at: number, hash: number, pending: number): number => {
    const unit = text.charCodeAt(at);
    const letter = LETTERS[unit]!;
    if (letter === UNKNOWN) {
      letterOf(unit);
      resume = start; // now known: the word is read once more
      return pending;
    }
    if (letter === APOSTROPHE && isPossessive(text, at)) {
      resume = at + 2;
      return visit(text, start, at, hash, true, marksOf(hash), pending);
    }
    scan.next(text, start);
    resume = scan.resume;
    return visit(text, start, scan.end, scan.hash, false, marksOf(scan.hash), pending);
  };

  /**
   * The fast loop: a handful of variables and two calls, or the engine would keep them in memory rather than in
   * registers. Literals again (see form-hash.ts), equal to the constants in `lib/text`: if they differ, no name is
   * found at all.
   */
  const pass = (text: string): void => {
    const gap = 1;
    const stop = 0;
    const dot = 4;
    const double = 5;
    const lastClass = 6;
    const seed = 0x2545f491;
    const step = 0x9e3779b1 | 0;
    const beginsAtAll = 3; // with or without a capital: `visit` looks at the letter
    const letters = LETTERS;
    const filter = words;
    const slotShift = shift;
    const length = text.length;
    let pending = 0; // WORD_SECOND: the previous word may have begun a form that continues with this one
    let start = 0;
    let hash = seed;
    for (let at = 0; at < length; at++) {
      const letter = letters[text.charCodeAt(at)]!;
      if (letter > lastClass) {
        hash = Math.imul(hash ^ letter, step);
        continue;
      }
      // A dot behind a single letter may be part of an abbreviation; behind more letters it ends the word.
      if (letter > gap && (letter === dot ? at - start === 1 : at > start || letter >= double)) {
        pending = judge(text, start, at, hash, pending);
        start = resume;
        at = start - 1;
        hash = seed;
        continue;
      }
      if (at > start) {
        const slot = hash >>> slotShift; // wordSlot
        const marks = filter[slot >>> 3]! >>> ((slot & 7) << 2);
        pending = (marks & (beginsAtAll | pending)) === 0 ? 0 : visit(text, start, at, hash, true, marks, pending);
        hash = seed;
      }
      if (letter !== gap) {
        if (letter === stop) pending = 0;
        else if (letter === dot) lastDot = at;
      }
      start = at + 1;
    }
    if (start < length) visit(text, start, length, hash, true, marksOf(hash), pending);
  };

  return (text, abbreviations = tableSentences.abbreviations) => {
    scan.abbreviations = abbreviations;
    if (!sound) {
      // Both filters are checked whole before the first word, so that the loops can read them directly.
      sections.words.check(0, words.length);
      sections.prefixes.check(0, prefixes.length);
      sound = true;
    }
    hits = [];
    before = -1;
    beforeEnd = -1;
    lastDot = -1;
    pass(text);
    const found = hits;
    hits = [];
    return found;
  };
}

/** The mark a word must have to begin a form, depending on whether its first letter is a capital. */
function beginsAt(text: string, start: number): number {
  const unit = text.charCodeAt(start);
  const capital = unit < 0x80 ? (unit - 0x41) >>> 0 < 26 : isCapital(unit);
  return capital ? WORD_BEGINS_CAPITAL : WORD_BEGINS;
}
