/** A dated fact of the story, with what it takes to weigh it. */
import { type Fact, isPoint, lineOf } from '../facts';
import { type Day, earliest, isBefore, latest, type PartialDate } from '../time';
import type { StoryLine, TurningPoint } from './types';

export interface ToldFact extends StoryLine {
  readonly fact: Fact;
  readonly isPoint: boolean;
  /** Entities of the story in it, its own included. */
  readonly touches: ReadonlySet<string>;
}

export interface Turn {
  readonly told: ToldFact;
  readonly turn: PartialDate;
  /** The first and the last day that it can mean: asked for by every comparison. */
  readonly first: Day;
  readonly last: Day;
  readonly ends: boolean;
}

/**
 * The dates for which a fact can stand among what happened: that it began, and where a line tells of a span, that it ended.
 * A date after the day on which the source was read is what somebody expected, and no fact.
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

/** A tie to what happens on one day is no span, though no end of it is written. */
export function tellsPoint(fact: Fact): boolean {
  if (lineOf(fact) !== null) return isPoint(fact);
  return fact.start !== null && fact.start === fact.end;
}

/** Where a date stands as seen from the story: of its year or month, and no more is known, it is `around`. */
export function placeOf({ first, last }: Turn, day: Day): 'before' | 'around' | 'after' {
  if (isBefore(day, first)) return 'after';
  return isBefore(day, last) ? 'around' : 'before';
}

export const asTurningPoint = ({ told, turn, ends }: Turn): TurningPoint => ({ ...bareTold(told), turn, ends });

export function bareTold({ fact: _, isPoint: __, touches: ___, ...line }: ToldFact): StoryLine {
  return line;
}
