/**
 * Finds every stand of every surface form in one pass over a text.
 *
 *   letters ──► word hash ──► first-word filter ──no──► next word          (most words end here: one probe)
 *                                 │ yes
 *                                 ├──► prefix filter (the word itself) ──► fingerprint table ──► hit of one word
 *                                 └──► prefix filter (with next word)  ──► walk on while a prefix is known,
 *                                                                          asking the table at each word
 *
 * Both filters have no false "no"; a false "yes" costs time, never a hit. The fast loop knows plain letters only;
 * whatever is rarer (apostrophes, invisible characters, "U.S.") is left to the word scanner, which also has the last
 * word on whether two words may belong to one name. Invariant: both give a word the same hash.
 */
import {
  APOSTROPHE,
  BREAK,
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
import { bucketOf, finish, firstWordBit, joinCheck, joinSlot, laneBits } from './form-hash';
import type { FormIndex } from './form-index';
import { WORDS_LIMIT } from './layout';
import type { Views } from './sections';
import type { Hit } from './types';

export function createDetector({ firstWords, prefixes }: Views, index: FormIndex): (text: string) => Hit[] {
  const shift = 32 - (Math.log2(firstWords.length) + 5);
  const laneCount = prefixes.length;
  const letters = LETTERS;
  const scan = createWordScan();

  const knowsPrefix = (finished: number): boolean => {
    const bits = laneBits(finished);
    return (prefixes[bucketOf(finished, laneCount)]! & bits) === bits;
  };

  const hitOf = (text: string, start: number, end: number, slot: number, check: number): Hit | null => {
    const form = index.find(slot, finish(check));
    return form >= 0 && index.fits(form, text, start, end) ? { start, end, form } : null;
  };

  const oneWord = (text: string, start: number, slot: number): Hit | null => {
    scan.next(text, start);
    return hitOf(text, start, scan.end, slot, joinCheck(0, scan.check));
  };

  /** Hits of two and more words from `start` on, longest first. */
  const longer = (text: string, start: number, hits: Hit[]): void => {
    const found: Hit[] = [];
    scan.next(text, start);
    let slot = joinSlot(0, scan.hash);
    let check = joinCheck(0, scan.check);
    for (let count = 2; count <= WORDS_LIMIT; count++) {
      if (!scan.next(text, scan.resume) || scan.join !== 'gap') break;
      slot = joinSlot(slot, scan.hash);
      check = joinCheck(check, scan.check);
      const finished = finish(slot);
      if (!knowsPrefix(finished)) break;
      const hit = hitOf(text, start, scan.end, finished, check);
      if (hit) found.push(hit);
    }
    for (let at = found.length - 1; at >= 0; at--) hits.push(found[at]!);
  };

  return (text) => {
    const hits: Hit[] = [];
    const length = text.length;
    /** The word before this one, when a form may begin with it: its start, joined hash, and hit of its own. */
    let before = -1;
    let beforeSlot = 0;
    let beforeHit: Hit | null = null;

    let at = 0;
    for (;;) {
      let letter = 0;
      let unit = 0;
      let broken = false;
      for (; at < length; at++) {
        unit = text.charCodeAt(at);
        letter = letters[unit]!;
        if (letter === UNKNOWN) letter = letterOf(unit);
        if (letter > LETTER || letter === DOUBLE) break;
        if (letter === BREAK) broken = true;
      }
      if (at >= length) break;

      const start = at;
      const capital = unit < 0x80 ? unit <= 0x5a && unit >= 0x41 : isCapital(unit);
      let hash = WORD_SEED;
      while (letter > LETTER) {
        hash = Math.imul(hash ^ letter, WORD_STEP);
        if (++at >= length) break;
        letter = letters[text.charCodeAt(at)]!;
      }
      // A space, a comma or the end needs no second look; nor does a dot that no letter follows.
      if (
        at < length &&
        letter !== GAP &&
        letter !== BREAK &&
        !(letter === DOT && (at - start > 1 || at + 1 >= length))
      ) {
        if (letter !== APOSTROPHE || at + 1 < length) {
          scan.next(text, start);
          hash = scan.hash;
          at = scan.resume;
        }
      }

      if (before >= 0) {
        if (!broken && knowsPrefix(finish(joinSlot(beforeSlot, hash)))) longer(text, before, hits);
        if (beforeHit) hits.push(beforeHit);
        before = -1;
        beforeHit = null;
      }
      const bit = firstWordBit(hash, capital, shift);
      if ((firstWords[bit >>> 5]! >>> (bit & 31)) & 1) {
        before = start;
        beforeSlot = joinSlot(0, hash);
        const finished = finish(beforeSlot);
        if (knowsPrefix(finished)) beforeHit = oneWord(text, start, finished);
      }
    }
    if (beforeHit) hits.push(beforeHit);
    return hits;
  };
}
