/** Writes what a scan needs about each entity; `openHeads` reads it back in the same order. */

import { earliest } from '../time';
import { createDatePacker, rememberDates } from './date-packer';
import { lifeOf } from './life';
import { KIND_NUMBERS } from './numbers';
import { createRecordWriter } from './record-writer';
import { recordList } from './records';
import type { SectionData } from './section-builder';
import type { EntityRow, FactRow } from './source';
import type { Office } from './types';

export interface HeadRow {
  readonly entity: EntityRow;
  /** Those with this entity as subject. */
  readonly facts: readonly FactRow[];
  readonly offices: readonly Office[];
  /** Rows of related entities, ascending, without duplicates. */
  readonly neighbours: Uint32Array;
  /** Indices into the list of all stems, ascending. */
  readonly stems: Uint32Array;
}

export interface HeadWriter {
  put(row: HeadRow): void;
  done(): Record<'headOffsets' | 'heads' | 'titleOffsets' | 'titles', SectionData>;
}

export function headWriter(): HeadWriter {
  const writer = createRecordWriter();
  const heads = recordList(writer);
  const titleWriter = createRecordWriter();
  const titles = recordList(titleWriter);
  const packDate = createDatePacker();
  const firstDay = rememberDates(earliest);
  const titleNumbers = new Map<string, number>();

  const titleNumber = (title: string): number => {
    const known = titleNumbers.get(title);
    if (known !== undefined) return known;
    titleNumbers.set(title, titles.length);
    titleWriter.text(title);
    titles.close();
    return titles.length - 1;
  };
  const date = (value: string | null): void => writer.number(value === null ? 0 : (packDate(value) ?? 0));
  const ascending = (values: ArrayLike<number>): void => {
    writer.number(values.length);
    for (let at = 0, last = 0; at < values.length; last = values[at++]!) writer.number(values[at]! - last);
  };

  return {
    put({ entity, facts, offices, neighbours, stems }) {
      const life = lifeOf(facts, firstDay);
      writer.text(entity.key);
      writer.text(entity.name);
      writer.text(entity.gloss);
      writer.number(KIND_NUMBERS[entity.kind]);
      writer.number(entity.prominence);
      date(life.begins);
      date(life.ends);
      writer.number(offices.length);
      for (const office of offices) {
        writer.number(titleNumber(office.title));
        date(office.start);
        date(office.end);
      }
      ascending(neighbours);
      ascending(stems);
      heads.close();
    },
    done() {
      const [first, second] = [heads.done(), titles.done()];
      return {
        headOffsets: first.offsets,
        heads: first.bytes,
        titleOffsets: second.offsets,
        titles: second.bytes,
      };
    },
  };
}
