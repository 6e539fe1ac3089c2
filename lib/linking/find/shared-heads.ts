import type { Shelf } from '../known/shelf';
import type { Reading, Word } from '../read/reading';
import { WORD_MARK } from '../read/word-marks';
import { makeSpan, type Span } from './spans';

/** In words; a longer run is not a list of names. */
const LONGEST_LIST = 12;
const LONGEST_NAME = 5;
const COMMA = /^,\s+$/;

/**
 * "Orange, Riverside and Kern Counties": the noun after a list belongs to each name in it and changes what each means.
 */
export function findSharedHeads(readings: readonly Reading[], shelf: Shelf): Span[] {
  const found: Span[] = [];
  for (const [at, reading] of readings.entries()) {
    const { words, block, language } = reading;
    if ((reading.marks & WORD_MARK['shared-head']) === 0) continue;
    for (let index = 0; index < words.length; index++) {
      const { traits, marks, joint } = words[index] as Word;
      if ((marks & WORD_MARK['shared-head']) === 0 || joint !== 'space') continue;
      const list = namesBefore(reading, index);
      if (list.length < 2) continue;
      for (const [first, last] of list) {
        const { start } = words[first] as Word;
        const name = `${block.text.slice(start, words[last]?.end)} ${traits.sharedHead}`;
        const hit = shelf
          .detect(name, language.sentences.abbreviations)
          .find((one) => one.start === 0 && one.end === name.length);
        const end = words[last === index - 1 ? index : last]?.end ?? start;
        const span = hit && makeSpan(readings, at, start, end, hit.options);
        if (span) found.push(span);
      }
    }
  }
  return found;
}

/** The names in the list ending before a word, each as first and last word number. */
function namesBefore({ block, words, language }: Reading, head: number): Array<readonly [number, number]> {
  const list: Array<readonly [number, number]> = [];
  for (let last = head - 1; words[last]?.capital && list.length < LONGEST_LIST; ) {
    let first = last;
    while (words[first]?.joint === 'space' && words[first - 1]?.capital && last - first < LONGEST_NAME) first -= 1;
    if (first < last && language.names.openers.has(words[first]?.folded ?? '')) first += 1;
    list.push([first, last]);
    const before = words[first - 1];
    if (before && language.cues.and.has(before.folded)) last = first - 2;
    else if (before && COMMA.test(block.text.slice(before.end, words[first]?.start))) last = first - 1;
    else break;
  }
  return list;
}
