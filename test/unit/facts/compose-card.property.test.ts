/** Every border of a card: the day before it, the day itself, the day after. Long because each border is one short property. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CardView,
  composeCard,
  type Fact,
  KINDS,
  type Kind,
  PROPERTY_NAMES,
  type PropertyName,
  propertyOf,
} from '../../../lib/facts';
import {
  against,
  type Day,
  earliest,
  isBefore,
  latest,
  type PartialDate,
  precisionOf,
  shiftDay,
} from '../../../lib/time';
import { anyDate, anyDay, roughly } from '../time/any-date';

/** After every day that a property tries. */
const READ_LATE: Day = '9999-12-31';
/** The same figures as in the code, on purpose: a change of one has to be meant. */
const RECENT_DAYS = 90;
const HANDOVER_DAYS = 7;
const TEN_YEARS = 3_653;

function fact(
  property: PropertyName,
  words: string,
  start: PartialDate | null,
  end: PartialDate | null,
  asOf = READ_LATE,
): Fact {
  const source = { name: 'Table', url: null, licence: null, asOf };
  return { property, side: 'own', value: null, words, start, end, source };
}

function tie(key: string, start: PartialDate | null, end: PartialDate | null): Fact {
  return { ...fact('related', key, start, end), value: { type: 'entity', key, via: null } };
}

function card(facts: readonly Fact[], day: Day, kind: Kind = 'person'): CardView {
  const entity = {
    key: 'x',
    kind,
    name: 'X',
    qualifier: '',
    gloss: '',
    also: [],
    wikipedia: null,
    wikidata: null,
    prominence: 9,
  };
  return composeCard({ entity, facts, background: null }, { day, today: READ_LATE, here: [], nameOf: (key) => key });
}

/** All that is told of what was so by then, band by band. */
const told = ({ day, around, lastKnown, before }: CardView) => [...day, ...around, ...lastKnown, ...before];
const texts = (lines: readonly { readonly words: string | null }[]) => lines.map((line) => line.words);
/** The day before, the day, the day after. */
const around = <T>(border: Day, of: (day: Day) => T): T[] => [-1, 0, 1].map((by) => of(shiftDay(border, by)));
const moreThanAYear = anyDate.filter((date) => precisionOf(date) !== 'year');
/** A fact that holds on every day, so that others stand beside it. */
const always = fact('office', 'Always', null, null);

describe('a fact that begins', () => {
  it('is under “since” until the day before its start, and in the “day” part from its start on', () => {
    fc.assert(
      fc.property(moreThanAYear, (start) => {
        const facts = [fact('office', 'Minister', start, null)];
        const where = around(earliest(start), (day) => {
          const view = card(facts, day);
          return [texts(told(view)), texts(view.since)];
        });
        expect(where).toEqual([
          [[], ['Minister']],
          [['Minister'], []],
          [['Minister'], []],
        ]);
      }),
    );
  });

  it('and ends after the story has its end under “since”; on its last day and after it no more', () => {
    fc.assert(
      fc.property(anyDate, (end) => {
        const facts = [fact('office', 'Minister', shiftDay(earliest(end), -500), end)];
        const since = (day: Day) => card(facts, day).since.map(({ tense }) => tense);
        expect(around(earliest(end), since).slice(0, 2)).toEqual([['past'], []]);
        expect(around(latest(end), since).slice(1)).toEqual([[], []]);
        expect(around(latest(end), (day) => told(card(facts, day))[0]?.tense)).toEqual(['held', 'held', 'past']);
      }),
    );
  });

  it('without a known end counts as known on the day its source was read, and no longer from the next day on', () => {
    fc.assert(
      fc.property(anyDay, (asOf) => {
        const facts = [fact('office', 'Minister', shiftDay(asOf, -500), null, asOf)];
        const tellings = (day: Day) => told(card(facts, day)).map(({ tense, source }) => [tense, source.asOf]);
        expect(around(asOf, tellings)).toEqual([[['held', asOf]], [['held', asOf]], [['unconfirmed', asOf]]]);
      }),
    );
  });
});

