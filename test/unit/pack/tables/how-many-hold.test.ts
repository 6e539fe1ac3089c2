import { expect, it } from 'vitest';
import { howManyHold } from '../../../../assets/knowledge/how-many-hold';
import type { FactRow } from '../../../../lib/pack';

const row = (property: FactRow['property'], start: string | null, end: string | null, asOf = '2026-05-01'): FactRow =>
  ({
    entity: 'ada',
    property,
    value: null,
    words: 'Minister of war',
    back: null,
    start,
    end,
    source: { id: 'list', name: 'A list', url: null, licence: 'CC0', asOf },
  }) as FactRow;

it('facts that hold on the day are counted separately from those that an older source left open', () => {
  const facts = [
    row('office', '2020', null),
    row('office', '2020', null, '2022-12-31'),
    row('role', '2019', '2026-04-30'),
    row('role', '2019', '2026-04-29'),
    row('status', '2026-05', null),
    row('office', '2027', null),
    row('event', '2020-01-01', null),
    row('born', '1961', null),
  ];
  expect(howManyHold(facts, '2026-04-30')).toEqual({ held: 2, lastKnown: 1 });
  expect(howManyHold(facts, '2021-06-01')).toEqual({ held: 4, lastKnown: 0 });
  expect(howManyHold(facts, '2026-11-27')).toEqual({ held: 0, lastKnown: 3 });
});
