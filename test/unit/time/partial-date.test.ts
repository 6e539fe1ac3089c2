import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { earliest, isDay, latest, parsePartialDate, precisionOf, shiftDay, writePartialDate } from '../../../lib/time';
import { anyDate, anyDay, anyPrecision, roughly } from './any-date';

describe('partial dates', () => {
  it.each([
    ['2014', '2014-01-01', '2014-12-31'],
    ['2016-02', '2016-02-01', '2016-02-29'],
    ['2100-02', '2100-02-01', '2100-02-28'],
    ['2021-04', '2021-04-01', '2021-04-30'],
    ['~2003', '2003-01-01', '2003-12-31'],
    ['~2003-12', '2003-12-01', '2003-12-31'],
    ['2020-01-03', '2020-01-03', '2020-01-03'],
    ['~2020-01-03', '2020-01-03', '2020-01-03'],
    ['0000', '0000-01-01', '0000-12-31'],
    ['0000-02', '0000-02-01', '0000-02-29'],
    ['-0043', '-0043-01-01', '-0043-12-31'],
    ['~-0043-02', '-0043-02-01', '-0043-02-28'],
    ['-0043-03-15', '-0043-03-15', '-0043-03-15'],
  ])('%s runs from %s to %s', (date, first, last) => {
    expect([earliest(date), latest(date)]).toEqual([first, last]);
  });

  it.each([
    '', '20', '02020', '2020-13', '2020-00', '2020-1', '2021-02-29', '2020-01-00', '2020-04-31', '2020-1-3', '03/01/2020',
    '2020-01-03T10:00', '2020-01-03-04', '~', '~~2020', '2020~', ' 2020', '2020\n', '-0000', '-0000-01-01', '--0043', '-43', '+2020', '-~0043',
  ])('rejects %j', (text) => {
    expect(parsePartialDate(text)).toBeNull();
    expect(isDay(text)).toBe(false);
    expect(() => earliest(text)).toThrow(RangeError);
  }); // biome-ignore format: one list

  it('distinguishes a complete day from less', () => {
    expect(['2020-01-03', '-0043-03-15', '2020-01', '2020', '~2020-01-03'].map(isDay)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it('are written as they were read', () => {
    fc.assert(fc.property(anyDate, (date) => void expect(writePartialDate(parsePartialDate(date)!)).toBe(date)));
    expect(writePartialDate({ about: false, year: 2021, month: 2, day: 29 })).toBeNull();
    expect(writePartialDate({ about: false, year: 2021, month: null, day: 29 })).toBeNull();
    expect(writePartialDate({ about: false, year: 10_000, month: 1, day: 1 })).toBeNull();
  });

  it('contain the day they were made of and none of the next year, month or day; "about" does not move the bounds', () => {
    fc.assert(
      fc.property(anyDay, anyPrecision, (day, precision) => {
        const date = roughly(day, precision);
        expect(precisionOf(date)).toBe(precision);
        expect(roughly(earliest(date), precision)).toBe(date);
        expect(roughly(latest(date), precision)).toBe(date);
        expect(roughly(shiftDay(earliest(date), -1), precision)).not.toBe(date);
        expect(roughly(shiftDay(latest(date), 1), precision)).not.toBe(date);
        const about = roughly(day, precision, true);
        expect([earliest(about), latest(about)]).toEqual([earliest(date), latest(date)]);
      }),
    );
  });
});
