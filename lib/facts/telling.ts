/** Which of several lines says most about what someone or something is. */
import { type Day, daysBetween, latest } from '../time';
import { compareDates, type PlacedLine } from './placed-line';
import type { LineKind } from './properties';

export const TELLING: Readonly<Record<LineKind, number>> = {
  office: 0,
  status: 1,
  role: 2,
  life: 3,
  event: 4,
  figure: 5,
};

export function byTelling(a: PlacedLine, b: PlacedLine): number {
  return TELLING[a.line] - TELLING[b.line] || compareDates(b.start, a.start);
}

export function byLatest(a: PlacedLine, b: PlacedLine): number {
  return compareDates(b.end ?? b.start, a.end ?? a.start) || TELLING[a.line] - TELLING[b.line];
}

/** Did the line end, or happen, at most this many days before? */
export function endedWithin({ start, end }: PlacedLine, day: Day, days: number): boolean {
  const last = end ?? start;
  return last !== null && daysBetween(latest(last), day) <= days;
}