describe('the parts of a card', () => {
  const bands = ({ day, around: begun, lastKnown, before }: CardView) => [day, begun, lastKnown, before].map(texts);

  it('show an event under its own day only, and from the next day on before it', () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        const facts = [fact('event', 'Election', date, null)];
        expect(around(date, (day) => bands(card(facts, day)))).toEqual([
          [[], [], [], []],
          [['Election'], [], [], []],
          [[], [], [], ['Election']],
        ]);
      }),
    );
  });

  it('show an open office under the day until its source was read, and as last known from the next day on', () => {
    fc.assert(
      fc.property(anyDay, (asOf) => {
        const facts = [fact('office', 'Minister', shiftDay(asOf, -500), null, asOf)];
        expect(around(asOf, (day) => bands(card(facts, day)))).toEqual([
          [['Minister'], [], [], []],
          [['Minister'], [], [], []],
          [[], [], ['Minister'], []],
        ]);
      }),
    );
  });

  it.each(['year', 'month'] as const)(
    'show an office of that %s under it, and under the day at its end',
    (precision) => {
      fc.assert(
        fc.property(anyDay, (any) => {
          const start = roughly(any, precision);
          const facts = [fact('office', 'Minister', start, shiftDay(latest(start), 900))];
          expect(around(latest(start), (day) => bands(card(facts, day)))).toEqual([
            [[], ['Minister'], [], []],
            [['Minister'], [], [], []],
            [['Minister'], [], [], []],
          ]);
        }),
      );
    },
  );

  it('show an office that ended before the day from the day after its last', () => {
    fc.assert(
      fc.property(anyDay, (end) => {
        const facts = [fact('office', 'Minister', shiftDay(end, -500), end)];
        expect(around(end, (day) => bands(card(facts, day)))).toEqual([
          [['Minister'], [], [], []],
          [['Minister'], [], [], []],
          [[], [], [], ['Minister']],
        ]);
      }),
    );
  });
});

describe('an event', () => {
  it(`is still news ${RECENT_DAYS} days after its last possible day, not a day longer`, () => {
    fc.assert(
      fc.property(moreThanAYear, (date) => {
        const facts = [always, fact('event', 'Election', date, date)];
        const day = (at: Day) => texts(told(card(facts, at)));
        expect(around(shiftDay(latest(date), RECENT_DAYS), day)).toEqual([
          ['Always', 'Election'],
          ['Always', 'Election'],
          ['Always'],
        ]);
      }),
    );
  });

  it('that is known by its year is recent until the last day of that year', () => {
    fc.assert(
      fc.property(anyDay, (any) => {
        const date = roughly(any, 'year');
        const facts = [always, fact('event', 'Election', date, date)];
        const [before, on] = around(latest(date), (day) => card(facts, day));
        expect([texts(told(before!)), texts(before!.since)]).toEqual([['Always'], ['Election']]);
        expect([texts(told(on!)), texts(on!.since)]).toEqual([['Always', 'Election'], []]);
        expect(around(shiftDay(latest(date), RECENT_DAYS), (day) => told(card(facts, day)).length)).toEqual([2, 2, 1]);
      }),
    );
  });

  it('gives way to one on the day of the story', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const facts = [fact('event', 'Then', shiftDay(day, -1), null), fact('event', 'Now', day, null), always];
        expect(around(day, (at) => texts(told(card(facts, at))))).toEqual([
          ['Always', 'Then'],
          ['Always', 'Now'],
          ['Always', 'Now'],
        ]);
      }),
    );
  });
});

describe('a handover', () => {
  const gap = (days: number) =>
    fc.assert(
      fc.property(anyDay, fc.integer({ min: HANDOVER_DAYS + 2, max: 400 }), (end, early) => {
        const story = shiftDay(end, -early);
        const facts = [
          fact('office', 'Minister', shiftDay(story, -100), end),
          fact('office', 'President', shiftDay(end, days), null),
        ];
        const ends = texts(card(facts, story).since).includes('Minister');
        expect(ends).toBe(Math.abs(days) > HANDOVER_DAYS);
        expect(texts(card(facts, story).since)).toContain('President');
      }),
    );

  it.each([0, 1, HANDOVER_DAYS - 1, HANDOVER_DAYS, HANDOVER_DAYS + 1, 30])('%i days after the end', gap);
  it.each([-1, -HANDOVER_DAYS, -HANDOVER_DAYS - 1])('%i days before the end', gap);

  it('is counted from the last day that the end can be', () => {
    const since = (end: string) =>
      texts(
        card([fact('office', 'Minister', '2015', end), fact('office', 'President', '2020-12-07', null)], '2019-01-01')
          .since,
      );
    expect(since('2020-11')).toEqual(['President']);
    expect(since('2020-11-30')).toEqual(['President']);
    expect(since('2020-11-29')).toEqual(['Minister', 'President']);
  });

  it('is not assumed for what has begun by the day of the story', () => {
    const facts = [fact('office', 'Minister', '2015', '2020-11-20'), fact('office', 'President', '2020-11-18', null)];
    expect(texts(card(facts, '2020-11-17').since)).toEqual(['President']);
    expect(texts(card(facts, '2020-11-18').since)).toEqual(['Minister']);
  });
});

