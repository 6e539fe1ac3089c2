/**
 * How well the names of each row match what somebody typed. Words are told apart and folded as the linker does it; the
 * last one may be half typed. One text of all names is gone through by the engine's own search: two million letters in
 * a few milliseconds, without a word of an index in memory.
 */
import { tableNames } from '../language';
import { foldText, skeleton } from '../text';
import { FORM_SIGN, ROW_SIGN, SKELETON_SIGN } from './layout';
import type { NameIndex } from './types';

/** From the best on. A row that is not found has `NO_MATCH`. */
export const MATCHES = {
  /** It is a name of the entity. */
  name: 0,
  /** It is a surname, an adjective, a form that needs something beside it. */
  form: 1,
  /** A name begins with these words. */
  begins: 2,
  /** These words stand in a name. */
  within: 3,
  /** The last word is half typed. */
  beginsHalf: 4,
  withinHalf: 5,
  /** All words stand in one name, somewhere. */
  apart: 6,
  /** A transliterated name, spelt otherwise. */
  spelling: 7,
} as const;
export const NO_MATCH = 255;

const SPACE = 32;
/** One word says little of how it is spelt: as in linking. */
const SHORTEST_SPELLING = 5;

/** One of `MATCHES` for each row; null where nothing was typed that has a letter. */
export function matchNames(index: NameIndex, typed: string): Uint8Array | null {
  const sought = foldText(typed);
  if (sought === '') return null;
  const best = new Uint8Array(index.entityCount).fill(NO_MATCH);
  const bare = foldText(typed.trim().replace(tableNames.article, ''));
  matchTogether(index, sought, best);
  if (bare !== sought && bare !== '') matchTogether(index, bare, best);
  const words = bare.split(' ');
  if (words.length > 1) matchApart(index, words, best);
  else if (bare.length < SHORTEST_SPELLING) return best;
  matchSpelling(index, typed, best);
  return best;
}

/** The words as they stand, one after the other, from the beginning of a word on. */
function matchTogether(index: NameIndex, sought: string, best: Uint8Array): void {
  const { text } = index;
  eachWord(index, sought, (row, at) => {
    const sign = signBefore(text, at);
    if (sign === SKELETON_SIGN) return;
    const first = text.charCodeAt(at - 1) !== SPACE;
    const next = text.charCodeAt(at + sought.length);
    // Not a number behind the last letter of all.
    const ends = !(next >= SPACE);
    let match: number;
    if (first && ends) match = sign === FORM_SIGN ? MATCHES.form : MATCHES.name;
    else if (ends || next === SPACE) match = first ? MATCHES.begins : MATCHES.within;
    else match = first ? MATCHES.beginsHalf : MATCHES.withinHalf;
    if (match < best[row]!) best[row] = match;
  });
}

/** Each word begins one of the words of the same name; the longest is the rarest, and looked for. */
function matchApart(index: NameIndex, words: readonly string[], best: Uint8Array): void {
  const { text } = index;
  const longest = words.reduce((one, other) => (other.length > one.length ? other : one));
  eachWord(index, longest, (row, at) => {
    if (best[row]! <= MATCHES.apart) return;
    const from = nameAt(text, at);
    if (text[from] === SKELETON_SIGN) return;
    let to = at;
    while (text.charCodeAt(to) >= SPACE) to++;
    // Every word of the name begins behind a space then.
    const name = ` ${text.slice(from + 1, to)}`;
    if (words.every((word) => name.includes(` ${word}`))) best[row] = MATCHES.apart;
  });
}

function matchSpelling(index: NameIndex, typed: string, best: Uint8Array): void {
  const bones = skeleton(typed);
  if (bones === null) return;
  eachWord(index, bones, (row, at) => {
    if (best[row] === NO_MATCH && signBefore(index.text, at) === SKELETON_SIGN) best[row] = MATCHES.spelling;
  });
}

/** Each place where a word of a name begins so. */
function eachWord({ text, starts }: NameIndex, sought: string, found: (row: number, at: number) => void): void {
  let row = 0;
  for (let at = text.indexOf(sought, 1); at >= 0; at = text.indexOf(sought, at + 1)) {
    // Spaces and signs alone stand before words.
    if (text.charCodeAt(at - 1) > SPACE) continue;
    while (starts[row + 1]! <= at) row++;
    found(row, at);
  }
}

/** Where the sign of the name stands in which `at` lies. */
function nameAt(text: string, at: number): number {
  let from = at - 1;
  while (from > 0 && text.charCodeAt(from) >= SPACE) from--;
  return from;
}

const signBefore = (text: string, at: number): string => text[nameAt(text, at)] ?? ROW_SIGN;
