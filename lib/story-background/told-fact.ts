/** A dated fact of the story, with what it takes to weigh it. */
import { type Fact, isPoint, lineOf } from '../facts';
import { against, type Day, earliest, isBefore, latest, type PartialDate } from '../time';
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
  readonly ends: boolean;
}

/**
 * The dates for which a fact can stand among what happened: that it began, and where a line tells of a span, that it ended.
 * A date after the day on which the source was read is what somebody expected, and no fact.
 */
export function turnsOf(told: ToldFact): Turn[] {
  const { fact, start, end } = told;
  const happened = (date: PartialDate) => !isBefore(fact.source.asOf, earliest(date));
  const turns: Turn[] = [];
  const first = start ?? (told.isPoint ? end : null);
  if (first !== null && happened(first)) turns.push({ told, turn: first, ends: false });
  const isSpan = !told.isPoint && told.telling === 'line' && end !== null && end !== start;
  if (isSpan && happened(end)) turns.push({ told, turn: end, ends: true });
  return turns;
}

/** A tie to what happens on one day is no span, though no end of it is written. */
export function tellsPoint(fact: Fact): boolean {
  if (lineOf(fact) !== null) return isPoint(fact);
  return fact.start !== null && fact.start === fact.end;
}

/** Where a date stands as seen from the story: of its year or month, and no more is known, it is `around`. */
export function placeOf(date: PartialDate, day: Day): 'before' | 'around' | 'after' {
  const stands = against(date, day);
  if (stands !== 'within') return stands;
  return isBefore(day, latest(date)) ? 'around' : 'before';
}

export const asTurningPoint = ({ told, turn, ends }: Turn): TurningPoint => ({ ...bareTold(told), turn, ends });

export function bareTold({ fact: _, isPoint: __, touches: ___, ...line }: ToldFact): StoryLine {
  return line;
}
