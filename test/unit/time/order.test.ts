import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  against,
  compareDays,
  comparePartialDates,
  daysBetween,
  earliest,
  isBefore,
  latest,
  shiftDay,
} from '../../../lib/time';
import { anyDate, anyDay } from './any-date';

describe('days', () => {
  it('are ordered as they are counted, also before the year 0', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(Math.sign(compareDays(a, b))).toBe(Math.sign(daysBetween(b, a)));
        expect(isBefore(a, b)).toBe(daysBetween(a, b) > 0);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['-0044-12-31', '-0043-01-01'],
    ['-0043-03-14', '-0043-03-15'],
    ['-0043-03-15', '-0043-12-01'],
    ['-0001-12-31', '0000-01-01'],
    ['0000-12-31', '0001-01-01'],
  ])('%s is before %s', (earlier, later) => {
    expect([isBefore(earlier, later), isBefore(later, earlier), isBefore(later, later)]).toEqual([true, false, false]);
  });
});

describe('a date as seen from a day', () => {
  it('is in the future until the day before its first, and past from the day after its last', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const [first, last] = [earliest(date), latest(date)];
        expect(against(date, shiftDay(first, -1))).toBe('after');
        expect(against(date, first)).toBe('within');
        expect(against(date, last)).toBe('within');
        expect(against(date, shiftDay(last, 1))).toBe('before');
      }),
    );
  });
});

describe('dates', () => {
  it('are ordered by their first day, the less exact first on one day, ignoring “about”', () => {
    const dates = ['2021', '~2020-11-20', '2020-11-19', '2020-11', '~2020', '-0043-03', '-0043', '0000', '-0044-12-31'];
    expect(dates.sort(comparePartialDates)).toEqual([
      '-0044-12-31',
      '-0043',
      '-0043-03',
      '0000',
      '~2020',
      '2020-11',
      '2020-11-19',
      '~2020-11-20',
      '2021',
    ]);
    expect(comparePartialDates('~2020', '2020')).toBe(0);
    expect(comparePartialDates('2020', '2020-01-01')).toBeLessThan(0);
    expect(comparePartialDates('2020-01-01', '2020-01')).toBeGreaterThan(0);
  });
});
