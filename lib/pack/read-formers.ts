/** Reads the keys that entities had before, in both directions. Who keeps a key finds with it what became of it. */
import type { EntityKey } from '../facts';
import { compareAscii } from './compare-ascii';
import { damaged } from './damaged';
import { openRecords } from './records';
import type { Sections } from './sections';

export interface Formers {
  heirs(key: EntityKey): number[];
  keysOf(row: number): EntityKey[];
}

export function openFormers(sections: Sections, entityCount: number): Formers {
  const { formerEntities, formersByKey } = sections;
  const recordAt = openRecords(sections.formerOffsets, sections.formers);
  const count = formerEntities.length;

  /** The first place from which on `isBehind` holds. */
  const firstPlace = (isBehind: (place: number) => boolean): number => {
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (isBehind(middle)) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  const byKey = (place: number): number => {
    const number = formersByKey.at(place);
    if (number >= count) throw damaged(`former key ${number}`);
    return number;
  };
  const orderTo = (place: number, key: string): number => compareAscii(recordAt(byKey(place)).raw(), key);

  return {
    heirs(key) {
      const rows: number[] = [];
      for (let place = firstPlace((at) => orderTo(at, key) >= 0); place < count && orderTo(place, key) === 0; place++) {
        const row = formerEntities.at(byKey(place));
        // Ascending, each once: so it was written.
        if (row >= entityCount || row <= (rows.at(-1) ?? -1)) throw damaged(`heir of a former key: ${row}`);
        rows.push(row);
      }
      return rows;
    },
    keysOf(row) {
      if (!(row >= 0 && row < entityCount)) throw new RangeError(`the pack has no entity ${row}`);
      const keys: EntityKey[] = [];
      for (let at = firstPlace((place) => formerEntities.at(place) >= row); at < count; at++) {
        if (formerEntities.at(at) !== row) break;
        keys.push(recordAt(at).text());
      }
      return keys;
    },
  };
}
