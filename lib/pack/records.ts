/** Rows of any length in two sections: where each begins, and their bytes. */
import { createRecordReader, type RecordReader } from './record-reader';
import type { RecordWriter } from './record-writer';
import type { Section } from './section';
import { type SectionData, u32List } from './section-builder';

export function openRecords(
  offsets: Section<Uint32Array>,
  bytes: Section<Uint8Array>,
): (index: number) => RecordReader {
  return (index) => {
    const [from, to] = [offsets.at(index), offsets.at(index + 1)];
    bytes.check(from, to);
    return createRecordReader(bytes.view, from, to);
  };
}

export interface RecordList {
  readonly length: number;
  /** Call after each row. */
  close(): void;
  done(): { readonly offsets: SectionData; readonly bytes: SectionData };
}

export function recordList(writer: RecordWriter): RecordList {
  const offsets = u32List();
  offsets.push(0);
  return {
    get length() {
      return offsets.length - 1;
    },
    close: () => offsets.push(writer.length),
    done: () => ({ offsets: offsets.done(), bytes: writer.take() }),
  };
}
