import { describe, expect, it } from 'vitest';
import { sourceProblems } from '../../../lib/pack/source-problems';
import { amountSnak, at, claim, entity, is, itemSnak, noValue, person, someValue, span, timeSnak } from './shapes';
import { kindOf, rowsOf, TODAY, toldOf } from './world';

const ada = (claims: Readonly<Record<string, readonly object[]>>) =>
  person('Q901', { label: 'Ada Brunnvik', description: 'Zendrian politician', claims });
const from = (start: string) => ({ qualifiers: span(timeSnak(start), null) });
const until = (start: string | null, end: object | null) => ({
  qualifiers: span(start === null ? null : timeSnak(start), end),
});

describe('offices from Wikidata', () => {
  const held = (...claims: readonly object[]) =>
    toldOf(ada({ P39: claims })).filter((line) => line.startsWith('office'));

  it('are held from their start to their end', () => {
    expect(held(is('Q5001', until('2019-05-07', timeSnak('2022-03'))))).toEqual([
      'office Minister of Tides 2019-05-07–2022-03',
    ]);
  });

  it('without an end are current, the open ones first', () => {
    expect(held(is('Q5001', until('2010', timeSnak('2012'))), is('Q5008', from('2024-01-15')))).toEqual([
      'office Member of the Zendrian Diet 2024-01-15–',
      'office Minister of Tides 2010–2012',
    ]);
  });

  it('whose end is unknown are not current', () => {
    expect(held(is('Q5001', until('2019-05-07', someValue)))).toEqual(['office Minister of Tides 2019–2019']);
    expect(held(is('Q5001', until(null, someValue)))).toEqual([]);
  });

  it('that somebody else took over are not current', () => {
    const qualifiers = { ...span(timeSnak('2019'), null), P1366: itemSnak('Q5006') };
    expect(held(is('Q5001', { qualifiers }))).toEqual(['office Minister of Tides 2019–2019']);
  });

  it('with an end alone claim nothing about the time before', () => {
    expect(held(is('Q5001', until(null, timeSnak('2022-03-01'))))).toEqual(['office Minister of Tides 2022–2022']);
  });

  it('with "no end" are open', () => {
    expect(held(is('Q5001', until('2019', noValue)))).toEqual(['office Minister of Tides 2019–']);
  });

  it('that end before they start are left out', () => {
    expect(held(is('Q5001', until('2022', timeSnak('2019'))))).toEqual([]);
  });

  it('with an end date that is too inexact have ended', () => {
    const decade = timeSnak('2010', { precision: 8 });
    expect(held(is('Q5001', until('2001', decade)))).toEqual(['office Minister of Tides 2001–2001']);
  });

  it('in consecutive terms are one', () => {
    const terms = [
      is('Q5008', until('2010-05-06', timeSnak('2015-03-30'))),
      is('Q5008', until('2015-05-07', timeSnak('2017-05-03'))),
      is('Q5008', from('2017-06-08')),
    ];
    expect(held(...terms)).toEqual(['office Member of the Zendrian Diet 2010-05-06–']);
    expect(held(terms[0]!, terms[2]!)).toHaveLength(2);
  });

  it('are open only once: a later term that ended also ends the earlier one', () => {
    expect(held(is('Q5001', from('2010')), is('Q5001', until('2015', timeSnak('2018'))))).toEqual([
      'office Minister of Tides 2015–2018',
    ]);
  });

  it('without dates are used only if no other is current', () => {
    const present = is('Q5008', { rank: 'preferred', ...from('2024') });
    expect(held(is('Q5001'), present)).toEqual(['office Member of the Zendrian Diet 2024–']);
    expect(held(is('Q5001'))).toEqual(['office Minister of Tides']);
  });

  it('that are deprecated, or whose name is unknown, are left out', () => {
    expect(held(is('Q5001', { rank: 'deprecated' }), is('Q7777', from('2020')))).toEqual([]);
  });

  it('that many towns have name the town', () => {
    const of = (property: string) =>
      is('Q5002', { qualifiers: { ...span(timeSnak('2020'), null), [property]: itemSnak('Q5003') } });
    expect(held(of('P642'))).toEqual(['office Mayor of Skerry, mayor 2020–']);
    expect(held(of('P1001'))).toEqual(['office Mayor of Skerry, mayor 2020–']);
  });
});

