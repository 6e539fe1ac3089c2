import type { Reading } from './reading';
import type { Chosen } from './scene';
import { placeOf } from './spans';
import { capitalRuns } from './spellings';
import type { Cover } from './surroundings';

/** Places of capitalised names that were linked to nothing: what a noun or an office points to may be one of them. */
export function findStrangers(
  readings: readonly Reading[],
  covers: readonly Cover[],
  chosen: readonly Chosen[],
): number[] {
  const linked = new Set<number>();
  for (const { span } of chosen)
    for (let word = span.first; word <= span.last; word++) linked.add(placeOf(span.at, word));
  const strangers: number[] = [];
  for (const [at, reading] of readings.entries()) {
    if (reading.titled) continue;
    for (const [from, to] of capitalRuns(reading, covers[at])) {
      if (from === to && reading.words[from]?.initial) continue;
      let known = false;
      for (let word = from; word <= to; word++) known ||= linked.has(placeOf(at, word));
      if (!known) strangers.push(placeOf(at, from));
    }
  }
  return strangers;
}
