/** The card of an office: who holds it on the day of the story, and who held it before. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CardView, composeCard, type DatedLine, type Fact, type Kind } from '../../../lib/facts';
import { type Day, type PartialDate, shiftDay } from '../../../lib/time';
import { anyDay } from '../time/any-date';

/** After every day that a property tries. */
const READ_LATE: Day = '9999-12-31';

function term(holder: string, start: PartialDate | null, end: PartialDate | null, asOf = READ_LATE): Fact {
  const source = { name: 'Table', url: null, licence: null, asOf };
  return {
    property: 'office',
    side: 'told',
    value: { type: 'entity', key: holder, via: null },
    words: null,
    start,
    end,
    source,
  };
}

function card(facts: readonly Fact[], day: Day, here: readonly string[] = [], kind: Kind = 'office'): CardView {
  const entity = {
    key: 'karsk',
    kind,
    name: 'Karsk',
    qualifier: '',
    gloss: '',
    also: [],
    wikipedia: null,
    wikidata: null,
    prominence: 9,
  };
  return composeCard({ entity, facts, background: null }, { day, today: READ_LATE, here, nameOf: (key) => key });
}

const names = (lines: readonly DatedLine[]) => lines.map(({ name, words }) => name ?? words);
const bands = ({ day, around, lastKnown, before, since }: CardView) =>
  [day, around, lastKnown, before, since].map(names);
const around = <T>(border: Day, of: (day: Day) => T): T[] => [-1, 0, 1].map((by) => of(shiftDay(border, by)));

describe('the card of an office', () => {
  it('has its holder on the day and the previous one, from the day after the handover on', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 1, max: 5_000 }),
        fc.integer({ min: 2, max: 5_000 }),
        (handover, past, more) => {
          const next = shiftDay(handover, more);
          const facts = [
            term('first', shiftDay(handover, -past - 900), shiftDay(handover, -past)),
            term('second', shiftDay(handover, -past), handover),
            term('third', handover, next),
            term('fourth', next, null),
          ];
          const on = (day: Day) => bands(card(facts, day)).slice(0, 4);
          expect(on(shiftDay(handover, 1))).toEqual([['third'], [], [], ['second']]);
          // A handover is a day of both.
          expect(on(handover)).toEqual([['third', 'second'], [], [], ['first']]);
          expect(on(next)).toEqual([['fourth', 'third'], [], [], ['second']]);
          expect(on(shiftDay(next, 1))).toEqual([['fourth'], [], [], ['third']]);
        },
      ),
    );
  });

  it('has the previous holder also on the last day before the handover', () => {
    const facts = [
      term('first', '2010-01-01', '2014-01-01'),
      term('second', '2014-01-01', '2018-01-01'),
      term('third', '2018-01-01', null),
    ];
    expect(around('2018-01-01', (day) => bands(card(facts, day)))).toEqual([
      [['second'], [], [], ['first'], ['third']],
      [['third', 'second'], [], [], ['first'], []],
      [['third'], [], [], ['second'], []],
    ]);
  });

  it('reports the holder as unknown after the source was read, but still names the previous one', () => {
    const facts = [term('first', '2010-01-01', '2014-01-01'), term('second', '2014-01-01', null, '2020-06-01')];
    expect(around('2020-06-01', (day) => bands(card(facts, day)))).toEqual([
      [['second'], [], [], ['first'], []],
      [['second'], [], [], ['first'], []],
      [[], [], ['second'], ['first'], []],
    ]);
  });

  it('has the new holder in the year of a handover that is known by its year only', () => {
    const facts = [term('first', '2010', '2014'), term('second', '2014', null)];
    expect(bands(card(facts, '2014-06-01'))).toEqual([['first'], ['second'], [], [], []]);
    expect(bands(card(facts, '2013-12-31')).slice(0, 4)).toEqual([['first'], [], [], []]);
    expect(bands(card(facts, '2015-01-01'))).toEqual([['second'], [], [], ['first'], []]);
  });

  it('has the last known holder if the holder on the day is unknown, however long ago', () => {
    const facts = [term('first', '1810-01-01', '1814-01-01'), term('second', '1814-01-01', '1820-05-01')];
    expect(bands(card(facts, '1820-05-02'))).toEqual([[], [], [], ['second'], []]);
    expect(bands(card(facts, '2020-01-01'))).toEqual([[], [], [], ['second'], []]);
  });

  it('names no holder before the first one that is known, and none if none is known', () => {
    expect(bands(card([term('first', '2010-01-01', null)], '2009-12-31'))).toEqual([[], [], [], [], ['first']]);
    expect(bands(card([], '2009-12-31'))).toEqual([[], [], [], [], []]);
  });

  it('has the same previous holder, whatever the order in the tables', () => {
    const facts = [
      term('a', '2001', '2003'),
      term('b', '2003', '2005'),
      term('c', '2005', '2007'),
      term('d', '2007-02-01', null),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(facts, { minLength: 4 }), (mixed) => {
        expect(bands(card(mixed, '2010-06-01'))).toEqual([['d'], [], [], ['c'], []]);
      }),
    );
  });

  it('names its holders among the lines, as links to their cards, and never among the ties', () => {
    const view = card([term('first', '2010-01-01', '2014-01-01'), term('second', '2014-01-01', null)], '2016-01-01', [
      'second',
    ]);
    expect(view.ties).toEqual([]);
    expect([...view.day, ...view.before].map(({ other, side }) => [other, side])).toEqual([
      ['second', 'told'],
      ['first', 'told'],
    ]);
  });

  it('never shows two under the day who did not both hold it that day', () => {
    const anyTerm = fc
      .tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }))
      .map(([holder, from, length]) => ({ holder, from, to: from + length }));
    fc.assert(
      fc.property(fc.array(anyTerm, { maxLength: 6 }), fc.integer({ min: -2, max: 82 }), (terms, at) => {
        const day = (number: number) => shiftDay('2020-01-01', number);
        const view = card(
          terms.map(({ holder, from, to }) => term(holder, day(from), day(to))),
          day(at),
        );
        for (const { start, end } of view.day) expect(start! <= day(at) && day(at) <= end!).toBe(true);
        for (const { end } of view.before) expect(end! < day(at)).toBe(true);
        expect(view.before.length).toBeLessThanOrEqual(terms.length);
      }),
    );
  });
});

const heads = (holder: string, start: PartialDate, end: PartialDate | null): Fact => ({
  ...term(holder, start, end),
  property: 'heads',
  words: 'mayor',
  value: { type: 'entity', key: holder, via: 'mayor-of-karsk' },
});

it('a country or a body shows its head on the day only: previous holders are shown for offices', () => {
  const facts = [heads('first', '2010-01-01', '2014-01-01'), heads('second', '2014-01-01', null)];
  expect(bands(card(facts, '2016-01-01', [], 'place'))).toEqual([['second'], [], [], [], []]);
});

it('a body shows two later leaders under “since”, and a country or an office more', () => {
  const facts = [2010, 2014, 2018, 2022].map((year) => heads(String(year), `${year}-02-01`, `${year + 4}-02-01`));
  const since = (kind: Kind) => card(facts, '2009-06-01', [], kind).since.map(({ name }) => name);
  expect(since('place')).toEqual(['2010', '2014', '2018', '2022']);
  expect(since('office')).toEqual(['2010', '2014', '2018', '2022']);
  expect(since('group')).toHaveLength(2);
  expect(since('company')).toHaveLength(2);
});
