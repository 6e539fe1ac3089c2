import { expect, it } from 'vitest';
import { english } from '../../../lib/language';
import { listedWith } from '../../../lib/linking/around/listed-with';
import { findSharedHeads } from '../../../lib/linking/find/shared-heads';
import { indexSpans, type SpanIndex } from '../../../lib/linking/find/span-index';
import { makeSpan, type Span } from '../../../lib/linking/find/spans';
import { capitalRuns } from '../../../lib/linking/find/spellings';
import type { Shelf } from '../../../lib/linking/known/shelf';
import { readBlock } from '../../../lib/linking/read/reading';
import { countedList } from '../../tools/counted';

/** A page may repeat whatever it likes a thousand times: each word is looked at a few times, not once for each other word. */

const WORDS = 3_000;
/** Looks at a word, at most. */
const LOOKS = 12;

const readingOf = (text: string) => readBlock({ id: 1, text, role: 'body' }, english);

it.each([
  'al-',
  'de-',
  'Al-',
  'x al-',
  'Al-al-al-',
  'al-de-bin-',
  'Putin al-al-',
  'the al-',
  'Gen. al-al-',
  'van der ',
])('capitals are examined once in %j, again and again', (piece) => {
  const reading = readingOf(piece.repeat(WORDS / (piece.match(/\w+/g)?.length ?? 1)));
  expect(reading.words.length).toBeGreaterThanOrEqual(WORDS * 0.9);
  const { thing: words, looks } = countedList(reading.words);
  capitalRuns({ ...reading, words }, undefined);
  expect(looks()).toBeLessThan(reading.words.length * LOOKS);
});

it.each(['Counties ', 'Orange, ', 'Orange and Kern Counties ', 'Orange Kern Counties, '])(
  'names before a shared noun are examined once in %j, again and again',
  (piece) => {
    const reading = readingOf(piece.repeat(WORDS / (piece.match(/\w+/g)?.length ?? 1)));
    const { thing: words, looks } = countedList(reading.words);
    const shelf = { detect: () => [] } as unknown as Shelf;
    findSharedHeads([{ ...reading, words }], shelf);
    expect(looks()).toBeLessThan(reading.words.length * LOOKS * 12);
  },
);

it.each(['Georgia, ', 'Georgia and '])(
  'neighbours in a list are searched only nearby in %j, again and again',
  (piece) => {
    const reading = readingOf(piece.repeat(WORDS));
    const spans = reading.words
      .map((_, word) => makeSpan([reading], 0, reading.words[word]!.start, reading.words[word]!.end, []) as Span)
      .filter(({ folded }) => folded === 'georgia');
    let looks = 0;
    const { startingAt, endingAt } = indexSpans(spans, [reading]);
    const counted =
      (look: SpanIndex['startingAt']): SpanIndex['startingAt'] =>
      (at, word) => {
        looks++;
        return look(at, word);
      };
    const index: SpanIndex = { startingAt: counted(startingAt), endingAt: counted(endingAt) };
    for (const span of spans) listedWith(span, reading, index);
    expect(spans).toHaveLength(WORDS);
    expect(looks).toBeLessThan(WORDS * LOOKS * 12);
  },
);

it.each([
  ['Abu Mahdi al-Mohandes said', ['Abu Mahdi al-Mohandes']],
  ['he saw al-al-al-Mohandes there', ['al-al-al-Mohandes']],
  ['he saw al-Mohandes al-al- and bin-bin-Salman', ['al-Mohandes', 'bin-bin-Salman']],
  ['he saw al-al-al- and nobody', []],
  ['he saw Putin al-al-al-, and Iran', ['Putin', 'Iran']],
])('the runs of capitalised words in %j are found', (text, names) => {
  const reading = readingOf(text);
  const runs = capitalRuns(reading, undefined).map(([from, to]) =>
    text.slice(reading.words[from]!.start, reading.words[to]!.end),
  );
  expect(runs).toEqual(names);
});
