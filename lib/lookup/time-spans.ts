/** When a statement holds, as far as it says; and which open ones may still hold. */
import { type Day, earliest, isBefore, latest, type PartialDate, parsePartialDate, writePartialDate } from '../time';
import type { Statement } from './item';

export interface TimeSpan {
  readonly start: PartialDate | null;
  readonly end: PartialDate | null;
}

/** Null if nothing can be said without claiming more than is known. */
export function spanOf({ qualifiers }: Statement): TimeSpan | null {
  const start = dateOf(qualifiers.get('P580'));
  const end = dateOf(qualifiers.get('P582'));
  const [from, to] = [start.date, end.date];
  // There is a successor: it is over, though without a recorded end.
  const isOver = end.isThere || (to === null && qualifiers.get('P1366')?.type === 'item');
  if (from !== null && to !== null) return isBefore(latest(to), earliest(from)) ? null : { start: from, end: to };
  // Over, but with one date missing: it is true in the year of the known date and claimed for no other.
  if (isOver) return yearSpan(to ?? from);
  if (from !== null) return { start: from, end: null };
  const at = dateOf(qualifiers.get('P585'));
  if (at.isThere) return yearSpan(at.date);
  return { start: null, end: null };
}

export const isOpen = ({ end }: TimeSpan): boolean => end === null;

function dateOf(value: Statement['value'] | undefined): {
  readonly isThere: boolean;
  readonly date: PartialDate | null;
} {
  if (value?.type === 'time') return { isThere: true, date: value.date };
  return { isThere: value?.type === 'unknown', date: null };
}

function yearSpan(date: PartialDate | null): TimeSpan | null {
  const parts = date === null ? null : parsePartialDate(date);
  const year = parts && writePartialDate({ ...parts, month: null, day: null });
  return year === null ? null : { start: year, end: year };
}

export interface Dated {
  readonly statement: Statement;
  readonly span: TimeSpan;
}

/**
 * For what can be true only once at a time: a preferred statement closes the other open ones; otherwise the last to
 * begin counts. A missing end must not give one body two heads.
 */
export function withOneOpen(all: readonly Dated[]): readonly Dated[] {
  const open = all.filter(({ span }) => isOpen(span));
  if (open.length < 2) return all;
  const preferred = open.filter(({ statement }) => statement.preferred);
  const [last] = (preferred.length > 0 ? preferred : open.filter(({ span }) => span.start !== null)).toSorted(byStart);
  return all.filter((one) => !isOpen(one.span) || one === last);
}

/** Latest first; those without a start come last. */
export function byStart(one: Dated, other: Dated): number {
  const [a, b] = [one.span.start, other.span.start];
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return isBefore(earliest(a), earliest(b)) ? 1 : isBefore(earliest(b), earliest(a)) ? -1 : 0;
}

/** Does it hold on the day, as far as is known? */
export const holdsOn = ({ start, end }: TimeSpan, day: Day): boolean =>
  (start === null || !isBefore(day, earliest(start))) && (end === null || !isBefore(latest(end), day));
