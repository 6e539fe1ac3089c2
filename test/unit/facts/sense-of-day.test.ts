/** What a list of names says of each on the day of the story; below certainty nothing. */
import { describe, expect, it } from 'vitest';
import { type DatedLine, type Fact, type Kind, senseOfDay, type Value } from '../../../lib/facts';
import type { Day } from '../../../lib/time';

const READ = '2026-11-20';
const sourceOf = (asOf: Day) => ({ name: 'Table', url: null, licence: null, asOf });
const entity = (key: string, via: string | null = null): Value => ({ type: 'entity', key, via });

type Span = readonly [start: string | null, end?: string | null];
function fact(property: Fact['property'], words: string | null, [start, end = null]: Span, asOf = READ): Fact {
  return { property, side: 'own', value: null, words, start, end, source: sourceOf(asOf) };
}
const office = (words: string, span: Span, asOf?: Day) => fact('office', words, span, asOf);
const status = (words: string, span: Span, asOf?: Day) => fact('status', words, span, asOf);
const event = (words: string, on: string, asOf?: Day) => fact('event', words, [on], asOf);
const told = (property: Fact['property'], who: string, span: Span): Fact => ({
  ...fact(property, null, span),
  side: 'told',
  value: entity(who, property === 'office' ? null : 'an-office'),
});

function sense(kind: Kind, facts: readonly Fact[], day: Day): readonly DatedLine[] {
  const known = { key: 'x', kind, name: 'X', qualifier: '', gloss: '', also: [], wikipedia: null, wikidata: null };
  const dossier = { entity: { ...known, prominence: 9 }, facts, background: null };
  return senseOfDay(dossier, day, (key) => (key === 'nobody' ? null : key));
}
const said = (lines: readonly DatedLine[]) => lines.map(({ words, name, tense }) => [words ?? name, tense]);

describe('a person as of the day', () => {
  it('holds an office from its first day to its last, and is a former holder after that', () => {
    const facts = [office('Minister', ['2025-01-28', '2026-03-01'])];
    const on = (day: Day) => said(sense('person', facts, day));
    expect(on('2025-01-27')).toEqual([]);
    expect(on('2025-01-28')).toEqual([['Minister', 'held']]);
    expect(on('2026-03-01')).toEqual([['Minister', 'held']]);
    expect(on('2026-03-02')).toEqual([['Minister', 'past']]);
  });

  it('is not described by an end that came after the story', () => {
    const [line] = sense('person', [office('Minister', ['2025-01-28', '2026-03-01'])], '2026-02-28');
    expect(line).toMatchObject({ start: '2025-01-28', end: null });
  });

  it('has at most two offices at once, the latest first', () => {
    const facts = [office('A', ['2020-01-01']), office('B', ['2024-01-01']), office('C', ['2022-01-01'])];
    expect(said(sense('person', facts, '2026-11-01'))).toEqual([
      ['B', 'held'],
      ['C', 'held'],
    ]);
  });

  it('is described by the office alone if there is a role as well', () => {
    const role = fact('role', 'Member of a council', ['2025-01-01']);
    expect(said(sense('person', [role, office('Minister', ['2024-01-01'])], '2026-11-01'))).toEqual([
      ['Minister', 'held'],
    ]);
  });

  it('is described by what is certain before what was merely last known', () => {
    const facts = [office('Known', ['2025-01-01'], '2026-05-01'), office('Sure', ['2020-01-01'])];
    expect(said(sense('person', facts, '2026-11-01'))).toEqual([['Sure', 'held']]);
  });

  it('is described by what was last known, marked as such, for two years', () => {
    const facts = [office('Secretary', ['2025-01-28'], '2025-06-30')];
    expect(said(sense('person', facts, '2025-06-30'))).toEqual([['Secretary', 'held']]);
    expect(said(sense('person', facts, '2025-07-01'))).toEqual([['Secretary', 'unconfirmed']]);
    expect(said(sense('person', facts, '2027-06-30'))).toEqual([['Secretary', 'unconfirmed']]);
    expect(said(sense('person', facts, '2027-07-01'))).toEqual([]);
  });

  it('is not described by an old source if another office is known to have ended since', () => {
    const leader = office('Leader', ['2020-04-04'], '2025-09-30');
    const minister = office('Prime Minister', ['2024-07-05', '2026-07-20']);
    expect(said(sense('person', [leader, minister], '2026-07-21'))).toEqual([['Prime Minister', 'past']]);
    const role = fact('role', 'Member of a council', ['2024-07-05', '2026-07-20']);
    expect(said(sense('person', [leader, role], '2026-07-20'))).toEqual([['Leader', 'unconfirmed']]);
    expect(said(sense('person', [leader, role], '2026-07-21'))).toEqual([['Member of a council', 'past']]);
    const before = office('Mayor', ['2000-01-01', '2025-09-29']);
    expect(said(sense('person', [leader, before], '2026-07-21'))).toEqual([['Leader', 'unconfirmed']]);
  });

  it('is not described by an office that is known to begin some time in that year', () => {
    expect(sense('person', [office('Minister', ['2026'])], '2026-11-01')).toEqual([]);
    expect(said(sense('person', [office('Minister', ['2026'])], '2027-01-01'))).toEqual([['Minister', 'unconfirmed']]);
  });

  it('is described by the cause of death, and by nothing else, from that day on', () => {
    const facts = [
      office('General', ['1998-03-01']),
      fact('died', 'Killed by a drone', ['2020-01-03', '2020-01-03']),
      status('Wanted', ['2007-01-01']),
    ];
    expect(said(sense('person', facts, '2020-01-02'))).toEqual([['General', 'held']]);
    expect(said(sense('person', facts, '2020-01-03'))).toEqual([['Killed by a drone', 'held']]);
    expect(said(sense('person', facts, '2026-01-01'))).toEqual([['Killed by a drone', 'past']]);
  });

  it('is described by the last event for a year if no office holds', () => {
    const facts = [office('Governor', ['2006-02-24', '2011-03-31']), event('Named to lead the bank', '2026-01-30')];
    expect(said(sense('person', facts, '2026-01-29'))).toEqual([['Governor', 'past']]);
    expect(said(sense('person', facts, '2026-02-01'))).toEqual([['Named to lead the bank', 'past']]);
    expect(said(sense('person', facts, '2027-02-01'))).toEqual([['Governor', 'past']]);
  });

  it('is a former minister rather than a wanted person', () => {
    const wanted = status('Wanted', ['2024-01-01']);
    expect(said(sense('person', [wanted, office('Minister', ['2020-01-01', '2023-01-01'])], '2026-01-01'))).toEqual([
      ['Minister', 'past'],
    ]);
    expect(said(sense('person', [wanted], '2026-01-01'))).toEqual([['Wanted', 'held']]);
  });
});

