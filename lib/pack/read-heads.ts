/** Reads what a scan needs about an entity, in the order written by `headWriter`. */
import { firstWhere } from '../lists';
import { plainLabel } from '../text';
import { compareAscii } from './compare-ascii';
import { damaged } from './damaged';
import type { Life } from './life';
import { KIND_NUMBERS, wordsByNumber } from './numbers';
import { unpackDate } from './packed-date';
import type { RecordReader } from './record-reader';
import { openRecords } from './records';
import type { Sections } from './sections';
import type { EntityHead, Office } from './types';

const KIND_OF = wordsByNumber(KIND_NUMBERS);

export interface Heads {
  readonly count: number;
  row(key: string): number;
  key(row: number): string;
  entity(row: number): EntityHead;
  life(row: number): Life;
  offices(row: number): Office[];
  neighbours(row: number): Uint32Array;
  stems(row: number): Uint32Array;
}

export function openHeads({ headOffsets, heads, titleOffsets, titles, stems }: Sections, entityCount: number): Heads {
  const recordAt = openRecords(headOffsets, heads);
  const titleAt = openRecords(titleOffsets, titles);

  const headAt = (row: number): RecordReader => {
    if (!(row >= 0 && row < entityCount)) throw new RangeError(`the pack has no entity ${row}`);
    return recordAt(row);
  };
  /** A reader positioned after key, name, gloss, kind and prominence. */
  const behindEntity = (row: number): RecordReader => {
    const head = headAt(row);
    head.skipText();
    head.skipText();
    head.skipText();
    head.number();
    head.number();
    return head;
  };
  const behindLife = (row: number): RecordReader => {
    const head = behindEntity(row);
    head.number();
    head.number();
    return head;
  };
  const behindOffices = (row: number): RecordReader => {
    const head = behindLife(row);
    for (let rest = head.number() * 3; rest > 0; rest--) head.number();
    return head;
  };
  const dateOf = (head: RecordReader): string | null => {
    const date = unpackDate(head.number());
    if (date === undefined) throw damaged('date of a head');
    return date;
  };
  const ascending = (head: RecordReader, row: number): Uint32Array => {
    const length = head.number();
    if (length > heads.length) throw damaged(`list of entity ${row}`);
    const values = new Uint32Array(length);
    for (let at = 0, last = 0; at < length; at++) {
      last += head.number();
      values[at] = last;
    }
    return values;
  };
  const neighboursOf = (head: RecordReader, row: number): Uint32Array => {
    const rows = ascending(head, row);
    if (rows.some((other) => other >= entityCount)) throw damaged(`neighbours of entity ${row}`);
    return rows;
  };

  return {
    count: entityCount,
    row(key) {
      const orderTo = (row: number) => compareAscii(headAt(row).raw(), key);
      const row = firstWhere(entityCount, (one) => orderTo(one) >= 0);
      return row < entityCount && orderTo(row) === 0 ? row : -1;
    },
    key: (row) => headAt(row).text(),
    entity(row) {
      const head = headAt(row);
      const [key, name, gloss] = [head.text(), plainLabel(head.text()), plainLabel(head.text())];
      const [kind, prominence] = [KIND_OF.get(head.number()), head.number()];
      if (kind === undefined || prominence > 255) throw damaged(`kind of entity ${row}`);
      return { key, name, gloss, kind, prominence };
    },
    life(row) {
      const head = behindEntity(row);
      return { begins: dateOf(head), ends: dateOf(head) };
    },
    offices(row) {
      const head = behindLife(row);
      const found: Office[] = [];
      for (let rest = head.number(); rest > 0; rest--) {
        found.push({ title: titleAt(head.number()).text(), start: dateOf(head), end: dateOf(head) });
      }
      return found;
    },
    neighbours: (row) => neighboursOf(behindOffices(row), row),
    stems(row) {
      const head = behindOffices(row);
      for (let rest = head.number(); rest > 0; rest--) head.number();
      return ascending(head, row).map((place) => stems.at(place));
    },
  };
}
