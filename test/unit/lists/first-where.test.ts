import fc from 'fast-check';
import { expect, it } from 'vitest';
import { firstWhere } from '../../../lib/lists';

it('finds what a walk from the start finds', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 50 })), fc.integer({ min: -1, max: 51 }), (given, wanted) => {
      const sorted = given.toSorted((a, b) => a - b);
      const walked = sorted.findIndex((one) => one >= wanted);
      expect(firstWhere(sorted.length, (at) => sorted[at]! >= wanted)).toBe(walked < 0 ? sorted.length : walked);
    }),
  );
});

it('asks no index outside the list, and few within it', () => {
  const asked: number[] = [];
  firstWhere(1_000_000, (at) => asked.push(at) < 0);
  expect(asked.length).toBeLessThanOrEqual(20);
  expect(Math.max(...asked)).toBe(999_999);
  expect(firstWhere(0, () => expect.fail('an empty list has no index'))).toBe(0);
});
