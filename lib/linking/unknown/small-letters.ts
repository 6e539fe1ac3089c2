import type { Reading } from '../read/reading';

export interface SmallLetters {
  readonly words: ReadonlySet<string>;
  /** Two words in a row: "climate change". */
  readonly pairs: ReadonlySet<string>;
}

/** Which of the words and word pairs also occur in lower case on the page. */
export function findSmallLetters(readings: readonly Reading[], names: readonly (readonly string[])[]): SmallLetters {
  const wanted = new Set(names.flat());
  const words = new Set<string>();
  const pairs = new Set<string>();
  for (const reading of readings) {
    for (let at = 0; at < reading.words.length; at++) {
      const word = reading.words[at];
      if (word === undefined || word.capital || !wanted.has(word.folded)) continue;
      words.add(word.folded);
      const next = reading.words[at + 1];
      if (next !== undefined && !next.capital && wanted.has(next.folded)) pairs.add(`${word.folded} ${next.folded}`);
    }
  }
  return { words, pairs };
}
