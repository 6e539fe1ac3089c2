/** Reads what `RecordWriter` wrote. Reading past a row's end means the pack is damaged. */
import { damaged } from './damaged';
import { decodeUtf8 } from './decode-utf8';

const LONGEST_NUMBER = 5;

export interface RecordReader {
  readonly isDone: boolean;
  /** Where the next item begins. */
  readonly at: number;
  number(): number;
  text(): string;
  /** The bytes of a text, undecoded. */
  raw(): Uint8Array;
  /** Returns where the text began. */
  skipText(): number;
}

/** A class over the shared bytes rather than closures over slices: a scan reads two thousand rows. */
class Reader implements RecordReader {
  constructor(
    private readonly bytes: Uint8Array,
    public at: number,
    private readonly end: number,
  ) {}

  get isDone(): boolean {
    return this.at >= this.end;
  }

  number(): number {
    let value = 0;
    for (let read = 0, unit = 1; read < LONGEST_NUMBER && this.at < this.end; read++, unit *= 128) {
      const byte = this.bytes[this.at++]!;
      value += (byte & 127) * unit;
      if (byte < 128) return value;
    }
    throw damaged(`number at ${this.at} of ${this.end}`);
  }

  text(): string {
    return decodeUtf8(this.raw());
  }

  raw(): Uint8Array {
    const start = this.skipText();
    return this.bytes.subarray(start, this.at);
  }

  skipText(): number {
    const length = this.number();
    if (this.at + length > this.end) throw damaged(`text at ${this.at} of ${this.end}`);
    this.at += length;
    return this.at - length;
  }
}

export const createRecordReader = (bytes: Uint8Array, from = 0, to = bytes.length): RecordReader =>
  new Reader(bytes, from, to);
