import type { Span } from '../find/spans';
import type { Reading } from '../read/reading';
import { WORD_MARK } from '../read/word-marks';

/** "The United States were", "Wales are". */
const PLURAL = /s$/;

/** "England have lost": a singular name opens its clause before a plural verb, so it means the team. */
export function takesPlural({ first, last, start, folded }: Span, { words, language, block }: Reading): boolean {
  const next = words[last + 1];
  if (next?.joint !== 'space' || next.capital || (next.marks & WORD_MARK.plural) === 0) return false;
  if (PLURAL.test(folded)) return false;
  const word = words[first];
  const before = words[first - 1];
  return (
    word?.initial === true ||
    before === undefined ||
    /;\s$/.test(block.text.slice(before.end, start)) ||
    (word?.joint === 'space' && language.cues.conjunctions.has(before.folded))
  );
}
