/** Reads what `RecordWriter` wrote. A row that says more than it has is damaged. */
import { damaged } from './damaged';
import { decodeUtf8 } from './decode-utf8';

const LONGEST_NUMBER = 5;

export interface RecordReader {
  readonly isDone: boolean;
  number(): number;
  text(): string;
  /** The bytes of a text, not yet decoded. */
  raw(): Uint8Array;
  skipText(): void;
}

export function createRecordReader(bytes: Uint8Array): RecordReader {
  let at = 0;
  const number = (): number => {
    let value = 0;
    for (let read = 0, unit = 1; read < LONGEST_NUMBER; read++, unit *= 128) {
      const byte = bytes[at++];
      if (byte === undefined) break;
      value += (byte & 127) * unit;
      if (byte < 128) return value;
    }
    throw damaged(`number at ${at} of ${bytes.length}`);
  };
  const raw = (): Uint8Array => {
    const length = number();
    if (at + length > bytes.length) throw damaged(`text at ${at} of ${bytes.length}`);
    at += length;
    return bytes.subarray(at - length, at);
  };
  return {
    get isDone() {
      return at >= bytes.length;
    },
    number,
    raw,
    text: () => decodeUtf8(raw()),
    skipText: () => void raw(),
  };
}
