import { calendarDay } from './calendar-day';
import { isBefore } from './order';
import type { Day } from './types';

/** The web has no older stories; an earlier day is a broken clock or a placeholder such as 0001-01-01. */
export const FIRST_NEWS_DAY: Day = '1700-01-01';
export const LAST_NEWS_DAY: Day = '2199-12-31';

export const isNewsDay = (day: Day): boolean => !isBefore(day, FIRST_NEWS_DAY) && !isBefore(LAST_NEWS_DAY, day);

/** A valid calendar day on which a story can have been published, or null. */
export function newsDay(year: number, month: number, day: number): Day | null {
  const found = calendarDay(year, month, day);
  return found !== null && isNewsDay(found) ? found : null;
}
