/**
 * Words of the language, which are no names by themselves: "Target", "Gap", "Orange". Gathered from what stands in small
 * letters in the texts of the folder.
 */
import type { Desk } from './desk';

/** Once or twice may be a slip or an address. */
const LEAST = 3;

/** The files are American: "neighbour" is the same word. */
const british = (word: string): string[] =>
  /or(?=s?$|ed$|ing$)/.test(word) ? [word.replace(/or(?=s?$|ed$|ing$)/, 'our')] : [];

export function readCommonWords(desk: Desk, titles: Iterable<string>): ReadonlySet<string> {
  const counts = new Map<string, number>();
  const read = (text: string, weight: number): void => {
    for (const [word] of text.matchAll(/(?<![\p{L}\p{N}'’.\-/_])\p{Ll}{2,}(?![\p{L}\p{N}_/])/gu))
      counts.set(word, (counts.get(word) ?? 0) + weight);
  };
  read(desk.text('factbook.tar.gz'), 1);
  // "Silent film": the second word of the title of an article is small where it is no name.
  for (const title of titles) read(title, LEAST);
  return new Set([...counts].filter(([, count]) => count >= LEAST).flatMap(([word]) => [word, ...british(word)]));
}
