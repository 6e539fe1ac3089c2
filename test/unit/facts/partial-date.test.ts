import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysBetween, earliest, isDay, latest, parsePartialDate } from '../../../lib/facts';

describe('partial dates', () => {
  it.each([
    ['2014', '2014-01-01', '2014-12-31'],
    ['2016-02', '2016-02-01', '2016-02-29'],
    ['2100-02', '2100-02-01', '2100-02-28'],
    ['~2003', '2003-01-01', '2003-12-31'],
    ['2020-01-03', '2020-01-03', '2020-01-03'],
  ])('%s runs from %s to %s', (date, first, last) => {
    expect([earliest(date), latest(date)]).toEqual([first, last]);
  });

  it.each(['', '20', '2020-13', '2020-00', '2021-02-29', '2020-1-3', '03/01/2020', '2020-01-03T10:00'])(
    'refuses %j',
    (text) => expect(parsePartialDate(text)).toBeNull(),
  );

  it('knows a whole day from less', () => {
    expect(['2020-01-03', '2020-01', '~2020-01-03'].map(isDay)).toEqual([true, false, false]);
  });

  it('counts days as the calendar does', () => {
    const day = fc.date({ min: new Date('1800-01-01'), max: new Date('2200-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [from, to] = [a.toISOString().slice(0, 10), b.toISOString().slice(0, 10)];
        expect(daysBetween(from, to)).toBe((Date.parse(to) - Date.parse(from)) / 86_400_000);
      }),
    );
  });
});
