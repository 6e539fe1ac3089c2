/** Facts as lines, each relative to a day and with its fact: what cards and pages select from. */
import { comparePartialDates, type Day, isBefore, type PartialDate, precisionOf } from '../time';
import type { DatedLine, Wording } from './card-view';
import type { EntityKey, Fact, Source } from './model';
import { isPoint, placeInTime } from './place-in-time';
import type { LineKind } from './properties';
import { endsEntity, lineOf } from './tell-fact';

export interface PlacedLine extends DatedLine {
  readonly fact: Fact;
  readonly line: LineKind;
}

type NameOf = (key: EntityKey) => string | null;

/** `over`: the day on which the entity ended, if it did. */
export const placeLines = (facts: readonly Fact[], day: Day, over: Day | null, nameOf: NameOf): PlacedLine[] =>
  facts.flatMap((fact): PlacedLine[] => {
    const line = lineOf(fact);
    // Ties make no line, so no name is looked up for them.
    const wording = line === null ? null : wordingOf(fact, nameOf);
    if (line === null || wording === null) return [];
    const other = fact.value?.type === 'entity' ? fact.value.key : null;
    return [{ ...wording, other, ...placeInTime(fact, day, over), fact, line }];
  });

export type Band = 'day' | 'around' | 'last-known' | 'before';

/** An event belongs to its own day only, however soon afterwards the story was written. */
export function bandOf({ tense, start, end, fact }: PlacedLine, day: Day): Band {
  if (tense === 'unconfirmed') return end === null && isBefore(fact.source.asOf, day) ? 'last-known' : 'around';
  if (tense !== 'held') return 'before';
  // In a month that ends on the story's day it may well have come before.
  const isRough = isPoint(fact) && start === end && start !== null && precisionOf(start) !== 'day';
  return isRough && !endsEntity(fact) ? 'before' : 'day';
}

/** Null if no pack names the entity at the other end. */
export function wordingOf({ property, side, words, value }: Fact, nameOf: NameOf): Wording | null {
  const name = value?.type === 'entity' ? nameOf(value.key) : null;
  if (value?.type === 'entity' && name === null) return null;
  return { property, side, words, name, amount: value?.type === 'quantity' ? value.amount : null };
}

export function bareLine({ fact: _, line: __, ...line }: PlacedLine): DatedLine {
  return line;
}

/** Facts without a date come first. */
export function compareDates(a: PartialDate | null, b: PartialDate | null): number {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null);
  return comparePartialDates(a, b);
}

export function distinctSources(sources: readonly Source[]): Source[] {
  const seen = new Map<string, Source>();
  for (const source of sources) seen.set(`${source.name}|${source.url}|${source.asOf}`, source);
  return [...seen.values()];
}
