import { createWordScan } from './word-scan';

/** Shared: it starts anew with each text, and creating one costs more than a short text does. */
const scan = createWordScan();

/** First and last+1 code unit in a text. */
export type TextRange = readonly [start: number, end: number];

/** The words of a text, without possessive s, quotes and brackets; hyphenated words are split. */
export function words(text: string): TextRange[] {
  const found: TextRange[] = [];
  for (let from = 0; scan.next(text, from); from = scan.resume) found.push([scan.start, scan.end]);
  return found;
}

/** The number of words in a text. */
export function countWords(text: string): number {
  let count = 0;
  for (let from = 0; scan.next(text, from); from = scan.resume) count++;
  return count;
}

/**
 * The key under which all usual spellings of a name are equal: no case, accents, apostrophes, dots of abbreviations,
 * invisible characters or possessive s; words separated by one space, whatever separated them before.
 */
export function foldText(text: string): string {
  let folded = '';
  for (let from = 0; scan.next(text, from); from = scan.resume) {
    folded += (from === 0 ? '' : ' ') + scan.folded(text);
  }
  return folded;
}
