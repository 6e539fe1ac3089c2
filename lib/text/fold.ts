import { createWordScan } from './word-scan';

/** One for all: it begins anew with each text, and making one costs more than a short text does. */
const scan = createWordScan();

/** First and last+1 code unit in a text. */
export type Span = readonly [start: number, end: number];

/** The words of a text; possessive s, quotes and brackets left out, hyphenated words apart. */
export function words(text: string): Span[] {
  const found: Span[] = [];
  for (let from = 0; scan.next(text, from); from = scan.resume) found.push([scan.start, scan.end]);
  return found;
}

/** How many words a text has, of which nothing else is asked. */
export function countWords(text: string): number {
  let count = 0;
  for (let from = 0; scan.next(text, from); from = scan.resume) count++;
  return count;
}

/**
 * The key under which all usual ways of writing a name are equal: no case, accents, apostrophes, dots of
 * abbreviations, invisible characters or possessive s; words parted by one space, whatever parted them before.
 */
export function foldText(text: string): string {
  let folded = '';
  for (let from = 0; scan.next(text, from); from = scan.resume) {
    folded += (from === 0 ? '' : ' ') + scan.folded(text);
  }
  return folded;
}
