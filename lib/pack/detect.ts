/**
 * Finds every stand of every surface form in one pass over a text.
 *
 *   letters ──► word hash ──► first-word filter ──no──► next word          (most words end here: one probe)
 *                                 │ yes
 *                                 ├──► prefix filter (the word itself) ──► fingerprint table ──► hit of one word
 *                                 └──► prefix filter (with next word)  ──► fingerprint table ──► hit of two words,
 *                                                                          and on while the filter says "goes on"
 *
 * Both filters have no false "no"; a false "yes" costs time, never a hit. The fast loop knows plain letters only;
 * whatever is rarer (apostrophes, invisible characters, "U.S.") is left to the word scanner, which also has the last
 * word on dots between words. Invariant: both give a word the same hash.
 */
import {
  BREAK,
  CHECK_SEED,
  checkLetter,
  createWordScan,
  DOT,
  DOUBLE,
  GAP,
  isCapital,
  LETTER,
  LETTERS,
  letterOf,
  UNKNOWN,
  WORD_SEED,
  WORD_STEP,
} from '../text';
import { bucketOf, finish, firstWordBit, goesOn, joinCheck, joinSlot, laneBits } from './form-hash';
import type { FormIndex } from './form-index';
import { WORDS_LIMIT } from './layout';
import type { Views } from './sections';
import type { Hit } from './types';

export function createDetector({ firstWords, prefixes }: Views, index: FormIndex): (text: string) => Hit[] {
  const shift = 32 - (Math.log2(firstWords.length) + 5);
  const laneCount = prefixes.length;
  const scan = createWordScan();

  const knows = (finished: number): boolean => {
    const bits = laneBits(finished);
    return (prefixes[bucketOf(finished, laneCount)]! & bits) === bits;
  };

  const mayBegin = (text: string, start: number, hash: number): number => {
    const bit = firstWordBit(hash, isCapital(text.charCodeAt(start)), shift);
    return (firstWords[bit >>> 5]! >>> (bit & 31)) & 1;
  };

  /** The second hash of a word: only words that may be names are worth a second look at their letters. */
  const checkOf = (text: string, start: number, end: number, plain: boolean): number => {
    if (!plain) {
      scan.next(text, start);
      return scan.check;
    }
    let check = CHECK_SEED;
    for (let at = start; at < end; at++) check = checkLetter(check, LETTERS[text.charCodeAt(at)]!);
    return check;
  };

  /** Hits of three and more words from `start` on, longest first. */
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
      if (!knows(goesOn(slot))) break;
    }
    for (let at = found.length - 1; at >= 0; at--) hits.push(found[at]!);
  };

  /** May a name run over the dot between the word at `start` and the next? */
  const runsOver = (text: string, start: number): boolean => {
    scan.next(text, start);
    return scan.next(text, scan.resume) && scan.join === 'gap';
  };

  return (text) => {
    const hits: Hit[] = [];
    // The word before this one, when a form may begin with it, and the hit of that word alone.
    let before = -1;
    let beforeEnd = -1;
    let beforePlain = true;
    let beforeSlot = 0;
    let beforeHit: Hit | null = null;

    /** Every word that a form may begin with, and the word behind it. */
    const visit = (
      start: number,
      end: number,
      hash: number,
      plain: boolean,
      broken: boolean,
      dotted: boolean,
      begins: number,
    ): void => {
      if (before >= 0) {
        if (!broken) {
          const slot = joinSlot(beforeSlot, hash);
          const finished = finish(slot);
          if (knows(finished) && !(dotted && !runsOver(text, before))) {
            if (knows(goesOn(slot))) longer(text, before, hits);
            const first = joinCheck(0, checkOf(text, before, beforeEnd, beforePlain));
            const check = finish(joinCheck(first, checkOf(text, start, end, plain)));
            const form = index.find(finished, check, text, before, end);
            if (form >= 0) hits.push({ start: before, end, form });
          }
        }
        if (beforeHit) hits.push(beforeHit);
        before = -1;
        beforeHit = null;
      }
      if (begins === 0) return;
      before = start;
      beforeEnd = end;
      beforePlain = plain;
      beforeSlot = joinSlot(0, hash);
      const finished = finish(beforeSlot);
      if (knows(finished)) {
        const form = index.find(finished, finish(joinCheck(0, checkOf(text, start, end, plain))), text, start, end);
        if (form >= 0) beforeHit = { start, end, form };
      }
    };

    const letters = LETTERS;
    const filter = firstWords;
    const length = text.length;
    let pending = 0; // 1: a form may have begun with the last word
    let broken = false;
    let dotted = false;
    let start = 0;
    let hash = WORD_SEED;
    for (let at = 0; at < length; at++) {
      const letter = letters[text.charCodeAt(at)]!;
      if (letter > LETTER) {
        hash = Math.imul(hash ^ letter, WORD_STEP);
        continue;
      }
      if (letter > GAP && needsScan(letter, at - start)) {
        if (letter === UNKNOWN) {
          letterOf(text.charCodeAt(at));
          at--; // now it is known
          continue;
        }
        scan.next(text, start);
        at = scan.resume;
        pending = mayBegin(text, start, scan.hash);
        visit(start, scan.end, scan.hash, false, broken, dotted, pending);
        broken = false;
        dotted = false;
        hash = WORD_SEED;
        start = at;
        at--;
        continue;
      }
      if (at > start) {
        const unit = text.charCodeAt(start);
        const capital = unit < 0x80 ? (unit - 0x41) >>> 0 < 26 : isCapital(unit);
        const bit = firstWordBit(hash, capital, shift);
        const begins = (filter[bit >>> 5]! >>> (bit & 31)) & 1;
        // One branch for both: it is taken for one word in six.
        if ((pending | begins) !== 0) visit(start, at, hash, true, broken, dotted, begins);
        pending = begins;
        broken = false;
        dotted = false;
        hash = WORD_SEED;
      }
      if (letter !== GAP) {
        if (letter === BREAK) broken = true;
        else if (letter === DOT) dotted = true;
      }
      start = at + 1;
    }
    if (start < length) visit(start, length, hash, true, broken, dotted, mayBegin(text, start, hash));
    if (beforeHit) hits.push(beforeHit);
    return hits;
  };
}

/** Is this the rare character inside a word that the fast loop cannot judge? `read` letters stand before it. */
function needsScan(letter: number, read: number): boolean {
  if (letter === UNKNOWN || letter === DOUBLE) return true;
  // A dot behind a single letter may be one of an abbreviation; behind more it ends the word.
  return letter === DOT ? read === 1 : read > 0;
}
