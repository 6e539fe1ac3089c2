import { u32List } from './section-builder';

/**
 * A list of numbers for each row, all in one: a hundred thousand arrays would be gone through by every garbage collection.
 * A row is a view, good until the next number is put.
 */
export interface U32Lists {
  readonly count: number;
  put(value: number): void;
  /** The next row begins. */
  close(): void;
  of(row: number): Uint32Array;
}

export function u32Lists(): U32Lists {
  const values = u32List();
  const ends = u32List();
  ends.push(0);
  return {
    get count() {
      return ends.length - 1;
    },
    put: values.push,
    close: () => ends.push(values.length),
    of: (row) => values.range(ends.at(row), ends.at(row + 1)),
  };
}
