import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wordSum } from '../../../lib/pack/word-sum';

const anyWord = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const sum = (words: Uint32Array) => wordSum(words, 0, words.length);

it('the checksum notices every change of one word, and of the same bit in two', () => {
  const anyWords = fc.uint32Array({ minLength: 2, maxLength: 128 });
  fc.assert(
    fc.property(anyWords, fc.nat(), fc.nat(), anyWord, fc.nat(31), (words, at, other, change, bit) => {
      fc.pre(change !== 0);
      const [first, second] = [at % words.length, other % words.length];
      const once = words.slice();
      once[first]! ^= change;
      expect(sum(once)).not.toBe(sum(words));
      fc.pre(first !== second);
      const twice = words.slice();
      twice[first]! ^= 1 << bit;
      twice[second]! ^= 1 << bit;
      expect(sum(twice)).not.toBe(sum(words));
    }),
    { numRuns: 5_000 },
  );
});

it('the checksum covers what is between its ends, and nothing else', () => {
  const words = Uint32Array.of(7, 1, 2, 3, 9);
  expect(wordSum(words, 1, 4)).toBe(sum(Uint32Array.of(1, 2, 3)));
  expect(wordSum(words, 1, 4)).not.toBe(sum(words));
});
