/** Which lines and ties a card has room for, and in which order. */
import { describe, expect, it } from 'vitest';
import { type CardView, composeCard, type Fact, type Kind, type Value } from '../../../lib/facts';

const source = { name: 'Table', url: null, licence: null, asOf: '2026-01-01' };
const BASE: Fact = { property: 'status', side: 'own', value: null, words: null, start: null, end: null, source };
const entity = (key: string, via: string | null = null): Value => ({ type: 'entity', key, via });
const status = (words: string, start: string | null, end: string | null = null): Fact => ({
  ...BASE,
  words,
  start,
  end,
});
const event = (words: string, start: string): Fact => ({ ...BASE, property: 'event', words, start });
const office = (words: string, start: string, end: string | null = null): Fact => ({
  ...BASE,
  property: 'office',
  words,
  start,
  end,
});
const head = (key: string, start: string, end: string | null = null): Fact => ({
  ...BASE,
  property: 'heads',
  side: 'told',
  value: entity(key, 'office'),
  words: 'leader',
  start,
  end,
});
const tie = (key: string, more: Partial<Fact> = {}): Fact => ({
  ...BASE,
  property: 'related',
  value: entity(key),
  words: key,
  ...more,
});

function card(facts: readonly Fact[], day: string | null, kind: Kind = 'group', here: string[] = []): CardView {
  const known = {
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
  return composeCard(
    { entity: known, facts, background: null },
    { day, today: '2026-06-01', here, nameOf: (key) => (key === 'nobody' ? null : key) },
  );
}
const told = ({ day, around, lastKnown, before }: CardView) =>
  [...day, ...around, ...lastKnown, ...before].map(({ name, words }) => name ?? words);
const since = (view: CardView) => view.since.map(({ name, words }) => name ?? words);

describe('the lines of a card', () => {
  const standing = ['a', 'b', 'c', 'd'].map((words, at) => status(words, `201${at}`));

  it('are the latest three', () => {
    expect(told(card(standing, '2020-01-01'))).toEqual(['d', 'c', 'b']);
  });

  it('are two, and recent news if there is some', () => {
    expect(told(card([...standing, event('news', '2019-12-01')], '2020-01-01'))).toEqual(['d', 'c', 'news']);
    expect(told(card([...standing, event('old', '2019-01-01')], '2020-01-01'))).toEqual(['d', 'c', 'b']);
  });

  it('include only the latest piece of news', () => {
    const news = [event('first', '2019-11-01'), event('second', '2019-12-01')];
    expect(told(card(news, '2020-01-01'))).toEqual(['second']);
  });

  it('put what holds before what may be over, each with the most informative first', () => {
    const old = { ...source, asOf: '2018-01-01' };
    const facts = [
      { ...office('open office', '2010'), source: old },
      { ...status('open status', '2016'), source: old },
      status('held status', '2012'),
    ];
    expect(told(card(facts, '2020-01-01'))).toEqual(['held status', 'open office', 'open status']);
    expect(told(card(facts.toReversed(), '2020-01-01'))).toEqual(['held status', 'open office', 'open status']);
  });

  it('omit facts that name an entity in no pack', () => {
    expect(told(card([head('nobody', '2015'), head('somebody', '2016')], '2020-01-01'))).toEqual(['somebody']);
  });

  it('list an event in the month of the story as past once the month is over, and a death under its day', () => {
    const of = (fact: Fact) => {
      const { day, before } = card([fact], '2020-01-31', 'person');
      return [day.length, before.length];
    };
    expect(of({ ...event('Flood', '2020-01'), end: '2020-01' })).toEqual([0, 1]);
    expect(of({ ...event('Flood', '2020-01-31'), end: '2020-01-31' })).toEqual([1, 0]);
    expect(of({ ...BASE, property: 'died', start: '2020-01', end: '2020-01' })).toEqual([1, 0]);
  });

  it('are last known from the day after the source was read, also if they began at some time in that year', () => {
    const begun = { ...status('Banned', '2020'), source: { ...source, asOf: '2020-06-01' } };
    const of = (day: string) => {
      const { around, lastKnown } = card([begun], day);
      return [around.length, lastKnown.length];
    };
    expect(['2020-05-31', '2020-06-01', '2020-06-02'].map(of)).toEqual([
      [1, 0],
      [1, 0],
      [0, 1],
    ]);
  });

  it('include the last known number', () => {
    const people = (amount: number, start: string): Fact => ({
      ...BASE,
      property: 'population',
      value: { type: 'quantity', amount },
      start,
      end: start,
    });
    const view = card([people(5, '2015'), people(9, '2019'), people(7, '2017')], '2020-06-01', 'place');
    expect([...view.day, ...view.before].map(({ amount }) => amount)).toEqual([9]);
  });

  it.each<[Kind, number]>([
    ['person', 1],
    ['deal', 1],
    ['law', 1],
    ['policy', 1],
    ['event', 1],
    ['group', 0],
    ['place', 0],
    ['company', 0],
  ])('of a %s have %i from the distant past', (kind, count) => {
    expect(told(card([status('Then', '1950', '1960')], '2020-01-01', kind))).toHaveLength(count);
  });
});

describe('the card of something that has ended', () => {
  const ended: Fact = { ...BASE, property: 'ended', words: 'Dissolved', start: '2010-05-01', end: '2010-05-01' };

  it('says so, from that day on', () => {
    expect(['2010-04-30', '2010-05-01', '2010-05-02'].map((day) => card([ended], day).isOver)).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('has the end and the last two facts that lasted until then, but no number', () => {
    const figure: Fact = { ...BASE, property: 'figure', words: '40 members', start: '2009' };
    const facts = [
      ended,
      status('a', '2001', '2002'),
      status('b', '2005', '2006'),
      status('c', '2003', '2004'),
      figure,
    ];
    expect(told(card(facts, '2011-01-01'))).toEqual(['Dissolved', 'b', 'c']);
    expect(told(card([{ ...ended, words: 'Banned' }, ...facts], '2011-01-01'))).toHaveLength(3);
  });
});

describe('the part “since the story”', () => {
  it('has a death first of all, and the last office', () => {
    const died: Fact = { ...BASE, property: 'died', start: '2024', end: '2024' };
    const offices = ['2011', '2013', '2015', '2017', '2019'].map((year) => office(year, year));
    expect(since(card([...offices, died], '2010-06-01', 'person'))).toEqual(['2015', '2017', '2019', null]);
  });

  it('names the next two leaders of a group, and what it did', () => {
    const heads = ['2011', '2013', '2015', '2017'].map((year) => head(`head of ${year}`, year));
    const deeds = [event('Splits', '2012'), event('Merges', '2016')];
    expect(since(card([...heads, ...deeds], '2010-06-01'))).toEqual([
      'head of 2011',
      'Splits',
      'head of 2013',
      'Merges',
    ]);
  });

  it('names the next four leaders of a country', () => {
    const heads = ['2011', '2013', '2015', '2017', '2019'].map((year) => head(year, year));
    expect(since(card(heads, '2010-06-01', 'place'))).toEqual(['2011', '2013', '2015', '2017']);
  });

  it('omits a number that a source recorded later', () => {
    const figure: Fact = { ...BASE, property: 'figure', words: '40 members', start: '2009', end: '2015' };
    expect(since(card([figure, status('a', '2000')], '2010-06-01'))).toEqual([]);
  });
});

describe('ties', () => {
  const names = (facts: readonly Fact[], here: string[] = []) =>
    card(facts, '2020-01-01', 'place', here).ties.map(({ entity: key }) => key);

  it('have the heads first, then those that began last; otherwise the table’s order', () => {
    const facts = [
      tie('old', { start: '2001' }),
      tie('new', { start: '2011' }),
      tie('a'),
      tie('b'),
      head('head', '1999'),
    ];
    expect(names(facts)).toEqual(['head', 'new', 'old', 'a', 'b']);
    expect(names(facts.toReversed())).toEqual(['head', 'new', 'old', 'b', 'a']);
  });

  it('include an office of the country if the story names it, and never hedge it', () => {
    const placed: Fact = { ...BASE, property: 'heads', side: 'told', value: entity('office') };
    expect(names([placed])).toEqual([]);
    expect(names([placed], ['office'])).toEqual(['office']);
    const own: Fact = { ...BASE, property: 'post-in', value: entity('country') };
    expect(card([own], '2026-05-01', 'office').ties).toMatchObject([{ entity: 'country', unconfirmed: false }]);
    expect(card([tie('ally')], '2026-05-01').ties).toMatchObject([{ entity: 'ally', unconfirmed: true }]);
  });

  it('are not repeated as lines', () => {
    const facts = [tie('ally', { start: '2010' }), { ...tie('bloc'), property: 'member-of' as const, start: '2012' }];
    expect(told(card(facts, '2020-01-01'))).toEqual([]);
    expect(since(card(facts, '2009-01-01'))).toEqual([]);
  });

  it('that ended before the source was read are not hedged', () => {
    const { ties } = card([tie('ally', { end: '2015' })], '2026-05-01');
    expect(ties).toMatchObject([{ end: '2015', unconfirmed: false }]);
  });
});

it('the source of the background is listed with the others', () => {
  const background = { text: 'Text.', source: { ...source, name: 'Another' } };
  const known = { ...card([], null), key: 'x', wikidata: null, prominence: 9 };
  const view = composeCard(
    { entity: known, facts: [], background },
    { day: null, today: '2026-06-01', here: [], nameOf: () => null },
  );
  expect(view.sources.map(({ name }) => name)).toEqual(['Another']);
});
