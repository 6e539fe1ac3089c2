import type { Compound } from '../language';
import { wordList } from '../word-list';

/** Before a hyphen they leave the name's meaning alone: "Ex-Kanzlerin", "Anti-Putin", "Nord-Irak". */
const PREFIXES = wordList('ex anti pro nicht nord sud ost west zentral mittel vize us eu un uno nato');
/** As the first part of a compound they are ordinary words: "Meta-Analyse", "Union-Politiker". */
const WORDS = wordList('meta signal via visa total intel orange');

/**
 * The first part of a compound is a name ("Trump-Regierung", "US-Iran-Konflikt"); the last part is the thing itself
 * ("Baden-Baden"). A person's full name may continue ("Boris Johnson-Meyer"), and a middle part is a surname in the
 * name of a street, building or prize: "Helmut-Kohl-Straße".
 */
export function compounds({ before, after, folded, person, words }: Compound): boolean {
  if (after !== null && (WORDS.has(folded) || (person && words > 1))) return false;
  if (before === null || PREFIXES.has(before)) return true;
  return after !== null && !person;
}
