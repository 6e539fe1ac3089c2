import type { Reading } from '../read/reading';

/** Is the word written in small letters where the name has a capital: "Birmingham city" for Birmingham City? */
export function isSmaller(at: number, { words, block }: Reading, name: string): boolean {
  const word = words[at];
  if (!word || word.capital) return false;
  const small = block.text.slice(word.start, word.end);
  const large = small.charAt(0).toUpperCase() + small.slice(1);
  return large !== small && name.includes(large);
}
