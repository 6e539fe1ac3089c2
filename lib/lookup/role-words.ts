/** What a story calls somebody, held against what is told of somebody. */
import { encyclopedias, genericWords, languageOf } from '../language';
import { fieldsOf, isOfStages, meet } from './fields';
import type { WantedName } from './types';
import { wordsOf } from './words';

type List = 'gone' | 'saidOfGone' | 'small' | 'ofAnyField' | 'ofMany' | 'ofOffices' | 'ofAnybody';
const isIn = (list: List, word: string): boolean => encyclopedias.some((words) => words[list].has(word));
/** Of a role, those that say what somebody is. */
const tellingWords = (role: string): readonly string[] =>
  wordsOf(role).filter((word) => !isIn('small', word) && !isIn('gone', word));

/** A role of whoever says something, whatever it is. */
export const SPEAKS = 'said';

/** A role of a name that the story gives to two things: neither may be opened at the places of the other. */
export const TWOFOLD = 'twofold';

/** "The former chancellor", "the late senator, who died in May": the story knows that it speaks of the past. */
export const isOfPast = ({ roles, says = [] }: WantedName): boolean =>
  [...roles, ...says].some((text) => wordsOf(text).some((word) => isIn('saidOfGone', word))) ||
  roles.some((role) => wordsOf(role).some((word) => isIn('gone', word)));

/** "A cyclist", who saw it: the one of the encyclopedia is "the cyclist", or won something. */
export const isAnybody = ({ roles, says = [] }: WantedName): boolean =>
  roles.some((role) => role !== SPEAKS) &&
  roles.every((role) => role === SPEAKS || wordsOf(role).every((word) => isIn('ofAnybody', word))) &&
  says.some((text) => encyclopedias.some(({ tag }) => languageOf(tag).cues.indefinites.has(wordsOf(text)[0] ?? '')));

/** A plumber in the news is not the plumber of an encyclopedia. In German a "Chef" cooks nothing: the words are those of the story. */
export function isTradeOfNobody(role: string, language: WantedName['language']): boolean {
  const words = wordsOf(role);
  const pair = words.slice(-2).join(' ');
  const own = encyclopedias.filter(({ tag }) => tag === language);
  return (own.length > 0 ? own : encyclopedias).some(({ tag, fieldsOf }) => {
    const { trades, tradePairs } = languageOf(tag).persons;
    // "Maler" paints houses, or pictures.
    const isTrade = (word: string): boolean => trades.has(word) && (tag === 'en' || fieldsOf(word).length === 0);
    return words.some(isTrade) || tradePairs.has(pair);
  });
}

/** "Sprecher", and "Polizeisprecherin" as well; "Volleyballspieler" is more than "Spieler". */
const isWordOfMany = (word: string): boolean =>
  isIn('ofMany', word) ||
  encyclopedias.some(({ ofMany, ofAnybody, headOf }) => {
    const head = headOf(word);
    return ofMany.has(head) && !ofAnybody.has(head);
  });

/** Is it nothing but a word that so many are called that it proves nobody: "director"? */
export const isOfMany = (role: string): boolean => tellingWords(role).every((word) => isIn('ofMany', word));

/** The words of a text but for those that are another thing together: a film director is no director of something else. */
function wordsAlone(text: string): readonly string[] {
  const words = wordsOf(text);
  const isPair = (at: number): boolean => encyclopedias.some(({ pairs }) => pairs.has(`${words[at]} ${words[at + 1]}`));
  return words.filter((_, at) => !isPair(at) && !isPair(at - 1));
}

/**
 * - `word`     the very words of the role are told of somebody
 * - `for`      a word of the same field
 * - `may`      the head of something, or who speaks for it, which people of that field are, and of others
 * - `against`  words of other fields alone
 * - `nothing`  the role, or what is told, says nothing of any field
 */
export function speaksFor(role: string, told: readonly string[]): 'word' | 'for' | 'may' | 'against' | 'nothing' {
  // "Edward Said", "Port Said": that somebody speaks is no word of theirs.
  const words = role === SPEAKS ? [] : tellingWords(role);
  if (words.length === 0) return 'nothing';
  const isHead = isOfMany(role);
  const isTold = told.some((text) => {
    const said = new Set(isHead ? wordsAlone(text) : wordsOf(text));
    return words.every((word) => said.has(word) || said.has(`${word}s`));
  });
  if (isTold && !words.every((word) => genericWords.has(word) || isIn('ofAnybody', word))) return 'word';
  const [asked, is] = [fieldsOf(role), fieldsOf(told.join(' · '))];
  const are = (isSuch: (word: string) => boolean) => words.every((word) => isSuch(word) || fieldsOf(word).size === 0);
  if (is.size === 0) return 'nothing';
  if (meet(asked, is)) return are(isWordOfMany) ? 'may' : 'for';
  // A swimmer may lead a country, and then that is told of her; the head of a firm is another.
  const isOffice = (word: string): boolean => isIn('ofOffices', word);
  if (words.some(isOffice) && are(isOffice) && isOfStages(is)) return 'against';
  return asked.size === 0 || are((word) => isIn('ofAnyField', word)) ? 'nothing' : 'against';
}
