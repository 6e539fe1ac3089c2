import { genericWords, rolesOf } from '../../language';
import type { Reading, Word } from '../read/reading';
import { isTitleWord } from './behind-titles';
import { isGiven } from './is-given';

/** "Monday Night", "Foreign Office", "Prime Minister": words for something every country has, or for nothing. */
export function isOnlyGeneral(first: number, last: number, reading: Reading): boolean {
  const { words, language } = reading;
  const { names } = language;
  const roles = rolesOf(language);
  // "The Ever Given": in mid-sentence a capital is deliberate.
  const isAtHead = first === last || words[first]?.initial === true || !language.capitals.meanNames;
  for (let at = first; at <= last; at++) {
    const { folded } = words[at] as Word;
    if (isGiven(folded) && !roles.noNames.has(folded)) return false;
    const isGeneral =
      roles.noNames.has(folded) ||
      (names.openers.has(folded) && isAtHead) ||
      (language.ofTables && genericWords.has(folded)) ||
      isTitleWord(folded, reading) ||
      roles.links.has(folded) ||
      /^\d+$/.test(folded);
    if (!isGeneral) return false;
  }
  return true;
}

/** "Medical Director", "Managing Partner": a position, not a name. */
export function isOnlyPost(first: number, last: number, { words, language }: Reading): boolean {
  const { names, titles } = language;
  const roles = rolesOf(language);
  const { folded } = words[last] as Word;
  if (last === first || names.ordinary.has(folded)) return false;
  const role = roles.kindOf(folded);
  if (role !== 'person' && role !== 'any') return false;
  return words
    .slice(first, last)
    .every(
      (word) =>
        roles.modifiers.has(word.folded) || titles.titleOf(word.folded) !== null || roles.links.has(word.folded),
    );
}

const LOUD = /^[^\p{Ll}]*\p{Lu}[^\p{Ll}]*\p{Lu}[^\p{Ll}]*$/u;

/** Two or more words, all in capitals: "BREAKING NEWS". */
export function isShouted(text: string, words: readonly Word[], first: number, last: number): boolean {
  for (let at = first; at <= last; at++) {
    const { start, end } = words[at] as Word;
    if (!LOUD.test(text.slice(start, end))) return false;
  }
  return true;
}