describe('a deal', () => {
  const facts = [
    event('Signed in Vienna', '2015-07-14'),
    fact('in-force', null, ['2016-01-16', '2018-05-08']),
    event('The US withdraws', '2018-05-08'),
    status('Kept by the others', ['2018-05-09', '2025-09-26']),
  ];
  const on = (day: Day) => sense('deal', facts, day).map(({ words, property }) => words ?? property);

  it('has its phase on the day, before and after the withdrawal', () => {
    expect(on('2015-07-13')).toEqual([]);
    expect(on('2015-12-01')).toEqual(['Signed in Vienna']);
    expect(on('2017-01-01')).toEqual(['in-force']);
    expect(on('2018-05-07')).toEqual(['in-force']);
    expect(on('2018-05-08')).toEqual(['in-force', 'The US withdraws']);
    expect(on('2018-05-09')).toEqual(['Kept by the others', 'The US withdraws']);
    expect(on('2019-05-09')).toEqual(['Kept by the others']);
    expect(on('2026-01-01')).toEqual(['Kept by the others']);
  });
});

describe('other entities', () => {
  it('a dissolved body is called so, and before that what it was', () => {
    const facts = [status('In government', ['2010-01-01']), fact('dissolved', null, ['2026-05-01', '2026-05-01'])];
    expect(said(sense('group', facts, '2026-04-30'))).toEqual([['In government', 'held']]);
    expect(sense('group', facts, '2026-05-01').map(({ property }) => property)).toEqual(['dissolved']);
    expect(sense('group', facts, '2030-01-01').map(({ property }) => property)).toEqual(['dissolved']);
  });

  it('a group is described by what it is rather than by whom it belongs to', () => {
    const led = told('heads', 'Ana', ['2024-01-01']);
    expect(said(sense('group', [led, status('Banned', ['2020-01-01'])], '2026-01-01'))).toEqual([['Banned', 'held']]);
    expect(said(sense('group', [led], '2026-01-01'))).toEqual([['Ana', 'held']]);
    expect(sense('group', [told('heads', 'nobody', ['2024-01-01'])], '2026-01-01')).toEqual([]);
  });

  it('an office is described by its holder', () => {
    const facts = [told('office', 'Ben', ['2020-01-01', '2025-05-06']), told('office', 'Ana', ['2025-05-07'])];
    const and = [...facts, status('Above the law', ['2020-01-01'])];
    expect(said(sense('office', and, '2025-05-06'))).toEqual([['Ben', 'held']]);
    expect(said(sense('office', facts, '2025-05-07'))).toEqual([['Ana', 'held']]);
  });

  it('an event of a company is shown for ninety days, and a figure never', () => {
    const facts = [
      fact('event', 'Buys a rival', ['2026-02-01', '2026-02-01']),
      fact('figure', '300 million customers', ['2026-02-01']),
    ];
    expect(sense('company', facts, '2026-02-01')[0]).toMatchObject({ start: '2026-02-01', end: '2026-02-01' });
    expect(said(sense('company', facts, '2026-05-02'))).toEqual([['Buys a rival', 'past']]);
    expect(sense('company', facts, '2026-05-03')).toEqual([]);
  });

  it('a founder’s death is not news about the body', () => {
    const founder: Fact = { ...fact('founded-by', null, [null, '2020-01-03']), value: entity('Ana') };
    expect(sense('group', [founder], '2020-01-04')).toEqual([]);
    expect(said(sense('group', [{ ...founder, start: '2020-01-02' }], '2020-01-04'))).toEqual([['Ana', 'past']]);
  });

  it('a fact without a date, or one of many in a list, does not describe the day', () => {
    expect(sense('company', [status('Shop for computers', [null])], '2026-01-01')).toEqual([]);
    expect(sense('group', [fact('sanctioned-by', 'Canada', ['2020-01-01'])], '2026-01-01')).toEqual([]);
    expect(said(sense('person', [office('Minister', [null])], '2026-01-01'))).toEqual([['Minister', 'held']]);
    expect(said(sense('group', [status('Banned', [null, '2027-01-01'])], '2026-01-01'))).toEqual([['Banned', 'held']]);
  });

  it('nothing comes from after the story', () => {
    expect(sense('company', [event('Buys a rival', '2026-02-01')], '2026-01-31')).toEqual([]);
    expect(sense('company', [event('Buys a rival', '2026-02')], '2026-02-27')).toEqual([]);
    expect(said(sense('company', [event('Buys a rival', '2026-02')], '2026-02-28'))).toEqual([
      ['Buys a rival', 'held'],
    ]);
  });
});
