/** Reads former keys of entities in both directions. Anyone with a stored key finds out what became of it. */

import type { EntityKey } from '../facts';
import { firstWhere } from '../lists';
import { compareAscii } from './compare-ascii';
import { damaged } from './damaged';
import { openRecords } from './records';
import type { Sections } from './sections';

export interface Formers {
  heirs(key: EntityKey): number[];
  keysOf(row: number): EntityKey[];
}

export function openFormers(sections: Sections, entityCount: number): Formers {
  const { formerEntities } = sections;
  const recordAt = openRecords(sections.formerOffsets, sections.formers);
  const count = formerEntities.length;
  const orderTo = (place: number, key: string): number => compareAscii(recordAt(place).raw(), key);

  const firstPlaceOf = (key: string): number => firstWhere(count, (place) => orderTo(place, key) >= 0);

  return {
    heirs(key) {
      const rows: number[] = [];
      for (let place = firstPlaceOf(key); place < count && orderTo(place, key) === 0; place++) {
        const row = formerEntities.at(place);
        // Written in ascending order, without duplicates.
        if (row >= entityCount || row <= (rows.at(-1) ?? -1)) throw damaged(`heir of a former key: ${row}`);
        rows.push(row);
      }
      return rows;
    },
    keysOf(row) {
      if (!(row >= 0 && row < entityCount)) throw new RangeError(`the pack has no entity ${row}`);
      // One pass over all numbers; only needed when several packs are in use.
      const keys: EntityKey[] = [];
      formerEntities.range(0, count).forEach((heir, place) => {
        if (heir === row) keys.push(recordAt(place).text());
      });
      return keys;
    },
  };
}
