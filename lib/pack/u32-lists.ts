import { u32List } from './section-builder';

/**
 * A list of numbers for each row, stored in one: each garbage collection would traverse a hundred thousand arrays. A
 * row is a view, valid until the next number is added.
 */
export interface U32Lists {
  readonly count: number;
  put(value: number): void;
  /** Starts the next row. */
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
