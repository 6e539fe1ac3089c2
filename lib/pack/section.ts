/** A section of the scan part. Its bytes are checked before anything in it is read. */
import { damaged } from './damaged';

export interface Section<View extends Uint8Array | Uint32Array> {
  readonly length: number;
  /** A required number; beyond the section's end the pack is damaged. */
  at(index: number): number;
  range(from: number, to: number): View;
  /** Checks the numbers in `from`…`to`, `to` excluded. */
  check(from: number, to: number): void;
  /** For inner loops that have already checked what they read. */
  readonly view: View;
}

export function openSection<View extends Uint8Array | Uint32Array>(
  view: View,
  offset: number,
  checkBytes: (from: number, to: number) => void,
): Section<View> {
  const width = view.BYTES_PER_ELEMENT;
  const check = (from: number, to: number): void => {
    if (from > to || to > view.length) throw damaged(`from ${from} to ${to} of ${view.length}`);
    if (to > from) checkBytes(offset + from * width, offset + to * width);
  };
  return {
    length: view.length,
    view,
    check,
    at(index) {
      const value = view[index];
      if (value === undefined) throw damaged(`number ${index} of ${view.length}`);
      check(index, index + 1);
      return value;
    },
    range(from, to) {
      check(from, to);
      return view.subarray(from, to) as View;
    },
  };
}
