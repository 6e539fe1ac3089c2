/** Writes rows of any length: numbers in seven bits a byte, texts as UTF-8 after their length. */
import { strToU8 } from 'fflate';

const LAST_ASCII = 127;

export interface RecordWriter {
  readonly length: number;
  /** A whole number from 0 to 2³² - 1. */
  number(value: number): void;
  text(value: string): void;
  bytes(value: Uint8Array): void;
  /** A copy of everything written since the last `take`. */
  take(): Uint8Array;
  /** Appends everything written since the last `take` to another writer, without a copy for each of a million rows. */
  moveTo(other: RecordWriter): void;
}

export function createRecordWriter(capacity = 65_536): RecordWriter {
  let bytes = new Uint8Array(capacity);
  let length = 0;
  const room = (more: number): void => {
    if (length + more <= bytes.length) return;
    const larger = new Uint8Array(Math.max(bytes.length * 2, length + more));
    larger.set(bytes);
    bytes = larger;
  };
  const writer: RecordWriter = {
    get length() {
      return length;
    },
    number(value) {
      room(5);
      let rest = value;
      for (; rest > 127; rest = Math.floor(rest / 128)) bytes[length++] = (rest & 127) | 128;
      bytes[length++] = rest;
    },
    text(value) {
      const before = length;
      writer.number(value.length);
      room(value.length);
      for (let at = 0; at < value.length; at++) {
        const unit = value.charCodeAt(at);
        if (unit > LAST_ASCII) {
          // Rare: grow and write the text again.
          length = before;
          const encoded = strToU8(value);
          writer.number(encoded.length);
          writer.bytes(encoded);
          return;
        }
        bytes[length++] = unit;
      }
    },
    bytes(value) {
      room(value.length);
      bytes.set(value, length);
      length += value.length;
    },
    moveTo(other) {
      other.bytes(bytes.subarray(0, length));
      length = 0;
    },
    take() {
      const taken = bytes.slice(0, length);
      length = 0;
      return taken;
    },
  };
  return writer;
}
