/** What a story calls somebody, held against what is told of somebody. */
import { english, genericWords } from '../language';
import { fieldsOf, meet } from './fields';
import type { WantedName } from './types';
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

/** Who is at the head of something may be of any field: a swimmer can be a president. */
const HEADS: readonly string[] =
  'president chairman chairwoman chair chairperson director leader head chief founder cofounder manager boss member owner champion veteran executive officer'.split(
    ' ',
  );
const OF_ANY_FIELD: ReadonlySet<string> = new Set(HEADS);
/** With those who speak or work for somebody: so many are called so that it proves nobody. */
const OF_MANY: ReadonlySet<string> = new Set([
  ...HEADS,
  ...[
    'spokesman',
    'spokeswoman',
    'spokesperson',
    'secretary',
    'official',
    'partner',
    'star',
    'aide',
    'adviser',
    'advisor',
  ],
]);

const SAID_OF_GONE: ReadonlySet<string> = new Set([
  ...GONE,
  ...[
    'died',
    'dead',
    'deceased',
    'killed',
    'dissolved',
    'defunct',
    'founded',
    'ehemalige',
    'ehemaliger',
    'fruhere',
    'fruherer',
    'verstorbene',
    'verstorbener',
  ],
]);

/** "The former chancellor", "the late senator, who died in May": the story knows that it speaks of the past. */
export const isOfPast = ({ roles, says = [] }: WantedName): boolean =>
  [...roles, ...says].some((text) => wordsOf(text).some((word) => SAID_OF_GONE.has(word)));

/** A plumber in the news is not the plumber of an encyclopedia. */
export function isTradeOfNobody(role: string): boolean {
  const words = wordsOf(role);
  const { trades, tradePairs } = english.persons;
  return words.some((word) => trades.has(word)) || tradePairs.has(words.slice(-2).join(' '));
}

/**
 * - `word`     the very words of the role are told of somebody
 * - `for`      a word of the same field
 * - `may`      the head of something, or who speaks for it, which people of that field are, and of others
 * - `against`  words of other fields alone
 * - `nothing`  the role, or what is told, says nothing of any field
 */
export function speaksFor(role: string, told: readonly string[]): 'word' | 'for' | 'may' | 'against' | 'nothing' {
  const words = wordsOf(role).filter((word) => !SMALL.has(word) && !GONE.has(word));
  if (words.length === 0) return 'nothing';
  const isTold = told.some((text) => {
    const said = new Set(wordsOf(text));
    return words.every((word) => said.has(word) || said.has(`${word}s`));
  });
  if (isTold && !words.every((word) => genericWords.has(word))) return 'word';
  const [asked, is] = [fieldsOf(role), fieldsOf(told.join(' · '))];
  if (asked.size === 0 || is.size === 0) return 'nothing';
  const are = (general: ReadonlySet<string>) => words.every((word) => general.has(word) || fieldsOf(word).size === 0);
  if (meet(asked, is)) return are(OF_MANY) ? 'may' : 'for';
  return are(OF_ANY_FIELD) ? 'nothing' : 'against';
}
