/** How much of what the tables tell of spans holds on a day: the measure of how fresh a pack is. */
import { PROPERTIES } from '../../lib/facts';
import type { FactRow } from '../../lib/pack';
import { against, type Day, isBefore } from '../../lib/time';

export interface Holding {
  /** Offices, roles and states that hold on the day, by a source that could know. */
  readonly held: number;
  /** Those without an end in a source that is older: cards tell them under "Last known". */
  readonly lastKnown: number;
}

const SPANS: ReadonlySet<string | null> = new Set(['office', 'role', 'status']);

export function howManyHold(facts: readonly FactRow[], day: Day): Holding {
  let held = 0;
  let lastKnown = 0;
  for (const { property, start, end, source } of facts) {
    if (!SPANS.has(PROPERTIES[property].line)) continue;
    if (start !== null && against(start, day) === 'after') continue;
    if (end !== null) held += against(end, day) === 'before' ? 0 : 1;
    else if (isBefore(source.asOf, day)) lastKnown += 1;
    else held += 1;
  }
  return { held, lastKnown };
}
