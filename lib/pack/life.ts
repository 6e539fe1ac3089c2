import type { Fact } from '../facts';
import { type Day, earliest, isBefore, latest } from '../time';

/** First day of which anything is known, and the day on which the entity came to an end. */
export interface Life {
  readonly begins: Day | null;
  readonly ends: Day | null;
}

export function lifeOf(facts: readonly Pick<Fact, 'start' | 'end' | 'ends'>[]): Life {
  let begins: Day | null = null;
  let ends: Day | null = null;
  for (const fact of facts) {
    const start = fact.start === null ? null : earliest(fact.start);
    if (start !== null && (begins === null || isBefore(start, begins))) begins = start;
    const date = fact.end ?? fact.start;
    if (fact.ends && date !== null) ends = latest(date);
  }
  return { begins, ends };
}