describe('the former status of a country', () => {
  it(`tells it for ten years (${TEN_YEARS} days) after its last possible day, not a day longer`, () => {
    fc.assert(
      fc.property(anyDate, fc.constantFrom<Kind>('place', 'group', 'company', 'media'), (end, kind) => {
        const facts = [fact('status', 'Dictatorship', shiftDay(earliest(end), -500), end)];
        expect(around(shiftDay(latest(end), TEN_YEARS), (day) => told(card(facts, day, kind)).length)).toEqual([
          1, 1, 0,
        ]);
        expect(told(card(facts, shiftDay(latest(end), TEN_YEARS + 1), 'person'))).toHaveLength(1);
      }),
    );
  });
});

describe('a death', () => {
  it('splits the card: nothing of it the day before, first in it from the last day that it can be', () => {
    fc.assert(
      fc.property(moreThanAYear, (date) => {
        const facts = [fact('office', 'Minister', null, null), fact('died', 'Killed', date, date)];
        const first = card(facts, shiftDay(earliest(date), -1));
        expect([texts(told(first)), texts(first.since)]).toEqual([['Minister'], ['Killed']]);
        const [, on, after] = around(latest(date), (day) =>
          told(card(facts, day)).map(({ words, tense }) => [words, tense]),
        );
        expect(on).toEqual([
          ['Killed', 'held'],
          ['Minister', 'held'],
        ]);
        expect(after).toEqual([
          ['Killed', 'past'],
          ['Minister', 'past'],
        ]);
      }),
    );
  });
});

describe('a tie', () => {
  it('is unknown the day before its first possible day', () => {
    fc.assert(
      fc.property(anyDate, (start) => {
        const known = (day: Day) => texts(card([tie('ally', start, null)], day).ties);
        expect(around(earliest(start), known)).toEqual([[], ['ally'], ['ally']]);
      }),
    );
  });

  it('has no end for a reader of the day before the end’s first possible day', () => {
    fc.assert(
      fc.property(anyDate, (end) => {
        const known = (day: Day) => card([tie('ally', null, end)], day).ties.map((one) => one.end);
        expect(around(earliest(end), known)).toEqual([[null], [end], [end]]);
      }),
    );
  });

  it('without an end is unconfirmed from the day after its source was read', () => {
    fc.assert(
      fc.property(anyDay, (asOf) => {
        const chair = tie('chair', shiftDay(asOf, -500), null);
        const facts = [{ ...chair, source: { ...chair.source, asOf } }];
        const hedged = (day: Day) => card(facts, day).ties.map(({ unconfirmed }) => unconfirmed);
        expect(around(asOf, hedged)).toEqual([[false], [false], [true]]);
      }),
    );
  });

  it('that holds comes before one that has ended, from the day on which that is known', () => {
    fc.assert(
      fc.property(anyDay, (end) => {
        const facts = [tie('old', null, end), tie('new', null, null)];
        const order = (day: Day) => texts(card(facts, day).ties);
        expect(around(end, order)).toEqual([
          ['old', 'new'],
          ['new', 'old'],
          ['new', 'old'],
        ]);
      }),
    );
  });
});

