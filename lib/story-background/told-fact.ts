/** A dated fact of the story, with what is needed to weigh it. */
import { type Fact, isPoint, lineOf } from '../facts';
import { type Day, earliest, isBefore, latest, type PartialDate } from '../time';
import type { StoryLine, TurningPoint } from './types';

export interface ToldFact extends StoryLine {
  readonly fact: Fact;
  readonly isPoint: boolean;
  /** Entities of the story in it, including its own. */
  readonly touches: ReadonlySet<string>;
}

export interface Turn {
  readonly told: ToldFact;
  readonly turn: PartialDate;
  /** First and last day it can mean; cached for comparisons. */
  readonly first: Day;
  readonly last: Day;
  readonly ends: boolean;
}

/**
 * The dates at which a fact counts as something that happened: its start, and for a span also its end. A date after the
 * day its source was read was an expectation, not a fact.
 */
export function turnsOf(told: ToldFact): Turn[] {
  const { fact, start, end } = told;
  const turnAt = (turn: PartialDate, ends: boolean): Turn[] => {
    const first = earliest(turn);
    return isBefore(fact.source.asOf, first) ? [] : [{ told, turn, first, last: latest(turn), ends }];
  };
  const begin = start ?? (told.isPoint ? end : null);
  const isSpan = !told.isPoint && told.telling === 'line' && end !== null && end !== start;
  return [...(begin === null ? [] : turnAt(begin, false)), ...(isSpan ? turnAt(end, true) : [])];
}

/** A tie to a one-day event is a point, even without a written end. */
export function tellsPoint(fact: Fact): boolean {
  if (lineOf(fact) !== null) return isPoint(fact);
  return fact.start !== null && fact.start === fact.end;
}

/** Where a date lies relative to the story: if only the story's own year or month is known, it is `around`. */
export function relationTo({ first, last }: Turn, day: Day): 'before' | 'around' | 'after' {
  if (isBefore(day, first)) return 'after';
  return isBefore(day, last) ? 'around' : 'before';
}

export const asTurningPoint = ({ told, turn, ends }: Turn): TurningPoint => ({ ...bareTold(told), turn, ends });

export function bareTold({ fact: _, isPoint: __, touches: ___, ...line }: ToldFact): StoryLine {
  return line;
}
