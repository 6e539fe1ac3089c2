/**
 * Sets a fact against a day. What the source could not know is not claimed: a fact without an end holds only up to
 * the day on which the source was read, and is `unconfirmed` after it.
 */
import type { DatedLine } from './card-view';
import type { Day, Fact, PartialDate } from './model';
import { earliest, latest } from './partial-date';

/** `over` is the day on which the entity itself came to an end (death, dissolution), if it did. */
export function placeInTime(fact: Fact, day: Day, over: Day | null): DatedLine {
  // A happening without an end is over with its day, and a number is one of its date; an open office of somebody who has died
  // ended with the death.
  const end = fact.end ?? (isPoint(fact) || fact.kind === 'figure' ? fact.start : over);
  return { text: fact.text, start: fact.start, end, tense: tenseOf(fact, end, day), source: fact.source };
}

/** Does the fact tell of a happening rather than of a span in which something holds? */
export function isPoint(fact: Fact): boolean {
  if (fact.kind === 'event' || fact.kind === 'life') return true;
  return fact.kind !== 'figure' && fact.start !== null && fact.start === fact.end;
}

function tenseOf(fact: Fact, end: string | null, day: Day): DatedLine['tense'] {
  if (fact.start !== null && earliest(fact.start) > day) return 'ahead';
  // Of the year or the month of the story, and no more is known: it may have come after the story.
  if (fact.start !== null && latest(fact.start) > day) {
    if (isPoint(fact)) return 'ahead';
    if (isYear(fact.start)) return 'unconfirmed';
  }
  if (end !== null) return latest(end) < day ? 'past' : 'held';
  return fact.source.asOf < day ? 'unconfirmed' : 'held';
}

const isYear = (date: PartialDate): boolean => date.replace('~', '').length === 4;

/** The day on which the entity came to an end, if that is known and was not after `day`. */
export function overBy(facts: readonly Fact[], day: Day): Day | null {
  for (const fact of facts) {
    const date = fact.end ?? fact.start;
    if (fact.ends && date !== null && latest(date) <= day) return latest(date);
  }
  return null;
}
