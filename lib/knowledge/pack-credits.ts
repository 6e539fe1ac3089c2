/** Where a pack has its facts from, as its reader is told: each source once, with the days on which it was read. */
import type { Source } from '../facts';
import type { Pack } from '../pack';
import { type Day, isBefore } from '../time';

export interface PackCredit extends Omit<Source, 'asOf'> {
  /** The first and the last day on which it was read. */
  readonly first: Day;
  readonly last: Day;
}

export interface PackCredits {
  /** In the order of the alphabet. */
  readonly sources: readonly PackCredit[];
  /** Each licence with the number of sources under it, the most usual first; null: none is stated. */
  readonly licences: readonly { readonly licence: string | null; readonly sources: number }[];
  /** How many there are beyond what was read: no honest pack has so many. */
  readonly unread: number;
}

/** A pack of a stranger may name a million. */
const MOST_READ = 5_000;

/** Throws a PackError for a damaged pack. */
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
