import { describe, expect, it } from 'vitest';
import { type FactRow, openPack, type PackSource, writePack } from '../../../lib/pack';
import { entity, form } from './small-source';

const source = { name: 'Editors', url: null, licence: null, asOf: '2026-06-01' } as const;
const fact = (key: string, property: FactRow['property'], value: string, more: Partial<FactRow> = {}): FactRow => ({
  entity: key,
  property,
  value,
  words: null,
  back: null,
  start: null,
  end: null,
  source,
  ...more,
});
const held = (person: string, start: string, end: string | null) => fact(person, 'office', 'chair', { start, end });

const world = (...terms: FactRow[]): PackSource => ({
  name: 'World',
  edition: '2026-06-01',
  entities: [
    entity('bank', 'Central Bank of Norland', { kind: 'group' }),
    entity('norland', 'Norland', { kind: 'place' }),
    entity('chair', 'Chair of the Central Bank of Norland', { kind: 'office' }),
    entity('premier', 'Prime Minister of Norland', { kind: 'office' }),
    entity('commissioner', 'President of the Council of Norland', { kind: 'office' }),
    entity('ada', 'Ada Morrow', { kind: 'person' }),
    entity('tom', 'Tom Hale', { kind: 'person' }),
  ],
  forms: [
    form('norland', 'Norlander', { use: 'demonym' }),
    form('norland', 'Norlanders', { use: 'demonym' }),
    form('norland', 'Kingdom of Norland proper'),
    form('bank', 'CBN'),
    form('chair', 'money chief', { use: 'holder' }),
  ],
  facts: [
    fact('chair', 'heads', 'bank', { words: 'chair' }),
    fact('premier', 'heads', 'norland', { words: 'prime minister' }),
    fact('commissioner', 'second-in', 'norland', { words: 'president of the Council' }),
    ...terms,
  ],
  backgrounds: [],
});

/** Key, first and last day of whom a text can mean. */
const meaningsOf = (text: string, made: PackSource) => {
  const pack = openPack(writePack(made));
  return pack
    .detect(text)
    .filter(({ start, end }) => start === 0 && end === text.length)
    .flatMap(({ form: number }) => pack.candidates(number))
    .map(({ entity: row, from, to, prior }) => [pack.entity(row).key, from, to, Math.round(prior * 100)]);
};

describe('an office in the news', () => {
  it.each([
    ['prime minister of Norland', 'premier'],
    ['Prime Minister of Norland', 'premier'],
    ['Norlander prime minister', 'premier'],
    ['Norlander Prime Minister', 'premier'],
    ['CBN chair', 'chair'],
  ])('can be named "%s"', (text, key) => {
    expect(meaningsOf(text, world())).toEqual([[key, null, null, 100]]);
  });

  it.each([
    'Norlanders prime minister',
    'Kingdom of Norland proper prime minister',
    'Norlander president of the Council',
  ])('cannot be named "%s"', (text) => expect(meaningsOf(text, world())).toEqual([]));
});

describe('a form that means the holder of an office', () => {
  const who = (day: string, ...terms: FactRow[]) =>
    meaningsOf('money chief', world(...terms))
      .filter(([, from, to]) => (from ?? day) <= day && day <= (to ?? day))
      .map(([key]) => key)
      .sort();

  it('means only the office if no holder is known', () => {
    expect(meaningsOf('money chief', world())).toEqual([['chair', null, null, 100]]);
  });

  it('means the holder from the first day of the term to its last, and the office before and after', () => {
    const term = held('ada', '2018-02-05', '2022-01-31');
    expect(who('2018-02-04', term)).toEqual(['chair']);
    expect(who('2018-02-05', term)).toEqual(['ada', 'chair']);
    expect(who('2022-01-31', term)).toEqual(['ada', 'chair']);
    expect(who('2022-02-01', term)).toEqual(['chair']);
  });

  it('means the holder of an open term up to the day its source was read', () => {
    const term = held('ada', '2018-02-05', null);
    expect(who('2026-06-01', term)).toEqual(['ada', 'chair']);
    expect(who('2026-06-02', term)).toEqual(['chair']);
  });

  it('means the new holder on the day of a handover', () => {
    const terms = [held('ada', '2018-02-05', '2022-01-31'), held('tom', '2022-01-31', null)];
    expect(who('2022-01-30', ...terms)).toEqual(['ada', 'chair']);
    expect(who('2022-01-31', ...terms)).toEqual(['chair', 'tom']);
  });

  it('counts certain days only: for a term known by its years, those in between', () => {
    const term = held('ada', '2018', '2022');
    expect(who('2018-12-30', term)).toEqual(['chair']);
    expect(who('2018-12-31', term)).toEqual(['ada', 'chair']);
    expect(who('2022-01-01', term)).toEqual(['ada', 'chair']);
    expect(who('2022-01-02', term)).toEqual(['chair']);
  });

  it('prefers the holder', () => {
    const meant = meaningsOf('money chief', world(held('ada', '2018-02-05', null)));
    expect(meant.map(([key, , , prior]) => [key, prior])).toEqual([
      ['ada', 95],
      ['chair', 5],
    ]);
  });

  it('is rejected for anything but an office', () => {
    const made = world();
    const wrong = { ...made, forms: [form('ada', 'the boss', { use: 'holder' })] };
    expect(() => writePack(wrong)).toThrow('only an office has a holder');
  });
});
