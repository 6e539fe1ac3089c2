/** Where days are in a picture of time. A date is as wide as it is inexact: a year is not the first of January. */
import {
  type Day,
  daysBetween,
  earliest,
  isBefore,
  latest,
  type PartialDate,
  parsePartialDate,
  shiftDay,
  shiftYears,
} from '../../lib/time';

export interface TimeScale {
  readonly from: Day;
  readonly to: Day;
  /** 0…1; days outside the picture are at its edge. */
  readonly at: (day: Day) => number;
}

export interface Mark {
  readonly from: number;
  readonly to: number;
  /** It began before the picture does. */
  readonly isCut: boolean;
}

export interface Timed {
  readonly start: PartialDate | null;
  readonly end: PartialDate | null;
  readonly isPoint: boolean;
}

/** The share of entries whose beginning is in the picture; very old ones would squeeze all others. */
const IN_SIGHT = 0.8;
/** Those a little older are in it as well, if it gets no longer than that many times. */
const STRETCH = 1.5;
/** The shortest picture, so that context is visible. */
const LEAST_DAYS = 90;
/** Room after the last day, as a share of the whole. */
const MARGIN = 0.04;

export function timeScale(entries: readonly Timed[], last: Day): TimeScale {
  const starts = entries.map(firstDay).sort((one, other) => (isBefore(one, other) ? -1 : 1));
  const wanted = starts[Math.floor(starts.length * (1 - IN_SIGHT))] ?? last;
  const latestStart = shiftDay(last, -LEAST_DAYS);
  const enough = isBefore(wanted, latestStart) ? wanted : latestStart;
  const furthest = shiftDay(last, -Math.floor(daysBetween(enough, last) * STRETCH));
  const older = starts.find((start) => !isBefore(start, furthest));
  const from = older !== undefined && isBefore(older, enough) ? older : enough;
  const days = daysBetween(from, last);
  const begin = shiftDay(from, -Math.ceil(days * MARGIN));
  const to = shiftDay(last, Math.ceil(days * MARGIN));
  const all = daysBetween(begin, to);
  return { from: begin, to, at: (day) => Math.min(1, Math.max(0, daysBetween(begin, day) / all)) };
}

/** `last`: open spans extend to it. */
export function markOf({ start, end, isPoint }: Timed, scale: TimeScale, last: Day): Mark {
  const first = start ?? end;
  const from = first === null ? scale.from : earliest(first);
  const ends = end === null ? (isPoint && start !== null ? latest(start) : last) : latest(end);
  const to = isBefore(last, ends) ? last : ends;
  return { from: scale.at(from), to: scale.at(to), isCut: isBefore(from, scale.from) };
}

const firstDay = ({ start, end }: Timed): Day => earliest(start ?? end ?? '');

const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500] as const;
const MOST_TICKS = 5;

/** First days of years, few and evenly spaced. */
export function yearTicks({ from, to }: TimeScale): readonly { readonly day: Day; readonly year: number }[] {
  const first = yearOf(from) + 1;
  const last = yearOf(to);
  const step = STEPS.find((years) => (last - first) / years < MOST_TICKS) ?? 1000;
  const ticks: { day: Day; year: number }[] = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step)
    ticks.push({ day: shiftYears('2000-01-01', year - 2000), year });
  return ticks;
}

const yearOf = (day: Day): number => parsePartialDate(day)?.year ?? 0;
