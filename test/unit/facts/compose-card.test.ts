import { describe, expect, it } from 'vitest';
import {
  type CardOccasion,
  type CardView,
  composeCard,
  type DatedLine,
  type Dossier,
  type Fact,
  type PropertyName,
  type Source,
} from '../../../lib/facts';

const source: Source = { name: 'Test table', url: null, licence: null, asOf: '2026-06-01' };

function fact(property: PropertyName, words: string, start: string | null, end: string | null): Fact {
  return { property, side: 'own', value: null, words, start, end, source };
}

function dossier(facts: Fact[]): Dossier {
  const entity = {
    key: 'somebody',
    kind: 'person' as const,
    name: 'Somebody',
    qualifier: '',
    gloss: 'Somebody of a test',
    also: [],
    wikipedia: null,
    wikidata: null,
    prominence: 10,
  };
  return { entity, facts, background: null };
}

function on(day: string | null, here: string[] = []): CardOccasion {
  return { day, today: '2026-11-22', here, nameOf: (key) => (key === 'nobody' ? null : key.toUpperCase()) };
}

/** All that is told of what was so by then, band by band. */
const told = ({ day, around, lastKnown, before }: CardView) => [...day, ...around, ...lastKnown, ...before];
const texts = (lines: readonly DatedLine[]) => lines.map((line) => line.words);

describe('a card as of the day of its story', () => {
  const biden = dossier([
    fact('office', 'Vice President of the United States', '2009-01-20', '2017-01-20'),
    fact('event', 'Wins the presidential election', '2020-11-03', '2020-11-03'),
    fact('role', 'President-elect of the United States', '2020-11-07', '2021-01-20'),
    fact('office', 'President of the United States', '2021-01-20', '2025-01-20'),
  ]);

  it('calls the winner of an election president-elect, not president, before the inauguration', () => {
    const card = composeCard(biden, on('2020-11-20'));
    expect(texts(told(card))).toEqual(['President-elect of the United States', 'Wins the presidential election']);
    expect(told(card)[0]?.tense).toBe('held');
    expect(texts(card.since)).toEqual(['President of the United States']);
    expect(card.since[0]).toMatchObject({ tense: 'ahead', start: '2021-01-20' });
  });

  it('calls the same person president in a story from the term, and says when the term ended', () => {
    const card = composeCard(biden, on('2023-05-01'));
    expect(texts(told(card))).toEqual(['President of the United States']);
    expect(card.since).toMatchObject([{ words: 'President of the United States', tense: 'past', end: '2025-01-20' }]);
  });

  it('shows the last office when none is held', () => {
    const card = composeCard(biden, on('2018-02-01'));
    expect(told(card)).toMatchObject([{ words: 'Vice President of the United States', tense: 'past' }]);
  });

  it('shows the last event beside the last office', () => {
    const exile = dossier([
      fact('office', 'President', '2010', '2019-04-11'),
      fact('event', 'Fled abroad', '2019-05-02', '2019-05-02'),
    ]);
    expect(texts(told(composeCard(exile, on('2022-01-01'))))).toEqual(['Fled abroad', 'President']);
  });

  it('uses today when the story has no date, and says so', () => {
    const card = composeCard(biden, on(null));
    expect(card.storyDay).toBeNull();
    expect(told(card)).toMatchObject([{ words: 'President of the United States', tense: 'past' }]);
    expect(card.since).toEqual([]);
  });
});

describe('a country', () => {
  const country = {
    ...dossier([
      fact('status', 'Military dictatorship', '1964', '1985-03-15'),
      fact('figure', 'Population 210 million', '2020', '2020'),
      fact('figure', 'Population 221 million', '2025', '2025'),
    ]),
  };

  it('is not described by a former regime, nor by a number from a later year', () => {
    const place = { ...country, entity: { ...country.entity, kind: 'place' as const } };
    const card = composeCard(place, on('2022-10-31'));
    expect(texts(told(card))).toEqual(['Population 210 million']);
    expect(card.since).toEqual([]);
  });

  it('is described by a regime that ended a few years ago', () => {
    const place = { ...country, entity: { ...country.entity, kind: 'place' as const } };
    expect(texts(told(composeCard(place, on('1990-01-01'))))).toEqual(['Military dictatorship']);
  });
});

