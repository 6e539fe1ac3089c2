/**
 * For languages that capitalise every noun: does what stands beside a word make it a name? When in doubt it is a noun.
 */
import { rolesOf } from '../../language';
import type { Reading, Word } from '../read/reading';
import { WORD_MARK } from '../read/word-marks';
import { isGiven } from './is-given';
import type { NameClue, Occurrence } from './sighting';

/** Two words never found in names: with an article they are nouns, unless a title says otherwise. */
export const isNoThing = ({ words, first }: Occurrence, clues: readonly NameClue[], reading: Reading): boolean =>
  isGiven(words[0] ?? '') ||
  rolesOf(reading.language).inNames.get(words.at(-1) ?? '') === 'body' ||
  clues.some(({ by }) => by === 'title') ||
  !isArticle(reading.words[first - 1], reading);

/** For a single word. */
export function saysOfNoun({ by, kind, span }: NameClue, sighting: Occurrence, reading: Reading): boolean {
  const { words, block, language } = reading;
  const { first, last, end } = sighting;
  const next = words[last + 1];
  // "Trainer Manfred": a given name identifies no one. "Schülerin Klasse 7b", "gab Trainer Huber Rückendeckung": no
  // name at all.
  if (isGiven(sighting.words[0] ?? '') || (next?.capital === true && next.joint === 'space')) return false;
  if (next !== undefined && /^\d/.test(next.folded) && next.joint === 'space') return false;
  if (by === 'apposition') {
    if (span === null || isArticle(words[first - 1], reading)) return false;
    const [article = ''] = block.text.slice(...span).split(' ');
    return language.cues.indefinites.has(article);
  }
  // The place a story is from.
  if (kind === 'place' && span === null) return true;
  const { from, opens } = phraseBefore(first, reading);
  const post = words[first - 1] as Word;
  // "Richter Möhlenkamp", but not "fuhr der Fahrer Schlangenlinien".
  if (kind === 'person') return opens === null && language.titles.titleOf(post.folded) !== null;
  const text = block.text.slice((words[first] as Word).start, end);
  return (
    isWhole(from, reading) ||
    isRelative(end, reading) ||
    rolesOf(language).foreign.test(text) ||
    // "Fiel die Firma Solwerk"; nouns without an article are mostly plural: "verlor die Firma Aufträge".
    (kind === 'body' && !rolesOf(language).plural.test(text))
  );
}

function isArticle(word: Word | undefined, { language }: Reading): boolean {
  const roles = rolesOf(language);
  return word !== undefined && (roles.determiners.has(word.folded) || roles.contracted.has(word.folded));
}

/** Where the phrase with the noun before the name begins, and its article. */
function phraseBefore(first: number, reading: Reading): { readonly from: number; readonly opens: Word | null } {
  const { words, language } = reading;
  const roles = rolesOf(language);
  let from = first - 1;
  for (let at = first - 2; at >= 0 && at > first - MOST_WORDS; at--) {
    const word = words[at] as Word;
    if (words[at + 1]?.joint === 'break') break;
    if (isArticle(word, reading)) return { from: at, opens: roles.impersonal.has(word.folded) ? null : word };
    const isRole = words[at + 1]?.joint === 'hyphen' || (word.capital && roles.kindOf(word.folded) !== null);
    // "Tschechischen" before "Firma".
    if (!isRole && (word.capital || !roles.adjective.test(word.folded))) break;
    from = at;
  }
  return { from, opens: null };
}

const MOST_WORDS = 6;

/**
 * Everything before the verb is one phrase, and so is everything behind a preposition: "Die Firma X war", "aus dem Ort
 * X".
 */
function isWhole(from: number, { words, language }: Reading): boolean {
  const [before, opening] = [words[from - 1], words[from]];
  if (opening === undefined) return false;
  if (rolesOf(language).contracted.has(opening.folded)) return true;
  if (before === undefined || before.sentence !== opening.sentence || opening.initial) return true;
  return (before.marks & WORD_MARK['place-preposition']) !== 0 || language.persons.prepositions.has(before.folded);
}

/** ", die Speicher baut". */
function isRelative(end: number, { block }: Reading): boolean {
  return /^, (?:der|die|das|deren|dessen|den|dem) /.test(block.text.slice(end, end + 9));
}
