/**
 * Which cards tell a fact: that of its subject, that of its value, and those that an office passes its holders on to. Long because
 * each is looked at from every side.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CardView, composeCard, type Kind } from '../../../lib/facts';
import { type EntityRow, type FactRow, openPack, writePack } from '../../../lib/pack';
import { earliest, isBefore, latest } from '../../../lib/time';
import { anyDate, anyDay } from '../time/any-date';
import { entity, fact, smallSource } from './small-source';

const ENTITIES: readonly EntityRow[] = (
  [
    ['valdoria', 'Valdoria', 'place'],
    ['norland', 'Norland', 'place'],
    ['karsk', 'Karsk', 'place'],
    ['harbour-league', 'Harbour League', 'group'],
    ['ada-morrow', 'Ada Morrow', 'person'],
    ['tom-hale', 'Tom Hale', 'person'],
    ['prime-minister-of-valdoria', 'Prime Minister of Valdoria', 'office'],
    ['envoy-to-norland', 'Valdorian Envoy to Norland', 'office'],
  ] satisfies [string, string, Kind][]
).map(([key, name, kind]) => entity(key, name, { kind, gloss: '' }));

/** All cards of these facts, in a story of the day that names no one else. */
function cards(...facts: readonly FactRow[]) {
  const pack = openPack(writePack({ ...smallSource, entities: ENTITIES, forms: [], facts, backgrounds: [] }));
  return async (key: string, day = '2021-06-01', here: readonly string[] = []): Promise<CardView> => {
    const { entity: of, facts: all } = await pack.card(pack.row(key));
    const nameOf = (other: string) => ENTITIES.find((one) => one.key === other)?.name ?? null;
    return composeCard({ entity: of, facts: all, background: null }, { day, today: day, here, nameOf });
  };
}
const lines = ({ day, around, lastKnown, before }: CardView) =>
  [...day, ...around, ...lastKnown, ...before].map(({ property, words, name, other }) => [
    property,
    words,
    name,
    other,
  ]);
const ties = (view: CardView) =>
  view.ties.map(({ entity: other, property, side, words }) => [other, property, side, words]);

const head = fact('prime-minister-of-valdoria', 'heads', { value: 'valdoria', words: 'prime minister' });
const post = fact('envoy-to-norland', 'post-in', { value: 'valdoria', words: 'envoy to Norland' });
const term = (person: string, office: string, start: string, end: string | null) =>
  fact(person, 'office', { value: office, start, end });

describe('the holder of an office that heads a country', () => {
  const cardOf = cards(head, term('ada-morrow', 'prime-minister-of-valdoria', '2019-03-01', '2023-03-01'));

  it('has the office among the lines, and the country among the ties, with the title', async () => {
    const view = await cardOf('ada-morrow');
    expect(lines(view)).toEqual([['office', null, 'Prime Minister of Valdoria', 'prime-minister-of-valdoria']]);
    expect(ties(view)).toEqual([['valdoria', 'heads', 'own', 'prime minister']]);
  });

  it('is on the card of the office', async () => {
    const view = await cardOf('prime-minister-of-valdoria');
    expect(lines(view)).toEqual([['office', null, 'Ada Morrow', 'ada-morrow']]);
    expect(ties(view)).toEqual([['valdoria', 'heads', 'own', null]]);
  });

  it('is on the card of the country as a line with the title, and as a tie', async () => {
    const view = await cardOf('valdoria');
    expect(lines(view)).toEqual([['heads', 'prime minister', 'Ada Morrow', 'ada-morrow']]);
    expect(ties(view)).toEqual([['ada-morrow', 'heads', 'told', 'prime minister']]);
  });

  it('is on neither card on a day outside the term', async () => {
    const early = '2019-02-28';
    for (const key of ['ada-morrow', 'prime-minister-of-valdoria', 'valdoria']) {
      const view = await cardOf(key, early);
      expect(lines(view), key).toEqual([]);
      expect(ties(view).filter(([other]) => other === 'ada-morrow' || key === 'ada-morrow')).toEqual([]);
    }
    const late = '2023-03-02';
    expect((await cardOf('ada-morrow', late)).day).toEqual([]);
    expect((await cardOf('prime-minister-of-valdoria', late)).day).toEqual([]);
    expect((await cardOf('valdoria', late)).day).toEqual([]);
    expect((await cardOf('valdoria', late)).ties.map(({ end }) => end)).toEqual(['2023-03-01']);
  });

  it('replaces the office itself among the ties of the country, unless the story names it', async () => {
    const view = await cardOf('valdoria', '2021-06-01', ['prime-minister-of-valdoria']);
    expect(ties(view)).toEqual([
      ['prime-minister-of-valdoria', 'heads', 'told', null],
      ['ada-morrow', 'heads', 'told', 'prime minister'],
    ]);
  });
});