describe('the order of lines', () => {
  it('puts offices that hold by their first day, the latest first, also before the year 0', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 30_000 }), fc.boolean(), (first, later, swapped) => {
        const facts = [fact('office', 'First', first, null), fact('office', 'Second', shiftDay(first, later), null)];
        const day = shiftDay(first, later + 1);
        expect(texts(told(card(swapped ? facts.reverse() : facts, day)))).toEqual(['Second', 'First']);
      }),
    );
  });

  it('puts later changes by the day of the change, the oldest first', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 20, max: 4_000 }), { minLength: 2, maxLength: 4 }),
        anyDay,
        (days, story) => {
          const facts = days.map((by) => fact('event', String(by), shiftDay(story, by), null));
          expect(texts(card(facts, story).since)).toEqual([...days].sort((a, b) => a - b).map(String));
        },
      ),
    );
  });

  it('puts offices without a known start last', () => {
    const facts = [fact('office', 'Since ever', null, null), fact('office', 'Minister', '-0043', null)];
    expect(texts(told(card(facts, '2020-01-01')))).toEqual(['Minister', 'Since ever']);
    expect(texts(told(card(facts.toReversed(), '2020-01-01')))).toEqual(['Minister', 'Since ever']);
  });

  it('places a change that is known by its month at the first day of that month', () => {
    const facts = [fact('event', 'Trial', '2020-01-15', null), fact('office', 'Minister', '2015', '2020-01')];
    expect(texts(card(facts, '2019-06-01').since)).toEqual(['Minister', 'Trial']);
  });

  it('keeps an end and a beginning on the same day in their given order', () => {
    const facts = [fact('office', 'Minister', '2015', '2020-01-10'), fact('event', 'Trial', '2020-01-09', null)];
    expect(texts(card(facts, '2019-06-01').since)).toEqual(['Trial', 'Minister']);
    const other = [fact('office', 'Minister', '2015', '2020-01-10'), fact('event', 'Trial', '2020-01-11', null)];
    expect(texts(card(other, '2019-06-01').since)).toEqual(['Minister', 'Trial']);
  });

  it('puts events on or before the last day of the last office into its past', () => {
    const past = (date: string) =>
      texts(
        told(
          card([fact('office', 'Minister', '2010', '2015-05-10'), fact('event', 'Flight', date, null)], '2020-01-01'),
        ),
      );
    expect(past('2015-05-09')).toEqual(['Minister']);
    expect(past('2015-05-10')).toEqual(['Minister']);
    expect(past('2015-05-11')).toEqual(['Flight', 'Minister']);
  });
});

it('the “day” part has nothing from after the story, and “since” nothing from before it', () => {
  const optional = fc.option(anyDate, { nil: null });
  const anyEnd = fc.record({
    side: fc.constantFrom('own' as const, 'told' as const, null),
    via: fc.constantFrom('office', null),
  });
  const anyFact = fc
    .tuple(fc.constantFrom(...PROPERTY_NAMES), optional, optional, anyDay, anyEnd)
    .filter(([, start, end]) => start === null || end === null || !isBefore(latest(end), earliest(start)))
    .map(([property, start, end, asOf, { side, via }]): Fact => {
      const told = fact(property, `${property} of ${start}`, start, end, asOf);
      if (side === null || propertyOf(property).value !== 'entity') return told;
      return { ...told, side, value: { type: 'entity', key: 'other', via } };
    });
  fc.assert(
    fc.property(fc.array(anyFact, { maxLength: 8 }), anyDay, fc.constantFrom(...KINDS), (facts, day, kind) => {
      const view = card(facts, day, kind);
      // Of an office the one who held it before stands there too.
      expect(told(view).length).toBeLessThanOrEqual(kind === 'office' ? 4 : 3);
      expect(view.since.length).toBeLessThanOrEqual(4);
      for (const { tense, start, end, source } of view.day) {
        expect(tense).toBe('held');
        if (start !== null) expect(isBefore(day, earliest(start))).toBe(false);
        if (end === null) expect(isBefore(source.asOf, day)).toBe(false);
        else expect(isBefore(latest(end), day)).toBe(false);
      }
      for (const { start } of view.around) expect(against(start!, day)).toBe('within');
      for (const { end, source } of view.lastKnown) {
        expect(end).toBeNull();
        expect(isBefore(source.asOf, day)).toBe(true);
      }
      for (const { start, end } of view.before) {
        // What has no date at all, and a happening of the month that ends with the day.
        if ((end ?? start) !== null) expect(isBefore(day, latest((end ?? start)!))).toBe(false);
      }
      for (const { tense, start, end } of view.since) {
        const change = tense === 'past' ? end! : (start ?? end)!;
        expect(isBefore(day, tense === 'past' ? earliest(change) : latest(change))).toBe(true);
      }
    }),
    { numRuns: 1000 },
  );
});
