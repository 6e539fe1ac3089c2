/** A pack's sources, as shown to its reader: each once, with the days on which it was read. */
import type { Source } from '../facts';
import type { Pack } from '../pack';
import { type Day, isBefore } from '../time';

export interface PackCredit extends Omit<Source, 'asOf'> {
  /** First and last day on which it was read. */
  readonly first: Day;
  readonly last: Day;
}

export interface PackCredits {
  /** In alphabetical order. */
  readonly sources: readonly PackCredit[];
  /** Each licence with its number of sources, most usual first; null: none is stated. */
  readonly licences: readonly { readonly licence: string | null; readonly sources: number }[];
  /** How many were not read: no real pack has so many. */
  readonly unread: number;
}

/** A stranger's pack may name a million. */
const MOST_READ = 5_000;

/** @throws PackError for a damaged pack. */
export function readCredits(pack: Pack): PackCredits {
  const bySource = new Map<string, PackCredit>();
  const read = Math.min(pack.sourceCount, MOST_READ);
  for (let number = 0; number < read; number++) {
    const { name, url, licence, asOf } = pack.source(number);
    const id = JSON.stringify([name, url, licence]);
    const known = bySource.get(id) ?? { name, url, licence, first: asOf, last: asOf };
    bySource.set(id, {
      ...known,
      first: isBefore(asOf, known.first) ? asOf : known.first,
      last: isBefore(known.last, asOf) ? asOf : known.last,
    });
  }
  const sources = [...bySource.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
  const byLicence = new Map<string | null, number>();
  for (const { licence } of sources) byLicence.set(licence, (byLicence.get(licence) ?? 0) + 1);
  const licences = [...byLicence].map(([licence, count]) => ({ licence, sources: count }));
  return {
    sources,
    licences: licences.sort((one, other) => other.sources - one.sources),
    unread: pack.sourceCount - read,
  };
}