describe('the holder of an office that heads nothing', () => {
  const cardOf = cards(post, term('tom-hale', 'envoy-to-norland', '2019-03-01', null));

  it('is tied to the country, but not one of its lines', async () => {
    expect(lines(await cardOf('tom-hale'))).toEqual([
      ['office', null, 'Valdorian Envoy to Norland', 'envoy-to-norland'],
    ]);
    expect(ties(await cardOf('tom-hale'))).toEqual([['valdoria', 'post-in', 'own', 'envoy to Norland']]);
    expect(lines(await cardOf('envoy-to-norland'))).toEqual([['office', null, 'Tom Hale', 'tom-hale']]);
    expect(lines(await cardOf('valdoria'))).toEqual([]);
    expect(ties(await cardOf('valdoria'))).toEqual([['tom-hale', 'post-in', 'told', 'envoy to Norland']]);
  });
});

describe('the holder of an office beside the leading one', () => {
  const cardOf = cards(
    fact('envoy-to-norland', 'heads', { value: 'valdoria', words: 'president' }),
    fact('prime-minister-of-valdoria', 'second-in', { value: 'valdoria', words: 'prime minister' }),
    term('tom-hale', 'envoy-to-norland', '2015', null),
    term('ada-morrow', 'prime-minister-of-valdoria', '2019-03-01', null),
  );

  it('is below the leader on the card of the country, however recent', async () => {
    const view = await cardOf('valdoria');
    expect(lines(view)).toEqual([
      ['heads', 'president', 'Tom Hale', 'tom-hale'],
      ['second-in', 'prime minister', 'Ada Morrow', 'ada-morrow'],
    ]);
    expect(ties(view)).toEqual([
      ['tom-hale', 'heads', 'told', 'president'],
      ['ada-morrow', 'second-in', 'told', 'prime minister'],
    ]);
    expect(ties(await cardOf('ada-morrow'))).toEqual([['valdoria', 'second-in', 'own', 'prime minister']]);
  });
});

