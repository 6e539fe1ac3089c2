import { expect, it } from 'vitest';
import { groupBy } from '../../../lib/lists';

it('groups in order, without items that have no key', () => {
  const words = ['beet', 'apple', 'bean', '', 'almond'];
  const groups = groupBy(words, (word) => word[0] ?? null);
  expect([...groups]).toEqual([
    ['b', ['beet', 'bean']],
    ['a', ['apple', 'almond']],
  ]);
});

it('keeps 0 and the empty text as keys', () => {
  expect([...groupBy([0, 1, 2], (number) => number % 2).keys()]).toEqual([0, 1]);
  expect([...groupBy(['x'], () => '').keys()]).toEqual(['']);
});
