/** Writes the keys that entities had before; `openFormers` reads them back. */
import { createRecordWriter } from './record-writer';
import { recordList } from './records';
import { type SectionData, u32List } from './section-builder';
import type { EntityRow } from './source';

type FormerSections = Record<'formerOffsets' | 'formers' | 'formerEntities' | 'formersByKey', SectionData>;

/** @param entities in the order of their rows. */
export function writeFormers(entities: readonly EntityRow[]): FormerSections {
  const writer = createRecordWriter();
  const records = recordList(writer);
  const rows = u32List();
  const keys: string[] = [];
  entities.forEach(({ formerly }, row) => {
    for (const key of [...formerly].sort()) {
      writer.text(key);
      records.close();
      rows.push(row);
      keys.push(key);
    }
  });
  const byKey = Uint32Array.from(keys.keys()).sort((one, other) =>
    keys[one]! < keys[other]! ? -1 : keys[one]! > keys[other]! ? 1 : one - other,
  );
  const { offsets, bytes } = records.done();
  return { formerOffsets: offsets, formers: bytes, formerEntities: rows.done(), formersByKey: byKey };
}
