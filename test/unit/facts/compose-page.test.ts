/** The page of an entity: each fact once, under what is known of it on the day that the reader picked. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  composePage,
  type DatedLine,
  type EntityPage,
  type Fact,
  lineOf,
  PROPERTY_NAMES,
  type PropertyName,
  propertyOf,
  tiedTo,
} from '../../../lib/facts';
import { against, type Day, type PartialDate } from '../../../lib/time';
import { anyDate, anyDay } from '../time/any-date';

function fact(property: PropertyName, more: Partial<Fact> = {}): Fact {
  const source = { name: 'Table', url: null, licence: 'CC0', asOf: '2026-06-30' };
  return { property, side: 'own', value: null, words: null, start: null, end: null, source, ...more };
}

const NAMED = { name: 'Names', url: null, licence: null, asOf: '2025-01-01' };
const to = (key: string) => ({ type: 'entity', key, via: null }) as const;

function page(facts: readonly Fact[], day: Day): EntityPage {
  const entity = {
    key: 'x',
    kind: 'person' as const,
    name: 'X',
    qualifier: '',
    gloss: '',
    also: [],
    wikipedia: null,
    wikidata: null,
    prominence: 9,
  };
  const nameOf = (key: string) => (key === 'nobody' ? null : key.toUpperCase());
  return composePage({ entity, facts, background: null }, { day, nameOf, sources: [NAMED] });
}

const BANDS = ['held', 'around', 'lastKnown', 'past', 'ahead', 'holders'] as const;
const said = (lines: readonly DatedLine[]) => lines.map(({ words, name }) => words ?? name);

describe('the page of an entity', () => {
  const life = [
    fact('born', { start: '1954' }),
    fact('office', { value: to('deputy'), start: '2014', end: '2020-01-03' }),
    fact('office', { value: to('adviser'), start: '2005-05-01', end: '2008' }),
    fact('role', { words: 'Exile', start: '1980', end: '2003' }),
    fact('died', { start: '2020-01-03', end: '2020-01-03' }),
    fact('member-of', { value: to('badr'), start: '1983' }),
    fact('ally', { value: to('nobody') }),
  ];

  it('is shown as of the day', () => {
    const then = page(life, '2016-07-01');
    expect(said(then.held)).toEqual(['DEPUTY']);
    expect(then.past.map(({ property, name }) => name ?? property)).toEqual(['ADVISER', 'role', 'born']);
    expect(then.ahead.map(({ property }) => property)).toEqual(['died']);
    expect([then.isOver, then.lastKnown]).toEqual([false, []]);
    const later = page(life, '2026-01-01');
    expect(later.past.map(({ property, name }) => name ?? property)).toEqual([
      'died',
      'DEPUTY',
      'ADVISER',
      'role',
      'born',
    ]);
    expect([later.isOver, said(later.ahead), said(later.held)]).toEqual([true, [], []]);
  });

  it('marks as last known what its source is too old to know', () => {
    const open = [fact('office', { value: to('chair'), start: '2019' })];
    expect(said(page(open, '2026-06-30').held)).toEqual(['CHAIR']);
    expect(said(page(open, '2026-07-01').lastKnown)).toEqual(['CHAIR']);
  });

  it('lists all holders of an office: the current one first, then earlier ones, then later ones', () => {
    const term = (key: string, start: PartialDate, end: PartialDate | null) =>
      fact('office', { side: 'told', value: to(key), start, end });
    const facts = [
      term('first', '2001', '2005'),
      term('fourth', '2020-02-02', null),
      term('third', '2010', '2020-02-01'),
      term('second', '2005', '2010'),
    ];
    expect(said(page(facts, '2015-01-01').holders)).toEqual(['THIRD', 'SECOND', 'FIRST', 'FOURTH']);
    expect(said(page(facts, '2026-06-01').holders)).toEqual(['FOURTH', 'THIRD', 'SECOND', 'FIRST']);
  });

  it('lists current ties before past and future ones', () => {
    const tie = (key: string, start: PartialDate | null, end: PartialDate | null) =>
      fact('member-of', { value: to(key), start, end });
    const facts = [
      tie('over', '1990', '1999'),
      tie('later', '2025', null),
      tie('old', '1980', null),
      tie('new', '2010', null),
    ];
    const { ties } = page(facts, '2020-01-01');
    expect(ties.map(({ entity }) => entity)).toEqual(['new', 'old', 'over', 'later']);
    expect(page(facts, '2026-12-31').ties.filter(({ unconfirmed }) => unconfirmed)).toHaveLength(3);
  });

  it('shows each fact that can be worded exactly once, and none before its time', () => {
    const any = fc
      .record({
        property: fc.constantFrom(...PROPERTY_NAMES),
        side: fc.constantFrom('own' as const, 'told' as const),
        key: fc.constantFrom('a', 'b', 'nobody'),
        start: fc.option(anyDate),
        end: fc.option(anyDate),
      })
      .map(({ property, side, key, start, end }) => {
        const kind = propertyOf(property).value;
        const value =
          kind === 'entity' ? to(key) : kind === 'quantity' ? ({ type: 'quantity', amount: 3 } as const) : null;
        return fact(property, { side, value, start, end, words: value === null ? 'words' : null });
      });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 12 }), anyDay, (facts, day) => {
        const made = page(facts, day);
        const named = facts.filter(({ value }) => value?.type !== 'entity' || value.key !== 'nobody');
        const lines = BANDS.flatMap((band) => made[band]);
        expect(lines).toHaveLength(named.filter((one) => lineOf(one) !== null).length);
        expect(made.ties).toHaveLength(named.filter((one) => tiedTo(one) !== null).length);
        for (const { start, tense } of [...made.held, ...made.past, ...made.lastKnown]) {
          expect(tense).not.toBe('ahead');
          if (start !== null && tense === 'held') expect(against(start, day)).not.toBe('after');
        }
        for (const { end } of made.held) if (end !== null) expect(against(end, day)).not.toBe('before');
        for (const { source } of [...lines, ...made.ties]) expect(made.sources).toContainEqual(source);
        expect(made.sources.at(-1)).toEqual(NAMED);
      }),
    );
  });
});
