import type { Chosen } from '../around/scene';
import { orderOf } from '../find/spans';
import type { WordRun } from '../find/spellings';
import type { Reading } from '../read/reading';

/** Places of capitalised names linked to nothing, which a noun or an office may refer to. */
export function findStrangers(
  readings: readonly Reading[],
  runs: readonly (readonly WordRun[])[],
  chosen: readonly Chosen[],
): number[] {
  const linked = new Set<number>();
  for (const { span } of chosen)
    for (let word = span.first; word <= span.last; word++) linked.add(orderOf(span.at, word));
  const strangers: number[] = [];
  for (const [at, { words }] of readings.entries()) {
    for (const [from, to] of runs[at] ?? []) {
      if (from === to && words[from]?.initial) continue;
      let known = false;
      for (let word = from; word <= to && !known; word++) known = linked.has(orderOf(at, word));
      if (!known) strangers.push(orderOf(at, from));
    }
  }
  return strangers;
}
