import type { Reading } from '../read/reading';

/** Does the word lack a capital that the name has: "Birmingham city" for Birmingham City? */
export function lacksCapital(at: number, { words, block }: Reading, name: string): boolean {
  const word = words[at];
  if (!word || word.capital) return false;
  const small = block.text.slice(word.start, word.end);
  const large = small.charAt(0).toUpperCase() + small.slice(1);
  return large !== small && name.includes(large);
}
