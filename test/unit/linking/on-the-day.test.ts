/** What words mean on the day of a story: the day before a border, the day itself, the day after. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { officesHeld } from '../../../lib/linking/known/offices';
import { type Office, openPack, writePack } from '../../../lib/pack';
import { type Day, earliest, latest, type PartialDate, shiftDay } from '../../../lib/time';
import { anyDate } from '../time/any-date';
import { cards, world } from './small-world';

const source = { name: 'Editors', url: null, licence: 'MIT', asOf: '2026-11-22' };
const around = <T>(border: Day, of: (day: Day) => T): T[] => [-1, 0, 1].map((by) => of(shiftDay(border, by)));

describe('an office', () => {
  const post = (start: PartialDate | null, end: PartialDate | null): Office[] => [
    { title: 'mayor of karsk', start, end },
  ];
  const held = (facts: Office[], day: Day | null, former = false) =>
    officesHeld(facts, 'mayor', day, former).length === 1;

  it('is held from its first possible day to its last', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(around(earliest(date), (day) => held(post(date, null), day))).toEqual([false, true, true]);
        expect(around(latest(date), (day) => held(post(null, date), day))).toEqual([true, true, false]);
      }),
    );
  });

  it('can be a former one from its first possible day on, and always after its last', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(around(earliest(date), (day) => held(post(date, date), day, true))).toEqual([false, true, true]);
        expect(around(latest(date), (day) => held(post(null, date), day, true))).toEqual([true, true, true]);
      }),
    );
  });

  it('is held by nobody on an unknown day', () => {
    expect([held(post('2015', '2020'), null), held(post('2015', '2020'), null, true)]).toEqual([false, true]);
  });

  it('means its holder from the day on which it begins to the day on which it ends', () => {
    const president = (day: Day) => cards(['President Hale spoke.'], { day });
    expect(around('2018-01-01', president)).toEqual([[], ['Hale → tom-hale'], ['Hale → tom-hale']]);
    expect(around('2022-01-01', president)).toEqual([['Hale → tom-hale'], ['Hale → tom-hale'], []]);
  });
});

it('forms with dates are used from their first day to their last', () => {
  const anniversary = (day: Day) => cards(['Karsk remembers January 3rd.'], { day }).length;
  expect(around('2019-06-01', anniversary)).toEqual([1, 2, 2]);
  expect(around('2020-12-31', anniversary)).toEqual([2, 2, 1]);
});

describe('a deal', () => {
  const signed = (start: PartialDate) => [
    openPack(
      writePack({
        ...world,
        facts: [
          {
            entity: 'harbour-pact',
            property: 'signed',
            value: null,
            words: null,
            back: null,
            start,
            end: start,
            source,
          },
        ],
      }),
    ),
  ];
  const isMeant = (start: PartialDate) => (day: Day) =>
    cards(['The Harbour Pact stands.'], { day, packs: signed(start) }).length;

  it('can be mentioned up to two years before it is signed, and not earlier', () => {
    expect(around('2018-11-20', isMeant('2020-11-20'))).toEqual([0, 1, 1]);
    expect(around('2018-11-01', isMeant('2020-11'))).toEqual([0, 1, 1]);
    expect(around('2018-01-01', isMeant('~2020'))).toEqual([0, 1, 1]);
    expect(around('2018-02-28', isMeant('2020-02-29'))).toEqual([0, 0, 1]);
    expect(isMeant('2022-02-28')('2020-02-29')).toBe(1);
    expect(isMeant('2022-03-01')('2020-02-29')).toBe(0);
  });
});
