/** Every border of a fact: the day before it, the day itself, the day after. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Fact,
  isPoint,
  type LineKind,
  overBy,
  PROPERTY_NAMES,
  type PropertyName,
  placeInTime,
  propertyOf,
} from '../../../lib/facts';
import { type Day, earliest, isBefore, latest, type PartialDate, precisionOf, shiftDay } from '../../../lib/time';
import { anyDate, anyDay } from '../time/any-date';

/** After every day that a property tries. */
const READ_LATE: Day = '9999-12-31';

function fact(property: PropertyName, start: PartialDate | null, end: PartialDate | null, asOf = READ_LATE): Fact {
  const source = { name: 'Table', url: null, licence: null, asOf };
  return { property, side: 'own', value: null, words: 'Minister', start, end, source };
}

const tense = (of: Fact, day: Day, over: Day | null = null) => placeInTime(of, day, over).tense;
/** The day before, the day, the day after. */
const around = (border: Day, of: (day: Day) => string) => [-1, 0, 1].map((by) => of(shiftDay(border, by)));

const told = (...lines: readonly LineKind[]) =>
  PROPERTY_NAMES.filter((name) => lines.some((line) => line === propertyOf(name).line));
const spans = fc.constantFrom(...told('office', 'role', 'status', 'figure'));
const HAPPENINGS = told('life', 'event');
const points = fc.constantFrom(...HAPPENINGS);
const moreThanAYear = anyDate.filter((date) => precisionOf(date) !== 'year');
/** Known by its year or month. */
const coarse = anyDate.filter((date) => precisionOf(date) !== 'day');

describe('the start of a lasting fact', () => {
  it('has not come the day before its first day; from that day on the fact holds', () => {
    fc.assert(
      fc.property(spans, anyDay, fc.boolean(), (property, day, about) => {
        const open = fact(property, about ? `~${day}` : day, null);
        expect(around(day, (at) => tense(open, at))).toEqual(['ahead', 'held', 'held']);
      }),
    );
  });

  it('if known by its year or month, leaves the fact unconfirmed in that period; it holds from the last day on', () => {
    fc.assert(
      fc.property(spans, coarse, (property, start) => {
        const open = fact(property, start, null);
        expect(around(earliest(start), (day) => tense(open, day))).toEqual(['ahead', 'unconfirmed', 'unconfirmed']);
        expect(around(latest(start), (day) => tense(open, day))).toEqual(['unconfirmed', 'held', 'held']);
      }),
    );
  });

  it('if unknown, never puts the fact in the future', () => {
    fc.assert(
      fc.property(spans, anyDay, (property, day) => void expect(tense(fact(property, null, null), day)).toBe('held')),
    );
  });
});

describe('the end of a lasting fact', () => {
  it('keeps the fact current until its last day; it is past from the day after', () => {
    fc.assert(
      fc.property(spans, anyDate, fc.option(fc.integer({ min: 1, max: 4_000 })), (property, end, length) => {
        const closed = fact(property, length === null ? null : shiftDay(earliest(end), -length), end);
        expect(around(latest(end), (day) => tense(closed, day))).toEqual(['held', 'held', 'past']);
        expect(around(earliest(end), (day) => tense(closed, day)).slice(0, 2)).toEqual(['held', 'held']);
      }),
    );
  });

  it('is believed, if the source gives it, however old the source is', () => {
    fc.assert(
      fc.property(anyDate, (end) => {
        const closed = fact('office', null, end, shiftDay(earliest(end), -900));
        expect(around(latest(end), (day) => tense(closed, day))).toEqual(['held', 'held', 'past']);
      }),
    );
  });

  it('if unknown, keeps the fact current up to the day its source was read; it is unconfirmed from the next day on', () => {
    fc.assert(
      fc.property(spans, anyDay, (property, asOf) => {
        const open = fact(property, null, null, asOf);
        expect(around(asOf, (day) => tense(open, day))).toEqual(['held', 'held', 'unconfirmed']);
      }),
    );
  });

  it('if unknown, is the end of the entity itself', () => {
    fc.assert(
      fc.property(spans, anyDay, (property, over) => {
        const open = fact(property, null, null);
        expect(around(over, (day) => tense(open, day, over))).toEqual(['held', 'held', 'past']);
        expect(placeInTime(open, over, over).end).toBe(over);
      }),
    );
  });

  it('counts before the end of the entity if both are known', () => {
    fc.assert(
      fc.property(spans, anyDay, (property, end) => {
        const closed = fact(property, null, end);
        const over = shiftDay(end, 30);
        expect(around(end, (day) => tense(closed, day, over))).toEqual(['held', 'held', 'past']);
      }),
    );
  });
});