describe('an office', () => {
  it('has its holders passed on for the days when both facts hold', async () => {
    const cardOf = cards(
      fact('prime-minister-of-valdoria', 'heads', { value: 'valdoria', words: 'premier', end: '2010-12-31' }),
      fact('prime-minister-of-valdoria', 'heads', { value: 'norland', words: 'premier', start: '2011-01-01' }),
      term('tom-hale', 'prime-minister-of-valdoria', '2001-01-01', '2005-01-01'),
      term('ada-morrow', 'prime-minister-of-valdoria', '2009-01-01', '2013-01-01'),
    );
    const heads = async (key: string, day: string) =>
      (await cardOf(key, day)).day.map(({ name, start, end }) => [name, start, end]);
    expect(await heads('valdoria', '2003-06-01')).toEqual([['Tom Hale', '2001-01-01', '2005-01-01']]);
    expect(await heads('norland', '2003-06-01')).toEqual([]);
    expect(await heads('valdoria', '2010-12-31')).toEqual([['Ada Morrow', '2009-01-01', '2010-12-31']]);
    expect(await heads('valdoria', '2011-01-01')).toEqual([]);
    expect(await heads('norland', '2010-12-31')).toEqual([]);
    expect(await heads('norland', '2011-01-01')).toEqual([['Ada Morrow', '2011-01-01', '2013-01-01']]);
    expect(await heads('prime-minister-of-valdoria', '2011-01-01')).toEqual([
      ['Ada Morrow', '2009-01-01', '2013-01-01'],
    ]);
    expect(ties(await cardOf('tom-hale', '2014-01-01'))).toEqual([['valdoria', 'heads', 'own', 'premier']]);
  });

  it('has its holders passed on to everything that it heads or belongs to', async () => {
    const cardOf = cards(
      head,
      fact('prime-minister-of-valdoria', 'heads', { value: 'harbour-league', words: 'chair' }),
      fact('prime-minister-of-valdoria', 'post-in', { value: 'norland', words: 'guarantor' }),
      term('ada-morrow', 'prime-minister-of-valdoria', '2019-03-01', null),
    );
    expect(ties(await cardOf('ada-morrow')).sort()).toEqual([
      ['harbour-league', 'heads', 'own', 'chair'],
      ['norland', 'post-in', 'own', 'guarantor'],
      ['valdoria', 'heads', 'own', 'prime minister'],
    ]);
    expect(lines(await cardOf('harbour-league'))).toEqual([['heads', 'chair', 'Ada Morrow', 'ada-morrow']]);
    expect(lines(await cardOf('norland'))).toEqual([]);
    expect(lines(await cardOf('karsk'))).toEqual([]);
  });

  it('held by another office passes its holders on only once', async () => {
    const cardOf = cards(
      head,
      post,
      term('ada-morrow', 'prime-minister-of-valdoria', '2019-03-01', null),
      term('ada-morrow', 'envoy-to-norland', '2019-03-01', null),
    );
    expect(lines(await cardOf('valdoria'))).toEqual([['heads', 'prime minister', 'Ada Morrow', 'ada-morrow']]);
    expect(ties(await cardOf('valdoria')).sort()).toEqual([
      ['ada-morrow', 'heads', 'told', 'prime minister'],
      ['ada-morrow', 'post-in', 'told', 'envoy to Norland'],
    ]);
  });

  it('is worded with the name of a holder about whom nothing else is known', async () => {
    const cardOf = cards(
      head,
      fact('prime-minister-of-valdoria', 'held-by', { words: 'Eva Stone', start: '2010', end: '2019-03-01' }),
      term('ada-morrow', 'prime-minister-of-valdoria', '2019-03-01', null),
    );
    expect(lines(await cardOf('prime-minister-of-valdoria', '2015-01-01'))).toEqual([
      ['held-by', 'Eva Stone', null, null],
    ]);
    expect(lines(await cardOf('prime-minister-of-valdoria', '2021-01-01'))).toEqual([
      ['office', null, 'Ada Morrow', 'ada-morrow'],
      ['held-by', 'Eva Stone', null, null],
    ]);
    expect(lines(await cardOf('valdoria', '2015-01-01'))).toEqual([
      ['held-by', 'Prime minister: Eva Stone', null, null],
    ]);
    expect(lines(await cardOf('valdoria', '2021-01-01'))).toEqual([
      ['heads', 'prime minister', 'Ada Morrow', 'ada-morrow'],
    ]);
  });

  it('passes nobody on to itself, and no name to a body where it is one post among many', async () => {
    const cardOf = cards(
      fact('prime-minister-of-valdoria', 'heads', { value: 'harbour-league', words: 'chair' }),
      term('harbour-league', 'prime-minister-of-valdoria', '2019-03-01', null),
      post,
      fact('envoy-to-norland', 'held-by', { words: 'Eva Stone', start: '2010' }),
    );
    expect(ties(await cardOf('harbour-league'))).toEqual([]);
    expect(lines(await cardOf('harbour-league'))).toEqual([
      ['office', null, 'Prime Minister of Valdoria', 'prime-minister-of-valdoria'],
    ]);
    expect(lines(await cardOf('envoy-to-norland'))).toEqual([['held-by', 'Eva Stone', null, null]]);
    expect(lines(await cardOf('valdoria'))).toEqual([]);
  });

  it('still belongs to its body long after its source was read, unlike its holder', async () => {
    const cardOf = cards(head, term('ada-morrow', 'prime-minister-of-valdoria', '2019-03-01', null));
    const unsure = async (key: string) => (await cardOf(key, '2031-01-01')).ties.map((tie) => tie.unconfirmed);
    expect(await unsure('prime-minister-of-valdoria')).toEqual([false]);
    expect(await unsure('valdoria')).toEqual([true]);
    expect((await cardOf('valdoria', '2031-01-01')).lastKnown.map(({ name }) => name)).toEqual(['Ada Morrow']);
  });

  it('has another title for one holder if the term gives one', async () => {
    const cardOf = cards(head, {
      ...term('ada-morrow', 'prime-minister-of-valdoria', '2019-03-01', null),
      words: 'Acting Prime Minister of Valdoria',
      back: 'acting prime minister',
    });
    expect(lines(await cardOf('valdoria'))).toEqual([['heads', 'acting prime minister', 'Ada Morrow', 'ada-morrow']]);
    expect(ties(await cardOf('ada-morrow'))).toEqual([['valdoria', 'heads', 'own', 'acting prime minister']]);
    expect(lines(await cardOf('ada-morrow'))).toEqual([
      ['office', 'Acting Prime Minister of Valdoria', 'Prime Minister of Valdoria', 'prime-minister-of-valdoria'],
    ]);
  });
});

