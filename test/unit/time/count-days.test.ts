import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { daysBetween, isBefore, localDay, shiftDay, shiftYears, utcDay } from '../../../lib/time';
import { daysInMonth } from '../../../lib/time/calendar-day';
import { anyDay } from './any-date';

describe('the calendar', () => {
  it('has the usual months', () => {
    const lengths = (year: number) => Array.from({ length: 12 }, (_, month) => daysInMonth(year, month + 1));
    expect(lengths(2023)).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
    expect(lengths(2024)).toEqual([31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
  });

  it.each([
    [2024, 29],
    [2023, 28],
    [1900, 28],
    [2100, 28],
    [2000, 29],
    [0, 29],
    [-1, 28],
    [-4, 29],
    [-100, 28],
    [-400, 29],
  ])('the year %i has a February of %i days', (year, length) => expect(daysInMonth(year, 2)).toBe(length));

  it('has no gap from day to day, from before the year 0 on', () => {
    let day = '-0401-12-31';
    for (let year = -400; year <= 400; year++) {
      const digits = `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`;
      for (let month = 1; month <= 12; month++) {
        for (let at = 1; at <= daysInMonth(year, month); at++) {
          const next = shiftDay(day, 1);
          if (next !== `${digits}-${String(month).padStart(2, '0')}-${String(at).padStart(2, '0')}`)
            throw new Error(`${next} comes after ${day}`);
          day = next;
        }
      }
    }
    expect(day).toBe('0400-12-31');
  });

  it.each([
    ['2024-02-28', '2024-03-01', 2],
    ['2023-02-28', '2023-03-01', 1],
    ['0000-12-31', '0001-01-01', 1],
    ['-0001-12-31', '0000-01-01', 1],
    ['-0043-03-15', '0000-03-15', 15_706],
    ['2000-01-01', '2001-01-01', 366],
    ['2020-11-20', '2020-11-20', 0],
  ])('counts from %s to %s %i days', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
    expect(daysBetween(to, from) + days).toBe(0);
  });
});

describe('counting days', () => {
  it('is the reverse of moving by days', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5_000, max: 5_000 }), (day, days) => {
        const there = shiftDay(day, days);
        expect(daysBetween(day, there)).toBe(days);
        expect(shiftDay(there, -days)).toBe(day);
        expect(isBefore(day, there)).toBe(days > 0);
      }),
    );
  });

  it('moves by years to the same day, and 29 February to the last of the month', () => {
    expect(['2020-11-20', '2024-02-29', '2022-02-28', '-0001-05-01'].map((day) => shiftYears(day, 2))).toEqual([
      '2022-11-20',
      '2026-02-28',
      '2024-02-28',
      '0001-05-01',
    ]);
    expect(shiftYears('2024-02-29', 4)).toBe('2028-02-29');
  });

  it('rejects an invalid day', () => {
    for (const text of ['2020-11', '2021-02-29', '', 'today'])
      expect(() => daysBetween(text, '2020-01-01')).toThrow(RangeError);
  });
});

describe('the day of a moment', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  it.each([
    ['Pacific/Kiritimati', '2020-11-20T09:59:59Z', '2020-11-20', '2020-11-20'],
    ['Pacific/Kiritimati', '2020-11-20T10:00:00Z', '2020-11-20', '2020-11-21'],
    ['America/New_York', '2020-01-01T04:59:59Z', '2020-01-01', '2019-12-31'],
    ['America/New_York', '2020-01-01T05:00:00Z', '2020-01-01', '2020-01-01'],
    ['UTC', '0001-01-01T00:00:00Z', '0001-01-01', '0001-01-01'],
    ['UTC', '-000001-12-31T23:59:59Z', '-0001-12-31', '-0001-12-31'],
  ])('in %s at %s is %s in Greenwich, %s there', (place, moment, greenwich, there) => {
    process.env.TZ = place;
    expect([utcDay(Date.parse(moment)), localDay(Date.parse(moment))]).toEqual([greenwich, there]);
  });

  it('is the last day that can be written for a time stamp beyond the calendar', () => {
    expect([utcDay(8.64e15), localDay(8.64e15)]).toEqual(['9999-12-31', '9999-12-31']);
    expect([utcDay(-8.64e15), localDay(-8.64e15)]).toEqual(['-9999-01-01', '-9999-01-01']);
  });
});
