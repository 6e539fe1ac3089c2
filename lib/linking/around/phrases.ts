import { type Role, type RoleKind, rolesOf, titleTerms } from '../../language';
import type { Reading, Word } from '../read/reading';
import { WORD_MARK } from '../read/word-marks';

/** Words in a description before its noun: "the 34-year-old former world champion". */
export const MOST_PHRASE_WORDS = 8;

/** What a noun beside a name says it is; includes capitalised titles of the tables. */
export const roleOf = ({ folded, capital, joint }: Word, { language }: Reading): Role | null =>
  // Where nouns are capitalised, a lower-case word is no noun ("große Vermögen"), except as in "Start-up".
  capital || joint === 'hyphen' || language.capitals.meanNames ? rolesOf(language).kindOf(folded) : null;

/** A rival may be anything; a ship is none of these kinds. */
export const kindFrom = (role: Role): RoleKind | null => (role === 'any' || role === 'thing' ? null : role);

/** "Mr": says only who is addressed. */
export const isStyle = (word: Word): boolean =>
  word.traits.title !== null && titleTerms.addresses.has(word.traits.title);

/** A word that ends any noun phrase: "in", "when", "said". */
export const endsNounPhrase = (word: Word, { language }: Reading): boolean =>
  (language.names.openers.has(word.folded) && !word.capital && !rolesOf(language).modifiers.has(word.folded)) ||
  (word.marks & (WORD_MARK.speech | WORD_MARK.and)) !== 0 ||
  language.persons.prepositions.has(word.folded) ||
  rolesOf(language).goesOn.has(word.folded) ||
  language.cues.placePrepositions.has(word.folded) ||
  language.cues.conjunctions.has(word.folded) ||
  rolesOf(language).copulas.has(word.folded) ||
  language.persons.plural.has(word.folded);

/** Where the sentence of word `at` ends, searched for at most `most` words; null if it goes on. */
export function sentenceEnd({ words, block }: Reading, at: number, most: number): number | null {
  const { sentence } = words[at] as Word;
  for (let word = at; word <= at + most; word++) {
    const next = words[word + 1];
    if (next === undefined) return block.text.length;
    if (next.sentence !== sentence) return next.start;
  }
  return null;
}

/** Words in a role: "chief financial officer". */
const MOST_ROLE_WORDS = 3;

/** Phrase and head, folded: "drone maker", "maker". `from` and `head` are word numbers. */
export function rolesIn(reading: Reading, from: number, head: number): string[] {
  const { words } = reading;
  let first = head;
  while (first > from && head - first < MOST_ROLE_WORDS - 1 && isOfRole(first - 1, head, reading)) first -= 1;
  const phrase = words.slice(first, head + 1).map(({ folded }) => folded);
  const last = phrase.at(-1) ?? '';
  return phrase.length === 1 ? [last] : [phrase.join(' '), last];
}

/**
 * "Drone" in "drone maker", "Commerce" in "Commerce Secretary"; not "Liverpool" in "Liverpool striker", nor
 * "34-year-old".
 */
function isOfRole(at: number, head: number, { words, language }: Reading): boolean {
  const { capitals } = language;
  const roles = rolesOf(language);
  const { folded, capital, initial } = words[at] as Word;
  if (roles.determiners.has(folded) || /\d/.test(folded) || words[at + 1]?.joint === 'break') return false;
  if (capital && !initial && capitals.meanNames && words[head]?.capital === false) return roles.modifiers.has(folded);
  if (roles.modifiers.has(folded) || roles.kindOf(folded) !== null) return true;
  return at === head - 1 && (!capital || initial || !capitals.meanNames || words[head]?.capital === true);
}
