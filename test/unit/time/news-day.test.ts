import { expect, it } from 'vitest';
import { FIRST_NEWS_DAY, isNewsDay, LAST_NEWS_DAY, newsDay, shiftDay } from '../../../lib/time';

it.each([
  [1699, 12, 31, null],
  [1700, 1, 1, '1700-01-01'],
  [2199, 12, 31, '2199-12-31'],
  [2200, 1, 1, null],
  [-43, 3, 15, null],
  [2023, 2, 29, null],
  [2024, 2, 29, '2024-02-29'],
  [2023, 6, 31, null],
  [2023, 0, 1, null],
  [2023, 13, 1, null],
  [2023, 1, 0, null],
  [2023, 1, 32, null],
  [Number.NaN, 1, 1, null],
])('for year %d, month %d, day %d the news has %s', (year, month, day, is) => {
  expect(newsDay(year, month, day)).toBe(is);
});

it('the range of days ends where it says', () => {
  expect([FIRST_NEWS_DAY, LAST_NEWS_DAY].map(isNewsDay)).toEqual([true, true]);
  expect([shiftDay(FIRST_NEWS_DAY, -1), shiftDay(LAST_NEWS_DAY, 1)].map(isNewsDay)).toEqual([false, false]);
});
