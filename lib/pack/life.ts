import { propertyOf } from '../facts';
import { type Day, isBefore, latest, type PartialDate } from '../time';
import type { FactRow } from './source';

/** The first day on which anything is known about the entity, and the day it ended. */
export interface Life {
  readonly begins: Day | null;
  readonly ends: Day | null;
}

/** `facts` have the entity as subject; `firstDay` is `earliest`, possibly cached. */
export function lifeOf(
  facts: readonly Pick<FactRow, 'property' | 'start' | 'end'>[],
  firstDay: (date: PartialDate) => Day,
): Life {
  let begins: Day | null = null;
  let ends: Day | null = null;
  for (const fact of facts) {
    const { line, ends: isEnd } = propertyOf(fact.property);
    if (line === null) continue; // A tie may be older than its subject: "part of", "capital".
    const start = fact.start === null ? null : firstDay(fact.start);
    if (start !== null && (begins === null || isBefore(start, begins))) begins = start;
    const date = fact.end ?? fact.start;
    if (isEnd && date !== null) ends = latest(date);
  }
  return { begins, ends };
}
