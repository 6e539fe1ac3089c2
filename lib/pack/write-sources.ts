/** Stores every source once: a pack has a million facts but a few hundred sources. */
import type { Source } from '../facts';
import { packDate } from './packed-date';
import { createRecordWriter } from './record-writer';
import { recordList } from './records';
import type { SectionData } from './section-builder';

export interface SourceWriter {
  /** Returns the source's number. */
  put(source: Source): number;
  done(): Record<'sourceOffsets' | 'sources', SectionData>;
}

export function sourceWriter(): SourceWriter {
  const writer = createRecordWriter();
  const rows = recordList(writer);
  const numbers = new Map<string, number>();
  // Rows of one source and day usually share the object.
  const known = new Map<Source, number>();
  return {
    put(source) {
      const seen = known.get(source);
      if (seen !== undefined) return seen;
      const id = JSON.stringify([source.name, source.url, source.licence, source.asOf]);
      let number = numbers.get(id);
      if (number === undefined) {
        number = rows.length;
        numbers.set(id, number);
        writer.text(source.name);
        for (const part of [source.url, source.licence]) {
          writer.number(part === null ? 0 : 1);
          if (part !== null) writer.text(part);
        }
        writer.number(packDate(source.asOf) ?? 0);
        rows.close();
      }
      known.set(source, number);
      return number;
    },
    done() {
      const { offsets, bytes } = rows.done();
      return { sourceOffsets: offsets, sources: bytes };
    },
  };
}
