/** Writes former keys of entities; `openFormers` reads them back. */
import { createRecordWriter } from './record-writer';
import { recordList } from './records';
import { type SectionData, u32List } from './section-builder';
import type { EntityRow } from './source';

type FormerSections = Record<'formerOffsets' | 'formers' | 'formerEntities', SectionData>;

/** @param entities in row order. */
export function writeFormers(entities: readonly EntityRow[]): FormerSections {
  const all = entities.flatMap(({ formerly }, row) => formerly.map((key) => ({ key, row })));
  all.sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : one.row - other.row));
  const writer = createRecordWriter();
  const records = recordList(writer);
  const rows = u32List();
  for (const { key, row } of all) {
    writer.text(key);
    records.close();
    rows.push(row);
  }
  const { offsets, bytes } = records.done();
  return { formerOffsets: offsets, formers: bytes, formerEntities: rows.done() };
}
