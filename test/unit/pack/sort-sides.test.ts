import { expect, it } from 'vitest';
import type { Side } from '../../../lib/pack/fact-sides';
import { sideSorter } from '../../../lib/pack/sort-sides';

const source = { name: 'A source', url: null, licence: null, asOf: '2026-11-22' };
const side = (more: Partial<Side>): Side => ({
  property: 'member-of',
  side: 'own',
  other: 1,
  via: null,
  value: null,
  words: null,
  start: null,
  end: null,
  source,
  ...more,
});

it('facts have one order, by time first, whatever the order of the rows', () => {
  const sorted = [
    side({ words: 'since ever' }),
    side({ start: '-0043-03', end: '2000' }),
    side({ start: '1999', other: 9, end: '2000' }),
    side({ start: '1999-01', other: 2 }),
    side({ start: '1999-01', other: 10 }),
    side({ start: '1999-01', other: null, via: null, words: 'a' }),
    side({ start: '1999-01', other: null, via: null, words: 'b' }),
    side({ start: '1999-01', other: null, via: null, words: 'b', source: { ...source, name: 'B source' } }),
    side({ start: '1999-01', side: 'told' }),
  ];
  for (const rows of [sorted, sorted.toReversed(), [...sorted.slice(4), ...sorted.slice(0, 4).toReversed()]]) {
    expect(sideSorter()([...rows])).toEqual(sorted);
  }
});