it('no office holder is on one card and missing on the other, whatever the day', async () => {
  const office = 'prime-minister-of-valdoria';
  const anyTerm = fc
    .record({
      holder: fc.constantFrom('ada-morrow', 'tom-hale'),
      start: anyDate,
      end: fc.option(anyDate, { nil: null }),
      asOf: anyDay,
    })
    .filter(({ start, end }) => end === null || !isBefore(latest(end), earliest(start)));
  const held = (view: CardView, band: 'day' | 'around' | 'lastKnown', holder: string | null) =>
    view[band]
      .filter(({ property, other }) => property !== 'held-by' && (holder === null || other === holder))
      .map(({ start, end, tense }) => [start, end, tense]);
  await fc.assert(
    fc.asyncProperty(anyTerm, anyTerm, anyDay, async (one, other, day) => {
      const facts = [one, other].map(({ holder, start, end, asOf }) =>
        // No `heads`: of random terms some overlap, and a pack of these is refused.
        fact(holder, 'office', { value: office, start, end, source: { ...head.source, asOf } }),
      );
      const cardOf = cards(fact(office, 'second-in', { value: 'valdoria', words: 'prime minister' }), ...facts);
      const [country, post] = [await cardOf('valdoria', day), await cardOf(office, day)];
      for (const holder of ['ada-morrow', 'tom-hale']) {
        const person = await cardOf(holder, day);
        for (const band of ['day', 'around', 'lastKnown'] as const) {
          expect(held(post, band, holder)).toEqual(held(person, band, null));
          expect(held(country, band, holder)).toEqual(held(person, band, null));
        }
      }
    }),
    { numRuns: 60 },
  );
});

describe('a tie', () => {
  it('is stored once and shown on both cards, in its own words on each', async () => {
    const cardOf = cards(
      fact('ada-morrow', 'relative', { value: 'tom-hale', words: 'husband', back: 'wife', start: '2001' }),
      fact('valdoria', 'party-to', { value: 'harbour-league', words: 'member' }),
      fact('karsk', 'located-in', { value: 'valdoria' }),
    );
    expect(ties(await cardOf('ada-morrow'))).toEqual([['tom-hale', 'relative', 'own', 'husband']]);
    expect(ties(await cardOf('tom-hale'))).toEqual([['ada-morrow', 'relative', 'told', 'wife']]);
    expect(ties(await cardOf('harbour-league'))).toEqual([['valdoria', 'party-to', 'told', 'member']]);
    expect(ties(await cardOf('karsk'))).toEqual([['valdoria', 'located-in', 'own', null]]);
    expect(ties(await cardOf('valdoria')).sort()).toEqual([
      ['harbour-league', 'party-to', 'own', 'member'],
      ['karsk', 'located-in', 'told', null],
    ]);
  });

  it.each(['award', 'terrorist-to', 'sanctioned-by', 'wanted-by'] as const)(
    'that is a line as well (%s) is one on the card of its subject alone',
    async (property) => {
      const cardOf = cards(fact('ada-morrow', property, { value: 'norland', start: '2021-05-20' }));
      expect(lines(await cardOf('ada-morrow'))).toEqual([[property, null, 'Norland', 'norland']]);
      expect(ties(await cardOf('ada-morrow'))).toEqual([['norland', property, 'own', null]]);
      expect(lines(await cardOf('norland'))).toEqual([]);
      expect(ties(await cardOf('norland'))).toEqual([['ada-morrow', property, 'told', null]]);
    },
  );

  it('does not end with the entity at the other end', async () => {
    const cardOf = cards(
      fact('ada-morrow', 'died', { start: '2021-01-01' }),
      fact('ada-morrow', 'killed-in', { value: 'harbour-league', start: '2021-01-01' }),
    );
    expect((await cardOf('ada-morrow')).isOver).toBe(true);
    expect((await cardOf('harbour-league')).isOver).toBe(false);
  });
});

describe('somebody who served under another', () => {
  const under = (start: string | null, more = {}) =>
    fact('ada-morrow', 'served-under', { value: 'tom-hale', start, end: '2023-03-01', ...more });
  const office = term('ada-morrow', 'envoy-to-norland', '2019-03-01', '2023-03-01');
  const called = async (...facts: readonly FactRow[]) => ties(await cards(post, ...facts)('tom-hale'));

  it('is on that person’s card with the office at the time', async () => {
    expect(await called(office, under('2019-03-01'))).toEqual([
      ['ada-morrow', 'served-under', 'told', 'envoy to Norland'],
    ]);
    expect(await called({ ...office, back: 'acting envoy' }, under('2019-03-01'))).toEqual([
      ['ada-morrow', 'served-under', 'told', 'acting envoy'],
    ]);
  });

  it('is there with the words of the fact, if it has some, and with no office of another time', async () => {
    expect(await called(office, under('2019-03-01', { back: 'aide' }))).toEqual([
      ['ada-morrow', 'served-under', 'told', 'aide'],
    ]);
    expect(await called(office, under('2018-03-01'))).toEqual([['ada-morrow', 'served-under', 'told', null]]);
    expect(await called(office, under(null))).toEqual([['ada-morrow', 'served-under', 'told', null]]);
  });
});
