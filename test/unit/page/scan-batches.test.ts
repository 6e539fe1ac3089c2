/** How a story is split into requests: what the reader sees is marked first, and no request is too large. */
import { describe, expect, it } from 'vitest';
import { BATCH_TEXT, FIRST_BATCH_TEXT, scanBatches } from '../../../lib/page/read/scan-batches';
import type { MappedBlock } from '../../../lib/page/read/text-block';

const block = (id: number, length: number) => ({ id, text: 'a'.repeat(length) }) as MappedBlock;
const batches = (lengths: readonly number[], onScreen: readonly number[] = []) => {
  const blocks = lengths.map((length, id) => block(id, length));
  return scanBatches(blocks, ({ id }) => onScreen.includes(id)).map((batch) => batch.map(({ id }) => id));
};

describe('a story is scanned', () => {
  it('in one request if it is short, in none if it is empty', () => {
    expect(batches([3_000, 3_000])).toEqual([[0, 1]]);
    expect(batches([])).toEqual([]);
  });

  it('in a small request first, then in large ones, each filled to its limit', () => {
    expect(batches([FIRST_BATCH_TEXT - 1, 1, 1])).toEqual([[0, 1], [2]]);
    expect(batches([FIRST_BATCH_TEXT, BATCH_TEXT - 1, 1, 1])).toEqual([[0], [1, 2], [3]]);
  });

  it('with a paragraph above the limit alone in its request', () => {
    expect(batches([FIRST_BATCH_TEXT + 1, BATCH_TEXT + 1, 1])).toEqual([[0], [1], [2]]);
  });

  const LONG = [FIRST_BATCH_TEXT, BATCH_TEXT, BATCH_TEXT, BATCH_TEXT];
  it('in reading order, except that what is on the screen comes second', () => {
    expect(batches(LONG)).toEqual([[0], [1], [2], [3]]);
    expect(batches(LONG, [2])).toEqual([[0], [2], [1], [3]]);
    expect(batches(LONG, [2, 3])).toEqual([[0], [2], [1], [3]]);
  });

  it('in reading order if the beginning is on the screen', () => {
    expect(batches(LONG, [0, 3])).toEqual([[0], [1], [2], [3]]);
  });
});
