/** Reads the sources of a pack, in the order numbered by `sourceWriter`. */
import type { Source } from '../facts';
import { plainLabel } from '../text';
import { damaged } from './damaged';
import { unpackDay } from './packed-date';
import { openRecords } from './records';
import type { Sections } from './sections';

export interface Sources {
  readonly count: number;
  at(number: number): Source;
}

export function openSources({ sourceOffsets, sources }: Sections): Sources {
  const recordAt = openRecords(sourceOffsets, sources);
  return {
    // One more offset closes the last record.
    count: sourceOffsets.length - 1,
    at(number) {
      const record = recordAt(number);
      const name = plainLabel(record.text());
      const url = record.number() === 0 ? null : record.text();
      const licence = record.number() === 0 ? null : plainLabel(record.text());
      const asOf = unpackDay(record.number());
      if (!asOf) throw damaged('day of a source');
      return { name, url, licence, asOf };
    },
  };
}
