/** What a story calls somebody, held against what is told of somebody. */
import { encyclopedias, genericWords, languageOf } from '../language';
import { fieldsOf, isOfStages, meet } from './fields';
import type { WantedName } from './types';
import { wordsOf } from './words';

type List = 'gone' | 'saidOfGone' | 'small' | 'ofAnyField' | 'ofMany' | 'ofOffices' | 'ofAnybody';
const isIn = (list: List, word: string): boolean => encyclopedias.some((words) => words[list].has(word));

/** A role of whoever says something, whatever it is. */
export const SPEAKS = 'said';

/** "The former chancellor", "the late senator, who died in May": the story knows that it speaks of the past. */
export const isOfPast = ({ roles, says = [] }: WantedName): boolean =>
  [...roles, ...says].some((text) => wordsOf(text).some((word) => isIn('saidOfGone', word)));

/** "A cyclist", who saw it: the one of the encyclopedia is "the cyclist", or won something. */
export const isAnybody = ({ roles, says = [] }: WantedName): boolean =>
  roles.some((role) => role !== SPEAKS) &&
  roles.every((role) => role === SPEAKS || wordsOf(role).every((word) => isIn('ofAnybody', word))) &&
  says.some((text) => encyclopedias.some(({ tag }) => languageOf(tag).cues.indefinites.has(wordsOf(text)[0] ?? '')));

/** A plumber in the news is not the plumber of an encyclopedia. */
export function isTradeOfNobody(role: string): boolean {
  const words = wordsOf(role);
  const pair = words.slice(-2).join(' ');
  return encyclopedias.some(({ tag, fieldsOf }) => {
    const { trades, tradePairs } = languageOf(tag).persons;
    // "Maler" paints houses, or pictures.
    const isTrade = (word: string): boolean => trades.has(word) && (tag === 'en' || fieldsOf(word).length === 0);
    return words.some(isTrade) || tradePairs.has(pair);
  });
}

/**
 * - `word`     the very words of the role are told of somebody
 * - `for`      a word of the same field
 * - `may`      the head of something, or who speaks for it, which people of that field are, and of others
 * - `against`  words of other fields alone
 * - `nothing`  the role, or what is told, says nothing of any field
 */
export function speaksFor(role: string, told: readonly string[]): 'word' | 'for' | 'may' | 'against' | 'nothing' {
  const words = wordsOf(role).filter((word) => !isIn('small', word) && !isIn('gone', word));
  if (words.length === 0) return 'nothing';
  const isTold = told.some((text) => {
    const said = new Set(wordsOf(text));
    return words.every((word) => said.has(word) || said.has(`${word}s`));
  });
  if (isTold && !words.every((word) => genericWords.has(word) || isIn('ofAnybody', word))) return 'word';
  const [asked, is] = [fieldsOf(role), fieldsOf(told.join(' · '))];
  const are = (general: List) => words.every((word) => isIn(general, word) || fieldsOf(word).size === 0);
  if (is.size === 0) return 'nothing';
  if (meet(asked, is)) return are('ofMany') ? 'may' : 'for';
  // A swimmer may lead a country, and then that is told of her; the head of a firm is another.
  if (words.some((word) => isIn('ofOffices', word)) && are('ofOffices') && isOfStages(is)) return 'against';
  return asked.size === 0 || are('ofAnyField') ? 'nothing' : 'against';
}
