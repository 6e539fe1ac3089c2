import type { Reading } from './reading';

const gathered = new WeakMap<readonly Reading[], ReadonlySet<string>>();

/** All words of a story, folded. Gathered when somebody asks, which hardly any story's mentions do. */
export function storyWords(readings: readonly Reading[]): ReadonlySet<string> {
  const known = gathered.get(readings);
  if (known) return known;
  const words = new Set(readings.flatMap((reading) => reading.words.map(({ folded }) => folded)));
  gathered.set(readings, words);
  return words;
}
