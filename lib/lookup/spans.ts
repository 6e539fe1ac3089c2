/** From when to when a statement holds, as far as it says so; and which of those that are open may still hold. */
import { type Day, earliest, isBefore, latest, type PartialDate, parsePartialDate, writePartialDate } from '../time';
import type { Statement } from './item';

export interface Span {
  readonly start: PartialDate | null;
  readonly end: PartialDate | null;
}

/** Null where nothing can be told without saying more than is known. */
export function spanOf({ qualifiers }: Statement): Span | null {
  const start = dateOf(qualifiers.get('P580'));
  const end = dateOf(qualifiers.get('P582'));
  const [from, to] = [start.date, end.date];
  // Somebody came after: it is over, though nobody wrote down when.
  const isOver = end.isThere || (to === null && qualifiers.get('P1366')?.type === 'item');
  if (from !== null && to !== null) return isBefore(latest(to), earliest(from)) ? null : { start: from, end: to };
  // Over, and not known since when or until when: of the year that is known it is true, and of no other.
  if (isOver) return yearSpan(to ?? from);
  if (from !== null) return { start: from, end: null };
  const at = dateOf(qualifiers.get('P585'));
  if (at.isThere) return yearSpan(at.date);
  return { start: null, end: null };
}

export const isOpen = ({ end }: Span): boolean => end === null;

function dateOf(value: Statement['value'] | undefined): {
  readonly isThere: boolean;
  readonly date: PartialDate | null;
} {
  if (value?.type === 'time') return { isThere: true, date: value.date };
  return { isThere: value?.type === 'unknown', date: null };
}

function yearSpan(date: PartialDate | null): Span | null {
  const parts = date === null ? null : parsePartialDate(date);
  const year = parts && writePartialDate({ ...parts, month: null, day: null });
  return year === null ? null : { start: year, end: year };
}

export interface Dated {
  readonly statement: Statement;
  readonly span: Span;
}

/**
 * Of what can be so but once at a time: a preferred statement says that the other open ones are over; else the last to begin is
 * believed. Whoever forgot to write an end must not make two heads of one body.
 */
export function withOneOpen(all: readonly Dated[]): readonly Dated[] {
  const open = all.filter(({ span }) => isOpen(span));
  if (open.length < 2) return all;
  const preferred = open.filter(({ statement }) => statement.preferred);
  const [last] = (preferred.length > 0 ? preferred : open.filter(({ span }) => span.start !== null)).toSorted(byStart);
  return all.filter((one) => !isOpen(one.span) || one === last);
}

/** The latest first; what has no start comes last. */
export function byStart(one: Dated, other: Dated): number {
  const [a, b] = [one.span.start, other.span.start];
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return isBefore(earliest(a), earliest(b)) ? 1 : isBefore(earliest(b), earliest(a)) ? -1 : 0;
}

/** Does it hold on the day, as far as is known? */
export const holdsOn = ({ start, end }: Span, day: Day): boolean =>
  (start === null || !isBefore(day, earliest(start))) && (end === null || !isBefore(latest(end), day));
