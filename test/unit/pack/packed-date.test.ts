import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packDate, packedOrder, unpackDate, unpackDay } from '../../../lib/pack/packed-date';
import { comparePartialDates, isDay, parsePartialDate } from '../../../lib/time';
import { anyDate } from '../time/any-date';

/** As the pack holds them: 32 bits without a sign. */
const stored = (date: string): number => new Uint32Array([packDate(date)!])[0]!;

describe('a date in a pack', () => {
  it('is unpacked as it was packed, including years before 1', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(unpackDate(stored(date))).toBe(date);
        expect(unpackDay(stored(date))).toBe(isDay(date) ? date : undefined);
      }),
    );
    for (const date of ['0000', '~0000', '9999-12-31', '-0001', '~-9999-01-01'])
      expect(unpackDate(stored(date))).toBe(date);
  });

  it('sorts as dates do', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (one, other) => {
        const order = packedOrder(packDate(one)!) - packedOrder(packDate(other)!);
        expect(Math.sign(order)).toBe(Math.sign(comparePartialDates(one, other)));
      }),
    );
  });

  it('is rejected if the calendar does not have it', () => {
    expect(['2021-02-29', '2020-13', 'today', '-0000'].map(packDate)).toEqual([null, null, null, null]);
    expect([unpackDate(0), unpackDay(0)]).toEqual([null, null]);
  });

  it('is never a non-existent day, even from corrupted bits', () => {
    const bits = (year: number, month: number, day: number) => ((year + 1) << 9) | (month << 5) | day;
    expect(
      [bits(2021, 2, 29), bits(2021, 4, 31), bits(2021, 13, 1), bits(2021, 0, 5), 5, bits(30_000, 1, 1)].map(
        unpackDate,
      ),
    ).toEqual(Array(6).fill(undefined));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 32 - 1 }), (any) => {
        const date = unpackDate(any);
        if (date) expect(parsePartialDate(date)).not.toBeNull();
      }),
      { numRuns: 2000 },
    );
  });
});
