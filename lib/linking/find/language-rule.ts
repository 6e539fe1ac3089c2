import type { Shelf } from '../known/shelf';
import type { Reading } from '../read/reading';
import { type LanguageRule, wordCount } from './spans';

export function languageRule(readings: readonly Reading[], shelf: Shelf): LanguageRule {
  const small = smallPairs(readings);
  return (option, span, reading) => {
    const { language, words } = reading;
    if (option.language !== null && option.language !== language.tag) return false;
    if (language.ofTables) return true;
    const { kind } = shelf.entity(option.ref);
    if (language.capitals.doubted && small.has(pairAt(reading, span.first))) return false;
    const next = words[span.last + 1];
    const isWhole = language.compounds({
      before: words[span.first]?.joint === 'hyphen' ? (words[span.first - 1]?.folded ?? null) : null,
      after: next?.joint === 'hyphen' ? next.folded : null,
      folded: span.folded,
      person: kind === 'person',
      words: wordCount(span),
    });
    if (!isWhole || option.language !== null) return isWhole;
    const named = words.slice(span.first, span.last + 1);
    return language.borrows({
      kind,
      use: option.use,
      exact: option.caseRule === 'exact',
      capitals: named.every((word) => word.capital || language.names.particles.has(word.folded)),
      words: wordCount(span),
      folded: span.folded,
    });
  };
}

const pairAt = ({ words }: Reading, first: number): string =>
  `${words[first]?.folded ?? ''} ${words[first + 1]?.folded ?? ''}`;

/** Every pair of lower-case words in a row, in languages with few rules of their own. */
function smallPairs(readings: readonly Reading[]): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (const reading of readings) {
    if (!reading.language.capitals.doubted) continue;
    for (const [at, word] of reading.words.entries()) {
      const next = reading.words[at + 1];
      if (!word.capital && next && !next.capital) pairs.add(pairAt(reading, at));
    }
  }
  return pairs;
}
