/** The entities of a story in time: what stands where, as exact as it is known. */
import { describe, expect, it } from 'vitest';
import type { PartialDate } from '../../../lib/time';
import { compose, event, fact, SOURCE, to, told } from './small-story';

const timeline = (facts: readonly ReturnType<typeof fact>[], day = '2020-06-15') =>
  compose({ story: { ana: { salience: 0.9, facts }, bo: {} }, day }).timeline;
const places = (...facts: Parameters<typeof timeline>[0]) =>
  timeline(facts).map((entry) => `${entry.place} ${entry.start}–${entry.end} ${told(entry)}`);

describe('the timeline of a story', () => {
  it('runs from first to last, with what came after the story marked', () => {
    expect(
      places(
        event('2020-08-01', 'Speaks'),
        event('2020-06', 'Sings'),
        fact('role', '2019', { words: 'Mayor', end: '2021' }),
        event('2018-02', 'Dances'),
      ),
    ).toEqual([
      'before 2018-02–2018-02 ana: Dances',
      'before 2019–2021 ana: Mayor',
      'around 2020-06–2020-06 ana: Sings',
      'after 2020-08-01–2020-08-01 ana: Speaks',
    ]);
  });

  it('distinguishes an event from a period', () => {
    const entries = timeline([
      event('2018-02', 'Dances'),
      fact('role', '2019', { words: 'Mayor' }),
      fact('ally', '2019-05-01', { value: to('bo') }),
      fact('ally', '2019-06-01', { value: to('bo'), words: 'met', end: '2019-06-01' }),
    ]);
    expect(entries.map(({ isPoint }) => isPoint)).toEqual([true, false, false, true]);
  });

  it('leaves an end open that the source could not know', () => {
    const source = { ...SOURCE, asOf: '2020-12-31' };
    expect(places(fact('role', '2019', { words: 'Mayor', end: '2024', source }))).toEqual([
      'before 2019–null ana: Mayor',
    ]);
    expect(places(fact('role', '2019', { words: 'Mayor', end: '2020-12', source }))).toEqual([
      'before 2019–2020-12 ana: Mayor',
    ]);
    expect(places(fact('ally', '2019', { value: to('bo'), end: '2024', source }))).toEqual([
      'before 2019–null ana – bo',
    ]);
  });

  it('uses the end if no beginning is known', () => {
    expect(places(fact('role', null, { words: 'Mayor', end: '2020-01' }))).toEqual(['before null–2020-01 ana: Mayor']);
  });

  it('puts the less exact first of those that begin together', () => {
    const starts = (dates: readonly PartialDate[]) =>
      timeline(dates.map((date) => event(date, `Of ${date}`))).map(({ start }) => start);
    expect(starts(['2019-01-01', '2019', '2019-01'])).toEqual(['2019', '2019-01', '2019-01-01']);
  });

  it('shows no event twice, and otherwise the most informative', () => {
    const facts = Array.from({ length: 40 }, (_, at) => event(`20${12 + (at % 8)}-0${1 + (at % 9)}`, `Act ${at}`));
    const entries = timeline(facts);
    expect(entries.length).toBe(6);
    expect(entries.every(({ start }) => start !== null && start >= '2018')).toBe(true);
    const story = {
      ana: { facts: [event('2020-06-01', 'Beats Bo Barrow')] },
      'bo-barrow': { facts: [event('2020-06-01', 'Beaten by Ana')] },
    };
    expect(compose({ story }).timeline).toHaveLength(1);
  });

  it('is limited to what a reader looks through', () => {
    const story = Object.fromEntries(
      Array.from({ length: 30 }, (_, at) => [
        `n${at}`,
        {
          facts: [
            event(`2020-05-${String(at + 1).padStart(2, '0')}`, `Act ${at}`),
            event(`2020-07-${String(at + 1).padStart(2, '0')}`, `Act ${at}`),
            event('2020', `Act ${at}`),
          ],
        },
      ]),
    );
    const entries = compose({ story }).timeline;
    const many = (place: string) => entries.filter((one) => one.place === place).length;
    expect([many('before'), many('around'), many('after')]).toEqual([24, 6, 16]);
  });

  it('omits the distant past of an entity that the story names once', () => {
    const facts = [fact('role', '1999', { words: 'Member of a council', end: '2003' })];
    expect(compose({ story: { ana: { salience: 0.3, facts } } }).timeline).toEqual([]);
  });
});
