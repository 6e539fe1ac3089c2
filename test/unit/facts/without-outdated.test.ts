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

describe('of two sources about the same fact', () => {
  it('the later one is kept: an office that has ended since is not “last known”', () => {
    const ended = office({ end: '2025-01-20', source: TODAY });
    expect(left(office({}), ended)).toEqual([['2021-01-26', '2025-01-20', 'Wikidata']]);
    expect(left(ended, office({}))).toEqual([['2021-01-26', '2025-01-20', 'Wikidata']]);
  });

  it('the later one is kept even if it is less exact about a beginning', () => {
    expect(left(office({}), office({ start: '2021', source: TODAY }))).toEqual([['2021', null, 'Wikidata']]);
  });

  it('the more exact one is kept for what has ended', () => {
    const exact = office({ end: '2025-01-20' });
    expect(left(exact, office({ start: '2021', end: '2025', source: TODAY }))).toEqual([
      ['2021-01-26', '2025-01-20', 'A file'],
    ]);
  });

  it('the first is kept if both were read on one day', () => {
    const one = office({ end: '2025-01-20', source: TODAY });
    const other = office({ end: '2025-02-20', source: { ...TODAY, name: 'Another' } });
    expect(left(one, other)).toEqual([['2021-01-26', '2025-01-20', 'Wikidata']]);
  });

  it('both are kept if they mean two terms', () => {
    const again = office({ start: '2025-01-20', source: TODAY });
    expect(left(office({ start: '2017-01-20', end: '2021-01-20' }), again)).toHaveLength(2);
    expect(left(office({ start: null, end: '2021-01-20' }), again)).toHaveLength(2);
  });

  it('both are kept if they say different things', () => {
    const other = { type: 'entity', key: 'q101', via: null } as const;
    expect(left(office({}), office({ value: other, source: TODAY }))).toHaveLength(2);
    expect(left(office({}), office({ side: 'told', source: TODAY }))).toHaveLength(2);
    expect(left(office({}), office({ property: 'employer', source: TODAY }))).toHaveLength(2);
  });
});

describe('an office given in words and again as an entity', () => {
  const words = office({ value: null, words: 'foreign minister' });

  it('is one office if the first day is the same, and the later source is kept', () => {
    expect(left(words, office({ end: '2025-01-20', source: TODAY }))).toEqual([
      ['2021-01-26', '2025-01-20', 'Wikidata'],
    ]);
  });

  it('is two if the later source has fewer that begin then', () => {
    const second = office({ value: null, words: 'deputy prime minister' });
    expect(left(words, second, office({ source: TODAY }))).toHaveLength(3);
  });

  it('is two if one of the beginnings is unknown', () => {
    expect(left({ ...words, start: null }, office({ source: TODAY }))).toHaveLength(2);
    expect(left(words, office({ start: '2022-05-01', source: TODAY }))).toHaveLength(2);
  });
});