describe('ties from Wikidata', () => {
  it('give parties, clubs and countries, with their dates', () => {
    const claims = {
      P102: [is('Q5004', from('2011'))],
      P54: [is('Q5005', until('2001', timeSnak('2004'))), is('Q5009', from('2004'))],
      P27: [is('Q20')],
    };
    expect(toldOf(ada(claims))).toEqual([
      'party Tide Party 2011–',
      'plays-for Skerry United 2004–',
      'plays-for Skerry Rovers 2001–2004',
      'citizen Norway',
    ]);
  });

  it('include one open party, the preferred or the last', () => {
    const parties = (...claims: readonly object[]) => toldOf(ada({ P102: claims }));
    expect(parties(is('Q5004', { rank: 'preferred' }), is('Q5007', from('2020')))).toEqual(['party Tide Party']);
    expect(parties(is('Q5004', from('1999')), is('Q5007', from('2020')))).toEqual(['party Storm Fund 2020–']);
    expect(parties(is('Q5004'), is('Q5007'))).toEqual([]);
  });

  const zendra = (claims: Readonly<Record<string, readonly object[]>>) =>
    entity('Q902', { label: 'Zendra', description: 'maker of buoys', claims: { P31: [is('Q4830453')], ...claims } });

  it('include one head of a body, and former ones', () => {
    const heads = [is('Q5006', from('2024-02')), is('Q901', from('2019')), is('Q30', until('2010', timeSnak('2019')))];
    expect(toldOf(zendra({ P169: heads }))).toEqual([
      'led-by chief executive, Ola Fjeldsund 2024-02–',
      'led-by chief executive, United States 2010–2019',
    ]);
  });

  it('include owners, present and former', () => {
    const claims = { P127: [is('Q5007')], P1365: [is('Q5004')], P571: [at('1988-03-01')], P576: [claim(noValue)] };
    expect(toldOf(zendra(claims))).toEqual([
      'founded 1988-03-01–',
      'owned-by Storm Fund',
      'Tide Party: replaced-by q902',
    ]);
  });

  it('never lead to the entity itself', () => {
    expect(toldOf(zendra({ P361: [is('Q902')] }))).toEqual([]);
  });
});

describe('dates and numbers from Wikidata', () => {
  it('that disagree are used as far as they agree', () => {
    const born = (...claims: readonly object[]) => toldOf(ada({ P569: claims }));
    expect(born(at('1961-02-03'), at('1961-02-04'))).toEqual(['born 1961–']);
    expect(born(at('1961'), at('1962'))).toEqual([]);
    expect(born(at('1961'), at('1962-07-01', { rank: 'preferred' }))).toEqual(['born 1962-07-01–']);
    expect(born(claim(someValue))).toEqual([]);
  });

  const skerry = (claims: Readonly<Record<string, readonly object[]>>) =>
    entity('Q903', { label: 'Skerry', description: 'town', claims: { P31: [is('Q3957')], ...claims } });
  const counted = (amount: string, date: string) => claim(amountSnak(amount), { qualifiers: { P585: timeSnak(date) } });

  it('give the population by the latest dated count', () => {
    const counts = [counted('+9000', '2011'), counted('+9500', '2021-03-21'), claim(amountSnak('+1'))];
    expect(toldOf(skerry({ P1082: counts }))).toEqual(['population 9500 2021-03-21–2021-03-21']);
  });

  it('give a position if it is on Earth', () => {
    const globe = (of: string) => ({
      snaktype: 'value',
      datavalue: {
        type: 'globecoordinate',
        value: { latitude: 54.123456, longitude: 7.9, precision: 0.01, globe: `http://www.wikidata.org/entity/${of}` },
      },
    });
    expect(toldOf(skerry({ P625: [claim(globe('Q2'))] }))).toEqual([
      'coordinates {"latitude":54.1235,"longitude":7.9}',
    ]);
    expect(toldOf(skerry({ P625: [claim(globe('Q405'))] }))).toEqual([]);
  });

  it('describe when and where an event was, who took part, and how many died', () => {
    const claims = {
      P31: [is('Q198')],
      P580: [at('2025-02')],
      P582: [at('2025-03-04')],
      P276: [is('Q5003')],
      P710: [is('Q5004')],
      P1120: [claim(amountSnak('+17'))],
    };
    expect(toldOf(entity('Q904', { label: 'Skerry War', description: 'war', claims }))).toEqual([
      'under-way 2025-02–2025-03-04',
      'deaths 17 2025-03-04–2025-03-04',
      'happened-in Skerry',
      'Tide Party: party-to q904',
    ]);
  });
});