describe('a person who had died by then', () => {
  const commander = dossier([
    fact('role', 'Deputy head of the Popular Mobilization Forces', '2014', null),
    fact('died', 'Killed by a drone strike', '2020-01-03', '2020-01-03'),
    fact('event', 'A court issues a warrant over the killing', '2021-01-07', '2021-01-07'),
  ]);

  it('has the death first, which ends an open office', () => {
    const card = composeCard(commander, on('2020-11-20'));
    expect(told(card)).toMatchObject([
      { words: 'Killed by a drone strike', tense: 'past' },
      { words: 'Deputy head of the Popular Mobilization Forces', tense: 'past', end: '2020-01-03' },
    ]);
    expect(texts(card.since)).toEqual(['A court issues a warrant over the killing']);
  });

  it('has no death in the day part of an older story', () => {
    const card = composeCard(commander, on('2019-06-01'));
    expect(texts(told(card))).toEqual(['Deputy head of the Popular Mobilization Forces']);
    expect(texts(card.since)).toEqual(['Killed by a drone strike', 'A court issues a warrant over the killing']);
  });
});

describe('facts later than their source', () => {
  it('are unconfirmed after the day on which the source was read', () => {
    const old: Fact = {
      ...fact('office', 'Minister', '2019-01-01', null),
      source: { ...source, asOf: '2022-12-31' },
    };
    expect(told(composeCard(dossier([old]), on('2022-06-01')))[0]?.tense).toBe('held');
    expect(told(composeCard(dossier([old]), on('2024-06-01')))[0]?.tense).toBe('unconfirmed');
  });

  it('do not include an event just because its row has no end', () => {
    const founding: Fact = { ...fact('founded', 'Founded', '~2003', null), source: { ...source, asOf: '2004-01-01' } };
    expect(told(composeCard(dossier([founding]), on('2020-11-20')))).toMatchObject([
      { words: 'Founded', tense: 'past' },
    ]);
  });
});

describe('a date that is only a year', () => {
  it('puts nothing into the day part that may have come after the story', () => {
    const person = dossier([
      fact('event', 'Resigns from the party', '2020', '2020'),
      fact('office', 'Mayor', '2020', '2024'),
    ]);
    const early = composeCard(person, on('2020-02-01'));
    expect(told(early)).toMatchObject([{ words: 'Mayor', tense: 'unconfirmed' }]);
    expect(texts(early.since)).toContain('Resigns from the party');
    const later = composeCard(person, on('2021-02-01'));
    expect(told(later)[0]).toMatchObject({ words: 'Mayor', tense: 'held' });
    expect(texts(later.since)).not.toContain('Resigns from the party');
  });
});

describe('ties', () => {
  const related = (key: string, start: string | null, end: string | null): Fact => ({
    ...fact('related', `tie to ${key}`, start, end),
    value: { type: 'entity', key, via: null },
  });

  it('puts the other names of the story first, in the order of their weight', () => {
    const facts = [related('a', null, null), related('b', null, null), related('c', null, null)];
    const card = composeCard(dossier(facts), on('2020-11-20', ['c', 'b']));
    expect(card.ties.map((tie) => [tie.entity, tie.here])).toEqual([
      ['c', true],
      ['b', true],
      ['a', false],
    ]);
  });

  it('puts a current tie before one that has ended', () => {
    const facts = [related('old', '2000', '2010'), related('new', '2010', null)];
    expect(composeCard(dossier(facts), on('2020-11-20')).ties.map((tie) => tie.entity)).toEqual(['new', 'old']);
  });

  it('puts the leader first, then what began last', () => {
    const heads: Fact = {
      ...fact('heads', 'chair', '1999', null),
      side: 'told',
      value: { type: 'entity', key: 'head', via: 'chair-of-it' },
    };
    const facts = [
      related('since ever', null, null),
      related('older', '2001', null),
      related('newer', '2010-05', null),
    ];
    const card = composeCard(dossier([...facts, heads]), on('2020-11-20'));
    expect(card.ties.map((tie) => tie.entity)).toEqual(['head', 'newer', 'older', 'since ever']);
  });

  it('omits what begins after the story, hides an end that was still in the future, and drops unknown names', () => {
    const facts = [
      related('a', '2021', null),
      related('b', '2019', '2021'),
      related('nobody', null, null),
      related('c', '2010', '2015'),
    ];
    const card = composeCard(dossier(facts), on('2020-11-20'));
    expect(card.ties.map((tie) => [tie.entity, tie.end])).toEqual([
      ['b', null],
      ['c', '2015'],
    ]);
  });
});

it('lists every source once', () => {
  const other: Source = { ...source, name: 'Another' };
  const facts = [fact('office', 'A', '2000', null), { ...fact('office', 'B', '2001', null), source: other }];
  const card = composeCard(dossier([...facts, fact('role', 'C', '2002', null)]), on('2020-11-20'));
  expect(card.sources.map((one) => one.name)).toEqual(['Another', 'Test table']);
});