describe('an event', () => {
  const withAndWithoutEnd = fc.boolean();

  it('is in the future the day before, current on its day, and past the day after', () => {
    fc.assert(
      fc.property(points, anyDay, withAndWithoutEnd, (property, date, hasEnd) => {
        const point = fact(property, date, hasEnd ? date : null);
        expect(around(date, (day) => tense(point, day))).toEqual(['ahead', 'held', 'past']);
      }),
    );
  });

  it('known by its year or month is in the future until the last day of it', () => {
    fc.assert(
      fc.property(points, coarse, withAndWithoutEnd, (property, date, hasEnd) => {
        const point = fact(property, date, hasEnd ? date : null);
        expect(around(earliest(date), (day) => tense(point, day))).toEqual(['ahead', 'ahead', 'ahead']);
        expect(around(latest(date), (day) => tense(point, day))).toEqual(['ahead', 'held', 'past']);
      }),
    );
  });

  it('does not depend on when its source was read, nor on the end of the entity', () => {
    fc.assert(
      fc.property(points, moreThanAYear, (property, date) => {
        const point = fact(property, date, null, shiftDay(earliest(date), -400));
        const over = shiftDay(latest(date), 400);
        expect(around(latest(date), (day) => tense(point, day, over)).slice(1)).toEqual(['held', 'past']);
      }),
    );
  });

  it('is what begins and ends on one date, unless it is a number', () => {
    const of = (property: PropertyName, start: string | null, end: string | null) =>
      isPoint(fact(property, start, end));
    expect((['office', 'role', 'status'] as const).map((property) => of(property, '2020', '2020'))).toEqual([
      true,
      true,
      true,
    ]);
    expect((['office', 'role', 'status'] as const).map((property) => of(property, '2020', '2021'))).toEqual([
      false,
      false,
      false,
    ]);
    expect((['office', 'role', 'status'] as const).map((property) => of(property, null, null))).toEqual([
      false,
      false,
      false,
    ]);
    expect([of('figure', '2020', '2020'), of('event', '2020', '2021'), of('founded', null, null)]).toEqual([
      false,
      true,
      true,
    ]);
  });
});

it('“about” does not move the bounds of a date', () => {
  fc.assert(
    fc.property(fc.oneof(spans, points), anyDate, anyDate, anyDay, (property, start, end, day) => {
      const bare = (date: string) => date.replace('~', '');
      const sure = fact(property, bare(start), bare(end));
      expect(tense(fact(property, `~${bare(start)}`, `~${bare(end)}`), day)).toBe(tense(sure, day));
    }),
  );
});

it('nothing that begins after the day is called current or past', () => {
  const optional = fc.option(anyDate, { nil: null });
  fc.assert(
    fc.property(fc.oneof(spans, points), optional, optional, anyDay, anyDay, (property, start, end, day, asOf) => {
      const is = tense(fact(property, start, end, asOf), day);
      if (start !== null && isBefore(day, earliest(start))) expect(is).toBe('ahead');
      if (is === 'past') expect(end !== null || start !== null).toBe(true);
      // A happening of which only the end is known came then.
      const from = start ?? (HAPPENINGS.includes(property) ? end : null);
      if (is === 'ahead') expect(from !== null && isBefore(day, latest(from))).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

describe('the day on which an entity came to an end', () => {
  const ending = fc.constantFrom(...PROPERTY_NAMES.filter((name) => propertyOf(name).ends));

  it('is unknown the day before, and known from the last day that it can be', () => {
    fc.assert(
      fc.property(ending, anyDate, fc.boolean(), (property, date, hasEnd) => {
        const facts = [fact('office', '1900', '1910'), fact(property, date, hasEnd ? date : null)];
        const last = latest(date);
        expect([-1, 0, 1].map((by) => overBy(facts, shiftDay(last, by)))).toEqual([null, last, last]);
      }),
    );
  });

  it('is the end of a process, such as a dissolution', () => {
    fc.assert(
      fc.property(ending, anyDay, (property, end) => {
        const facts = [fact(property, shiftDay(end, -20), end)];
        expect([-1, 0, 1].map((by) => overBy(facts, shiftDay(end, by)))).toEqual([null, end, end]);
      }),
    );
  });

  it('is not given by a fact that ends nothing or has no date', () => {
    fc.assert(
      fc.property(ending, anyDay, (property, day) => {
        const facts = [fact('founded', day, day), fact('office', day, day), fact(property, null, null)];
        expect(overBy(facts, day)).toBeNull();
        expect(overBy([{ ...fact(property, day, day), side: 'told' }], day)).toBeNull();
      }),
    );
  });
});
