import type { Reading } from './reading';
import type { Span } from './spans';

/** "The United States were", "Wales are". */
const PLURAL = /s$/;

/** "England have lost": a name without a plural, opening its clause, with a verb in the plural: they who play for it. */
export function takesPlural({ first, last, start, folded }: Span, { words, language, block }: Reading): boolean {
  const { sides, conjunctions } = language.cues;
  const next = words[last + 1];
  if (next?.joint !== 'space' || next.capital || !sides.plural.has(next.folded)) return false;
  if (PLURAL.test(folded)) return false;
  const word = words[first];
  const before = words[first - 1];
  return (
    word?.initial === true ||
    before === undefined ||
    /;\s$/.test(block.text.slice(before.end, start)) ||
    (word?.joint === 'space' && conjunctions.has(before.folded))
  );
}
