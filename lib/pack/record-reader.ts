/** Reads what `RecordWriter` wrote. A row that says more than it has is damaged. */
import { damaged } from './damaged';
import { decodeUtf8 } from './decode-utf8';

const LONGEST_NUMBER = 5;

export interface RecordReader {
  readonly isDone: boolean;
  /** Where what comes next begins. */
  readonly at: number;
  number(): number;
  text(): string;
  /** The bytes of a text, not yet decoded. */
  raw(): Uint8Array;
  /** Where the text began. */
  skipText(): number;
}

/** A class over bytes that are not cut out, not closures over those that are: a scan reads two thousand rows. */
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
