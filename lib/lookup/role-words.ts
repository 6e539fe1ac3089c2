/** What a story calls somebody, held against what is told of somebody. */
import { english, genericWords } from '../language';
import { fieldsOf, meet } from './fields';
import { wordsOf } from './words';

const GONE: ReadonlySet<string> = new Set([
  'former',
  'ex',
  'late',
  'deposed',
  'once',
  'retired',
  'then',
  'founder',
  'cofounder',
]);
const SMALL: ReadonlySet<string> = new Set(['of', 'the', 'for', 'and', 'a', 'an', 'in', 'at', 'to']);

/** Who is at the head of something, or speaks for it, may be of any field. */
const OF_ANY_FIELD: ReadonlySet<string> = new Set(
  'president chairman chairwoman chair chairperson director leader head chief founder cofounder spokesman spokeswoman spokesperson secretary manager boss member official executive officer editor host star partner owner champion veteran'.split(
    ' ',
  ),
);

/** "The former chancellor", "the late senator". */
export const isOfGone = (role: string): boolean => wordsOf(role).some((word) => GONE.has(word));

/** A plumber in the news is not the plumber of an encyclopedia. */
export function isTradeOfNobody(role: string): boolean {
  const words = wordsOf(role);
  const { trades, tradePairs } = english.persons;
  return words.some((word) => trades.has(word)) || tradePairs.has(words.slice(-2).join(' '));
}

/**
 * - `word`     the very words of the role are told of somebody
 * - `for`      a word of the same field
 * - `against`  words of other fields alone
 * - `nothing`  the role, or what is told, says nothing of any field
 */
export function speaksFor(role: string, told: readonly string[]): 'word' | 'for' | 'against' | 'nothing' {
  const words = wordsOf(role).filter((word) => !SMALL.has(word) && !GONE.has(word));
  if (words.length === 0) return 'nothing';
  const isTold = told.some((text) => {
    const said = new Set(wordsOf(text));
    return words.every((word) => said.has(word) || said.has(`${word}s`));
  });
  if (isTold && !words.every((word) => genericWords.has(word))) return 'word';
  const [asked, is] = [fieldsOf(role), fieldsOf(told.join(' · '))];
  if (asked.size === 0 || is.size === 0) return 'nothing';
  if (meet(asked, is)) return 'for';
  return words.every((word) => OF_ANY_FIELD.has(word) || fieldsOf(word).size === 0) ? 'nothing' : 'against';
}
