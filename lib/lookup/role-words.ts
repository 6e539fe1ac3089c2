/** What a story calls someone, compared with what is known about someone. */
import { encyclopedias, genericWords, languageOf } from '../language';
import { fieldsOf, isOfStages, meet } from './fields';
import type { WantedName } from './types';
import { foldedWords } from './words';

type List = 'gone' | 'saidOfGone' | 'small' | 'ofAnyField' | 'ofMany' | 'ofOffices' | 'ofAnybody';
const isIn = (list: List, word: string): boolean => encyclopedias.some((words) => words[list].has(word));
/** The words of a role that say what someone is. */
const tellingWords = (role: string): readonly string[] =>
  foldedWords(role).filter((word) => !isIn('small', word) && !isIn('gone', word));

/** Role of anyone who says something in the story. */
export const SPEAKS = 'said';

/** Role of a name that the story gives to two things: neither may open at the other's places. */
export const TWOFOLD = 'twofold';

/** "The former chancellor", "the late senator, who died in May": the story knows it speaks of the past. */
export const isOfPast = ({ roles, says = [] }: WantedName): boolean =>
  [...roles, ...says].some((text) => foldedWords(text).some((word) => isIn('saidOfGone', word))) ||
  roles.some((role) => foldedWords(role).some((word) => isIn('gone', word)));

/** "A cyclist" who witnessed something; the one in the encyclopedia is "the cyclist", or won something. */
export const isAnybody = ({ roles, says = [] }: WantedName): boolean =>
  roles.some((role) => role !== SPEAKS) &&
  roles.every((role) => role === SPEAKS || foldedWords(role).every((word) => isIn('ofAnybody', word))) &&
  says.some((text) =>
    encyclopedias.some(({ tag }) => languageOf(tag).cues.indefinites.has(foldedWords(text)[0] ?? '')),
  );

/**
 * A plumber in the news is not one with an encyclopedia article. Judged in the story's language: a German "Chef" does
 * not cook.
 */
export function isTradeOfNobody(role: string, language: WantedName['language']): boolean {
  const words = foldedWords(role);
  const pair = words.slice(-2).join(' ');
  const own = encyclopedias.filter(({ tag }) => tag === language);
  return (own.length > 0 ? own : encyclopedias).some(({ tag, fieldsOf }) => {
    const { trades, tradePairs } = languageOf(tag).persons;
    // "Maler" paints houses or pictures.
    const isTrade = (word: string): boolean => trades.has(word) && (tag === 'en' || fieldsOf(word).length === 0);
    return words.some(isTrade) || tradePairs.has(pair);
  });
}

/** "Sprecher" and also "Polizeisprecherin"; but "Volleyballspieler" is more specific than "Spieler". */
const isWordOfMany = (word: string): boolean =>
  isIn('ofMany', word) ||
  encyclopedias.some(({ ofMany, ofAnybody, headOf }) => {
    const head = headOf(word);
    return ofMany.has(head) && !ofAnybody.has(head);
  });

/** Is it only a word for so many people that it proves no one: "director"? */
export const isOfMany = (role: string): boolean => tellingWords(role).every((word) => isIn('ofMany', word));

/** A text's words, except pairs that together mean something else: a film director directs nothing else. */
function wordsAlone(text: string): readonly string[] {
  const words = foldedWords(text);
  const isPair = (at: number): boolean => encyclopedias.some(({ pairs }) => pairs.has(`${words[at]} ${words[at + 1]}`));
  return words.filter((_, at) => !isPair(at) && !isPair(at - 1));
}

/**
 * - `word`     the role's very words are said about someone
 * - `for`      a word of the same field
 * - `may`      a head or spokesperson, who may come from that field or others
 * - `against`  only words of other fields
 * - `nothing`  the role or the description names no field
 */
export function speaksFor(role: string, told: readonly string[]): 'word' | 'for' | 'may' | 'against' | 'nothing' {
  // "Edward Said", "Port Said": speaking is not a word to match.
  const words = role === SPEAKS ? [] : tellingWords(role);
  if (words.length === 0) return 'nothing';
  const isHead = isOfMany(role);
  const isTold = told.some((text) => {
    const said = new Set(isHead ? wordsAlone(text) : foldedWords(text));
    return words.every((word) => said.has(word) || said.has(`${word}s`));
  });
  if (isTold && !words.every((word) => genericWords.has(word) || isIn('ofAnybody', word))) return 'word';
  const [asked, is] = [fieldsOf(role), fieldsOf(told.join(' · '))];
  const are = (isSuch: (word: string) => boolean) => words.every((word) => isSuch(word) || fieldsOf(word).size === 0);
  if (is.size === 0) return 'nothing';
  if (meet(asked, is)) return are(isWordOfMany) ? 'may' : 'for';
  // A swimmer may lead a country, and then that is mentioned; the head of a company is someone else.
  const isOffice = (word: string): boolean => isIn('ofOffices', word);
  if (words.some(isOffice) && are(isOffice) && isOfStages(is)) return 'against';
  return asked.size === 0 || are((word) => isIn('ofAnyField', word)) ? 'nothing' : 'against';
}
