import type { Compound } from '../language';
import { wordList } from '../word-list';

/** Before a name with a hyphen they leave it what it is: "Ex-Kanzlerin", "Anti-Putin", "Nord-Irak". */
const PREFIXES = wordList('ex anti pro nicht nord sud ost west zentral mittel vize us eu un uno nato');
/** As the first part of a compound they are words: "Meta-Analyse", "Union-Politiker". */
const WORDS = wordList('meta signal via visa total intel orange');

/**
 * The first part of a compound is a name ("Trump-Regierung", "US-Iran-Konflikt"), the last one is the thing itself
 * ("Baden-Baden"). Behind the whole name of a person goes on another name of his ("Boris Johnson-Meyer"), and in the middle
 * stands the surname in that of a street, a house, a prize: "Helmut-Kohl-Straße".
 */
export function compounds({ before, after, folded, person, words }: Compound): boolean {
  if (after !== null && (WORDS.has(folded) || (person && words > 1))) return false;
  if (before === null || PREFIXES.has(before)) return true;
  return after !== null && !person;
}