describe('rows made from Wikidata', () => {
  it('describe the entity, its country and the date of that knowledge', () => {
    const { entity: row, named } = rowsOf(ada({ P27: [is('Q20')], P39: [is('Q5001', from('2024'))] }));
    expect(row).toEqual({
      key: 'q901',
      formerly: [],
      kind: 'person',
      name: 'Ada Brunnvik',
      qualifier: 'Norway',
      gloss: 'Zendrian politician',
      wikipedia: null,
      wikidata: 'Q901',
      prominence: 2,
      nouns: [],
      source: { name: 'Wikidata', url: 'https://www.wikidata.org/wiki/Q901', licence: 'CC0', asOf: TODAY },
    });
    expect(named.map(({ key, kind, name, gloss }) => [key, kind, name, gloss])).toEqual([
      ['q5001', 'office', 'Minister of Tides', 'Office in Zendria'],
    ]);
  });

  it.each([
    ['current Minister of Tides', 'Minister of Tides'],
    ['Minister of Tides since 2024', 'Minister of Tides'],
    ['Zendrian judge (since May 2019)', 'Zendrian judge'],
  ])('have no gloss that a day makes wrong: %s', (description, gloss) => {
    expect(rowsOf(person('Q905', { label: 'A B', description })).entity.gloss).toBe(gloss);
  });

  it.each([
    ['company', { P31: [is('Q4830453')] }, ''],
    ['group', { P31: [is('Q7278')] }, ''],
    ['team', {}, 'association football club in Zendria'],
    ['company', {}, 'Zendrian dronemaker'],
    ['media', {}, 'daily newspaper in Skerry'],
    ['event', {}, '2026 election in Zendria'],
    ['work', {}, '2024 film by Ola Fjeldsund'],
    ['deal', {}, 'treaty on tides'],
    ['place', {}, 'river in Zendria'],
  ])('have the kind %s by class or description', (kind, claims, description) => {
    expect(kindOf(entity('Q906', { label: 'Zendra', description, claims }))).toBe(kind);
  });

  it('omit ambiguous aliases, and link no text to entities that are merely mentioned', () => {
    const aliases = ['A. Brunnvik', 'Brunni', 'Brunnvik, Ada', 'The Judge', 'Ada Marie Brunnvik', 'AMB'];
    const { forms, named } = rowsOf(
      person('Q907', {
        label: 'Ada Brunnvik',
        aliases,
        description: 'judge',
        claims: { P39: [is('Q5001', from('2020'))] },
      }),
    );
    expect(forms.map(({ entity: of, form, use }) => [of, form, use])).toEqual([['q907', 'Ada Marie Brunnvik', 'name']]);
    expect(named.map(({ key, inPassing }) => [key, inPassing])).toEqual([['q5001', true]]);
  });

  it('make no name from a common word, and an acronym counts only with the full name', () => {
    const formsOf = (label: string, ...aliases: string[]) =>
      rowsOf(entity('Q908', { label, aliases, description: 'company' })).forms.map(({ form, use }) => [form, use]);
    expect(formsOf('Target')).toEqual([['Target', 'short']]);
    expect(formsOf('Zendra Tidal Works', 'ZTW', 'ZT', 'Zendra', 'The Works')).toEqual([['ZTW', 'short']]);
  });

  it('recognise family names that come first', () => {
    const forms = rowsOf(
      person('Q909', { label: 'Lu Chengwan', description: 'politician', claims: { P27: [is('Q148')] } }),
    ).forms;
    expect(forms.map(({ form, use }) => [form, use])).toEqual([['Lu', 'short']]);
  });

  it('are accepted by a pack', () => {
    const claims = {
      P27: [is('Q20')],
      P39: [
        is('Q5001', from('2024')),
        is('Q5002', until('2011', someValue)),
        is('Q5008', until(null, timeSnak('2009-05'))),
      ],
      P102: [is('Q5004')],
      P54: [is('Q5005', until('2001', timeSnak('2004-02-30')))],
      P569: [at('1971-04-09')],
    };
    const {
      entity: row,
      named,
      forms,
      facts,
    } = rowsOf({ ...ada(claims), redirects: { from: 'Q900', to: 'Q901' } } as never);
    expect(row.formerly).toEqual(['q900']);
    expect(facts.length).toBeGreaterThan(5);
    const norway = { ...row, key: 'q20', wikidata: 'Q20', formerly: [], kind: 'place' as const };
    const pack = { name: 'Test', edition: TODAY, entities: [row, ...named, norway], forms, facts, backgrounds: [] };
    expect(sourceProblems(pack)).toEqual([]);
  });
});
