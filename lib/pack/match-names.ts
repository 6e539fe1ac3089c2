/**
 * How well each row's names match what someone typed. Words are split and folded as in linking; the last one may be
 * incomplete. All names form one text, searched with the engine's own `indexOf`: two million letters in a few
 * milliseconds, without an index in memory.
 */
import { tableNames } from '../language';
import { foldText, skeleton } from '../text';
import { FORM_SIGN, ROW_SIGN, SKELETON_SIGN } from './layout';
import type { NameIndex } from './types';

/** Best first. A row that does not match has `NO_MATCH`. */
export const MATCHES = {
  /** It is a name of the entity. */
  name: 0,
  /** It is a surname, an adjective or another form that needs context. */
  form: 1,
  /** A name begins with these words. */
  begins: 2,
  /** A name contains these words in a row. */
  within: 3,
  /** The last word is incomplete. */
  beginsHalf: 4,
  withinHalf: 5,
  /** A name contains all these words, in any place. */
  apart: 6,
  /** A transliterated name in another spelling. */
  spelling: 7,
} as const;
export const NO_MATCH = 255;

const SPACE = 32;
/** One shorter word says little about its spelling, as in linking. */
const SHORTEST_SPELLING = 5;

/** One of `MATCHES` for each row; null if nothing typed contains a letter. */
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

/** The words in a row, starting at the beginning of a word. */
function matchTogether(index: NameIndex, sought: string, best: Uint8Array): void {
  const { text } = index;
  eachWord(index, sought, (row, at) => {
    const sign = signBefore(text, at);
    if (sign === SKELETON_SIGN) return;
    const first = text.charCodeAt(at - 1) !== SPACE;
    const next = text.charCodeAt(at + sought.length);
    // True also at the end of the text, where `next` is NaN.
    const ends = !(next >= SPACE);
    let match: number;
    if (first && ends) match = sign === FORM_SIGN ? MATCHES.form : MATCHES.name;
    else if (ends || next === SPACE) match = first ? MATCHES.begins : MATCHES.within;
    else match = first ? MATCHES.beginsHalf : MATCHES.withinHalf;
    if (match < best[row]!) best[row] = match;
  });
}

/** Each typed word must begin some word of the same name. Searches for the longest, as the rarest. */
function matchApart(index: NameIndex, words: readonly string[], best: Uint8Array): void {
  const { text } = index;
  const longest = words.reduce((one, other) => (other.length > one.length ? other : one));
  eachWord(index, longest, (row, at) => {
    if (best[row]! <= MATCHES.apart) return;
    const from = nameAt(text, at);
    if (text[from] === SKELETON_SIGN) return;
    let to = at;
    while (text.charCodeAt(to) >= SPACE) to++;
    // Padded so that every word follows a space.
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

/** Calls back for each name word that begins like this. */
function eachWord({ text, starts }: NameIndex, sought: string, found: (row: number, at: number) => void): void {
  let row = 0;
  for (let at = text.indexOf(sought, 1); at >= 0; at = text.indexOf(sought, at + 1)) {
    // Only spaces and signs precede words.
    if (text.charCodeAt(at - 1) > SPACE) continue;
    while (starts[row + 1]! <= at) row++;
    found(row, at);
  }
}

/** Position of the sign that starts the name containing `at`. */
function nameAt(text: string, at: number): number {
  let from = at - 1;
  while (from > 0 && text.charCodeAt(from) >= SPACE) from--;
  return from;
}

const signBefore = (text: string, at: number): string => text[nameAt(text, at)] ?? ROW_SIGN;
