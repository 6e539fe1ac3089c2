/** A section of the scan part. Whatever is read of it, its bytes are checked before. */
import { damaged } from './damaged';

export interface Section<View extends Uint8Array | Uint32Array> {
  readonly length: number;
  /** A number that must be there; beyond the end of its section the pack is damaged. */
  at(index: number): number;
  range(from: number, to: number): View;
  /** Checks the numbers from `from` to before `to`. */
  check(from: number, to: number): void;
  /** For who has checked what it reads: inner loops. */
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
