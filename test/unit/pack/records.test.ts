/** Rows follow one another in one array: none may be read beyond its end, whatever its numbers say. */
import { describe, expect, it } from 'vitest';
import { PackError } from '../../../lib/pack';
import { createRecordReader } from '../../../lib/pack/record-reader';
import { openSection } from '../../../lib/pack/section';

describe('a row in a section', () => {
  const bytes = Uint8Array.of(1, 65, 3, 66, 67, 68, 0x80);

  it('has the bytes between its ends', () => {
    const record = createRecordReader(bytes, 2, 6);
    expect([record.text(), record.isDone]).toEqual(['BCD', true]);
  });

  it('is damaged if it claims to be longer', () => {
    expect(() => createRecordReader(bytes, 2, 5).text()).toThrow(PackError);
    expect(() => createRecordReader(bytes, 2, 5).skipText()).toThrow(PackError);
    expect(() => createRecordReader(bytes, 2, 2).number()).toThrow(PackError);
    expect(() => createRecordReader(bytes, 6).number()).toThrow(PackError);
  });

  it('has its ends within the section, the first not after the last', () => {
    const section = openSection(bytes, 0, () => {});
    for (const [from, to] of [
      [2, 1],
      [0, 8],
      [8, 8],
    ] as const) {
      expect(() => section.check(from, to)).toThrow(PackError);
      expect(() => section.range(from, to)).toThrow(PackError);
    }
    expect([...section.range(0, 2)]).toEqual([1, 65]);
  });
});
