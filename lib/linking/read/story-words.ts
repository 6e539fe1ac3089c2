import type { Reading } from './reading';

const gathered = new WeakMap<readonly Reading[], ReadonlySet<string>>();

/** All words of a story, folded. Gathered on first use, which few mentions need. */
export function storyWords(readings: readonly Reading[]): ReadonlySet<string> {
  const known = gathered.get(readings);
  if (known) return known;
  const words = new Set<string>();
  for (const reading of readings) for (const { folded } of reading.words) words.add(folded);
  gathered.set(readings, words);
  return words;
}
