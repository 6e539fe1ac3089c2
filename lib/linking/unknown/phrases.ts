import type { RoleKind } from '../../language';
import { titleTerms } from '../../language';
import type { Reading, Word } from '../reading';
import { WORD_MARK } from '../word-marks';

/** Words of what is said of a name before the noun that says it: "the 34-year-old former world champion". */
export const MOST_PHRASE_WORDS = 8;

/** What a noun beside a name makes of it; titles of the tables in capitals, too. */
export const roleOf = ({ folded }: Word, { language }: Reading): RoleKind | 'any' | null => language.roles.kindOf(folded);

/** A rival may be anything. */
export const kindFrom = (role: RoleKind | 'any'): RoleKind | null => (role === 'any' ? null : role);

/** "Mr", which says nothing but who is addressed. */
export const isStyle = (word: Word): boolean => word.traits.title !== null && titleTerms.addresses.has(word.traits.title);

/** A word that no noun phrase runs over: "in", "when", "said". */
export const endsNounPhrase = (word: Word, { language }: Reading): boolean =>
  (word.marks & (WORD_MARK.speech | WORD_MARK.and)) !== 0 ||
  language.persons.prepositions.has(word.folded) ||
  language.roles.goesOn.has(word.folded) ||
  language.cues.placePrepositions.has(word.folded) ||
  language.cues.conjunctions.has(word.folded) ||
  language.roles.copulas.has(word.folded) ||
  language.persons.plural.has(word.folded);

/** Where the sentence of the word `at` ends, looked for so many words far; null where it goes on. */
export function sentenceEnd({ words, block }: Reading, at: number, most: number): number | null {
  const { sentence } = words[at] as Word;
  for (let word = at; word <= at + most; word++) {
    const next = words[word + 1];
    if (next === undefined) return block.text.length;
    if (next.sentence !== sentence) return next.start;
  }
  return null;
}

/** Head and phrase, folded: "drone maker", "maker". `from`…`head` are word numbers. */
export function rolesIn({ words, language }: Reading, from: number, head: number): string[] {
  const phrase: string[] = [];
  for (let at = head; at >= from && phrase.length < 3; at--) {
    const word = words[at] as Word;
    if (language.roles.determiners.has(word.folded) || /\d/.test(word.folded)) break;
    if (word.capital && language.capitals.meanNames && language.roles.kindOf(word.folded) === null && at < head && !language.roles.modifiers.has(word.folded)) break;
    if (language.roles.kindOf(word.folded) === null && !language.roles.modifiers.has(word.folded) && at < head - 1) break;
    if (words[at + 1]?.joint === 'break' && at < head) break;
    phrase.unshift(word.folded);
  }
  const whole = phrase.join(' ');
  const last = phrase.at(-1) ?? '';
  return whole === last ? [last] : [whole, last];
}
