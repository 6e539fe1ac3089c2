import { describe, expect, it } from 'vitest';
import { type Fact, withoutOutdated } from '../../../lib/facts';

const source = (name: string, asOf: string) => ({ name, url: null, licence: null, asOf });
const WORLD = source('A file', '2023-01-01');
const TODAY = source('Wikidata', '2026-11-27');

const office = (more: Partial<Fact>): Fact => ({
  property: 'office',
  side: 'own',
  value: { type: 'entity', key: 'q100', via: null },
  words: null,
  start: '2021-01-26',
  end: null,
  source: WORLD,
  ...more,
});
const left = (...facts: Fact[]) => withoutOutdated(facts).map(({ start, end, source }) => [start, end, source.name]);

describe('of two sources that tell the same', () => {
  it('the later word stands: an office that has ended since is not "last known"', () => {
    const ended = office({ end: '2025-01-20', source: TODAY });
    expect(left(office({}), ended)).toEqual([['2021-01-26', '2025-01-20', 'Wikidata']]);
    expect(left(ended, office({}))).toEqual([['2021-01-26', '2025-01-20', 'Wikidata']]);
  });

  it('the later word stands though it is less exact about a beginning', () => {
    expect(left(office({}), office({ start: '2021', source: TODAY }))).toEqual([['2021', null, 'Wikidata']]);
  });

  it('the more exact stands of what is over', () => {
    const exact = office({ end: '2025-01-20' });
    expect(left(exact, office({ start: '2021', end: '2025', source: TODAY }))).toEqual([
      ['2021-01-26', '2025-01-20', 'A file'],
    ]);
  });

  it('the first stands of two that were read on one day', () => {
    const one = office({ end: '2025-01-20', source: TODAY });
    const other = office({ end: '2025-02-20', source: { ...TODAY, name: 'Another' } });
    expect(left(one, other)).toEqual([['2021-01-26', '2025-01-20', 'Wikidata']]);
  });

  it('both stand where they are two terms', () => {
    const again = office({ start: '2025-01-20', source: TODAY });
    expect(left(office({ start: '2017-01-20', end: '2021-01-20' }), again)).toHaveLength(2);
    expect(left(office({ start: null, end: '2021-01-20' }), again)).toHaveLength(2);
  });

  it('both stand where they say other things', () => {
    const other = { type: 'entity', key: 'q101', via: null } as const;
    expect(left(office({}), office({ value: other, source: TODAY }))).toHaveLength(2);
    expect(left(office({}), office({ side: 'told', source: TODAY }))).toHaveLength(2);
    expect(left(office({}), office({ property: 'employer', source: TODAY }))).toHaveLength(2);
  });
});

describe('an office in words, and the same as an entity', () => {
  const words = office({ value: null, words: 'foreign minister' });

  it('are one by their first day, and the later word stands', () => {
    expect(left(words, office({ end: '2025-01-20', source: TODAY }))).toEqual([
      ['2021-01-26', '2025-01-20', 'Wikidata'],
    ]);
  });

  it('are two where the later source has fewer that begin then', () => {
    const second = office({ value: null, words: 'deputy prime minister' });
    expect(left(words, second, office({ source: TODAY }))).toHaveLength(3);
  });

  it('are two where nobody knows when the one began', () => {
    expect(left({ ...words, start: null }, office({ source: TODAY }))).toHaveLength(2);
    expect(left(words, office({ start: '2022-05-01', source: TODAY }))).toHaveLength(2);
  });
});
