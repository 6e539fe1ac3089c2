/**
 * Places a fact relative to a day. What the source could not know is not claimed: without an end, a fact holds only up
 * to the day its source was read and is `unconfirmed` afterwards.
 */
import { against, type Day, isBefore, latest, type PartialDate } from '../time';
import type { DatedLine } from './card-view';
import type { Fact } from './model';
import { endsEntity, lineOf } from './tell-fact';

export type Placed = Pick<DatedLine, 'start' | 'end' | 'tense' | 'source'>;

/** `over` is the day on which the entity itself ended (death, dissolution), if it did. */
export function placeInTime(fact: Fact, day: Day, over: Day | null): Placed {
  // An event without an end is over on its day; an open office ended with its holder's death.
  const end = fact.end ?? (isPoint(fact) ? fact.start : over);
  return { start: fact.start, end, tense: tenseOf(fact, end, day), source: fact.source };
}

/** Is the fact an event rather than a span in which something holds? */
export function isPoint(fact: Fact): boolean {
  const line = lineOf(fact);
  if (line === 'event' || line === 'life') return true;
  return line !== 'figure' && fact.start !== null && fact.start === fact.end;
}

function tenseOf(fact: Fact, end: PartialDate | null, day: Day): DatedLine['tense'] {
  const start = fact.start ?? (isPoint(fact) ? end : null);
  if (start !== null && against(start, day) === 'after') return 'ahead';
  // All that is known is the story's own year or month: it may have come after the story.
  if (start !== null && isBefore(day, latest(start))) return isPoint(fact) ? 'ahead' : 'unconfirmed';
  if (end !== null) return against(end, day) === 'before' ? 'past' : 'held';
  return isBefore(fact.source.asOf, day) ? 'unconfirmed' : 'held';
}

/** The day on which the entity ended, if known and not after `day`. */
export function overBy(facts: readonly Fact[], day: Day): Day | null {
  for (const fact of facts) {
    const date = fact.end ?? fact.start;
    if (endsEntity(fact) && date !== null && !isBefore(day, latest(date))) return latest(date);
  }
  return null;
}
