/** Catch me up: which lines lead to a story, and which come after it. Long because each thing that makes a line
 * more telling, or less, has a small world of its own. */
import { describe, expect, it } from 'vitest';
import { isBefore, latest, type PartialDate } from '../../../lib/time';
import { compose, event, fact, SOURCE, to, told } from './small-story';

const lead = (world: Parameters<typeof compose>[0]) => compose(world).lead.map(told);
const since = (world: Parameters<typeof compose>[0]) => compose(world).since.map(told);

describe('the lines that lead to a story', () => {
  it('are missing if nothing is known', () => {
    const { lead, since, timeline, ties, places } = compose({ story: { ana: {}, bo: {} } });
    expect([lead, since, timeline, ties.nodes, ties.edges, places]).toEqual([[], [], [], [], [], []]);
    expect(compose({ story: {} }).lead).toEqual([]);
  });

  it('start from the day of the story, or from today if it has none', () => {
    expect(compose({ story: {}, day: '2020-06-15' })).toMatchObject({ day: '2020-06-15', isStoryDay: true });
    expect(compose({ story: {}, day: null, today: '2026-11-30' })).toMatchObject({
      day: '2026-11-30',
      isStoryDay: false,
    });
  });

  it('contain the fact unchanged, with its source', () => {
    const happened = event('2020-06-01', 'Wins the election');
    const [line] = compose({ story: { ana: { facts: [happened] } } }).lead;
    expect(line).toEqual({
      telling: 'line',
      about: { entity: 'ana', name: 'Ana', kind: 'person' },
      wording: { property: 'event', side: 'own', words: 'Wins the election', name: null, amount: null },
      other: null,
      parts: [],
      start: '2020-06-01',
      end: '2020-06-01',
      source: SOURCE,
      turn: '2020-06-01',
      ends: false,
    });
  });

  it('include no birth, no number, and nothing without a date', () => {
    const facts = [
      fact('born', '2020-06-01'),
      fact('population', '2020-06-01', { value: { type: 'quantity', amount: 7 } }),
      fact('role', null, { words: 'Somebody' }),
      fact('office', '2020-06-01', { value: to('nobody') }),
    ];
    expect(lead({ story: { ana: { facts } } })).toEqual([]);
  });

  it('include only what had certainly ended by the day: the rest of its month may come after it', () => {
    const of = (start: PartialDate) => ({ story: { ana: { facts: [event(start, 'Speaks')] } } });
    expect(lead(of('2020-06-15'))).toEqual(['ana: Speaks']);
    for (const start of ['2020-06-16', '2020-06', '2020']) expect([start, lead(of(start))]).toEqual([start, []]);
    expect(lead(of('2020-05'))).toEqual(['ana: Speaks']);
    for (const start of ['2020-06', '2020', '2020-06-15']) expect([start, since(of(start))]).toEqual([start, []]);
    expect(since(of('2020-07'))).toEqual(['ana: Speaks']);
    // Six years later it is as new to a reader of that day as a month later: nearer comes first, none is left out.
    expect(since({ story: { ana: { salience: 1, facts: [event('2021-02', 'Speaks')] } } })).toEqual(['ana: Speaks']);
  });

  it('are five at most', () => {
    const story = Object.fromEntries(
      ['ana', 'bo', 'cy', 'dee', 'eva', 'fay', 'gus'].map((key, at) => [
        key,
        { facts: [event(`2020-06-0${at + 1}`, `Act ${at}`), event(`2020-07-0${at + 1}`, `Later act ${at}`)] },
      ]),
    );
    expect(compose({ story }).lead).toHaveLength(5);
    expect(compose({ story }).since).toHaveLength(5);
  });

  it('put first what ties two of the story, then what is recent, then what the story is about', () => {
    expect(
      lead({
        story: {
          ana: { facts: [event('2020-06-12', 'Speaks')] },
          bo: { facts: [event('2020-06-02', 'Loses the election to Cy')] },
          cy: {},
        },
      }),
    ).toEqual(['bo: Loses the election to Cy', 'ana: Speaks']);
    expect(
      lead({
        story: { ana: { facts: [event('2020-01-12', 'Speaks')] }, bo: { facts: [event('2020-06-02', 'Sings')] } },
      }),
    ).toEqual(['bo: Sings', 'ana: Speaks']);
    expect(
      lead({
        story: {
          ana: { salience: 0.3, facts: [event('2020-06-01', 'Speaks')] },
          bo: { salience: 0.9, facts: [event('2020-06-02', 'Sings')] },
          cy: { salience: 0.6, facts: [event('2020-06-03', 'Dances')] },
        },
      }),
    ).toEqual(['bo: Sings', 'cy: Dances', 'ana: Speaks']);
  });

  it('give less weight to somebody with very many facts', () => {
    const many = Array.from({ length: 200 }, (_, at) => event(`${1700 + at}`, `Act ${at}`));
    expect(
      lead({
        story: {
          ana: { salience: 0.6, facts: [...many, event('2020-06-02', 'Speaks')] },
          bo: { salience: 0.5, facts: [event('2020-06-01', 'Sings')] },
        },
      }),
    ).toEqual(['bo: Sings', 'ana: Speaks']);
  });

  it('do not end with something in the distant past about one of many', () => {
    const facts = [event('2004-06-05', 'Speaks')];
    expect(lead({ story: { ana: { salience: 0.3, facts } } })).toEqual([]);
    expect(since({ story: { ana: { salience: 0.3, facts } }, day: '1990-01-01' })).toEqual([]);
  });

  it('prefer an exact date to the year alone', () => {
    const world = (one: PartialDate, other: PartialDate) => ({
      story: { ana: { facts: [event(one, 'Speaks')] }, bo: { facts: [event(other, 'Sings')] } },
    });
    expect(lead(world('2019', '2019-12-31'))).toEqual(['bo: Sings', 'ana: Speaks']);
    expect(lead(world('2020-05', '2020-05-31'))).toEqual(['bo: Sings', 'ana: Speaks']);
  });

  it('report that an office began, or that it ended', () => {
    const office = (start: PartialDate, end: PartialDate | null) => fact('role', start, { end, words: 'Mayor' });
    const [begun] = compose({ story: { ana: { facts: [office('2020-05-01', null)] } } }).lead;
    expect(begun).toMatchObject({ turn: '2020-05-01', ends: false });
    const [ended, ...more] = compose({ story: { ana: { facts: [office('2004-05-01', '2020-05-01')] } } }).lead;
    expect([ended, more]).toEqual([expect.objectContaining({ turn: '2020-05-01', ends: true }), []]);
    // Of one office not both.
    expect(lead({ story: { ana: { facts: [office('2020-04-01', '2020-05-01')] } } })).toHaveLength(1);
    const later = compose({ story: { ana: { salience: 0.9, facts: [office('2019-04-01', '2020-08-01')] } } });
    expect([later.lead.map(({ turn }) => turn), later.since.map(({ turn }) => turn)]).toEqual([
      ['2019-04-01'],
      ['2020-08-01'],
    ]);
  });

  it('prefer a beginning to an end', () => {
    const mayor = (start: PartialDate, end: PartialDate | null) => ({
      salience: 0.8,
      facts: [fact('role', start, { end, words: 'Mayor' })],
    });
    expect(lead({ story: { ana: mayor('2001', '2020-05-01'), bo: mayor('2020-05-01', null) } })).toEqual([
      'bo: Mayor',
      'ana: Mayor',
    ]);
  });

  it('omit ends and beginnings that were only expected when the source was read', () => {
    const source = { ...SOURCE, asOf: '2020-08-31' };
    const term = fact('role', '2020-01-01', { end: '2024-01-01', words: 'Mayor', source });
    const next = fact('role', '2021-01-01', { words: 'Governor', source });
    const { lead, since } = compose({ story: { ana: { facts: [term, next] } } });
    expect([lead.map(told), since.map(told)]).toEqual([['ana: Mayor'], []]);
  });

  it('put a death before a founding', () => {
    const facts = { ana: { facts: [fact('died', '2020-06-01')] }, firm: { facts: [fact('founded', '2020-06-02')] } };
    expect(lead({ story: facts })).toEqual(['ana: died', 'firm: founded']);
  });

  it('put an event before an office, a state, a role, a tie', () => {
    const of = (key: string, ...facts: Parameters<typeof fact>) => ({ [key]: { facts: [fact(...facts)] } });
    expect(
      lead({
        story: {
          ...of('ana', 'event', '2020-06-01', { words: 'Speaks', end: '2020-06-01' }),
          ...of('bo', 'office', '2020-06-02', { words: 'Mayor' }),
          ...of('cy', 'status', '2020-06-03', { words: 'Strong' }),
          ...of('dee', 'role', '2020-06-04', { words: 'Poet' }),
        },
      }),
    ).toEqual(['ana: Speaks', 'cy: Strong', 'bo: Mayor', 'dee: Poet']);
    expect(
      lead({
        story: {
          ana: { facts: [event('2020-06-01', 'Meets Bo')] },
          bo: {},
          cy: { facts: [fact('ally', '2020-06-02', { value: to('dee') })] },
          dee: {},
        },
      }),
    ).toEqual(['ana: Meets Bo', 'cy – dee']);
  });
});

describe('two lines with the same content', () => {
  it('are one if they have the same day and event', () => {
    const world = {
      story: {
        'ana-example': {
          kind: 'group' as const,
          salience: 0.9,
          facts: [event('2020-06-01', 'Its deputy Boris Barrow is killed')],
        },
        firm: { kind: 'group' as const, facts: [event('2020-06-01', 'Founder Boris Barrow is killed')] },
        cy: { facts: [event('2020-06-01', 'Takes over from Boris Barrow')] },
      },
    };
    expect(lead(world)).toHaveLength(1);
  });

  it('are two if the day has two events', () => {
    const story = { ana: { facts: [event('2020-06-01', 'Speaks')] }, bo: { facts: [event('2020-06-01', 'Sings')] } };
    expect(lead({ story })).toHaveLength(2);
  });

  it('are one if one has only the month and both have the same two names', () => {
    const story = {
      ana: { facts: [event('2020-05-03', 'Beats Bo')] },
      bo: { facts: [event('2020-05', 'Beaten by Ana')] },
    };
    expect(lead({ story })).toHaveLength(1);
    const apart = { ana: { facts: [event('2020-05-03', 'Speaks')] }, bo: { facts: [event('2020-05', 'Hears Ana')] } };
    expect(lead({ story: apart })).toHaveLength(2);
  });

  it('are one fact, told from both sides', () => {
    const joined = { value: to('club'), end: '2020-05-01' };
    const told = { value: to('ana'), side: 'told' as const, end: '2020-05-01' };
    const story = {
      ana: { facts: [fact('joined', '2020-05-01', joined)] },
      club: { kind: 'group' as const, facts: [fact('joined', '2020-05-01', told)] },
    };
    expect(lead({ story })).toEqual(['ana: joined club']);
    expect(compose({ story }).timeline).toHaveLength(1);
  });

  it('make room for another name: not all five are about one', () => {
    const facts = ['01', '02', '03', '04', '05', '06'].map((day) => event(`2020-06-${day}`, `Act ${day}`));
    const story = { ana: { salience: 0.8, facts }, bo: { salience: 0.5, facts: [event('2020-05-20', 'Sings')] } };
    expect(lead({ story }).indexOf('bo: Sings')).toBe(1);
  });
});

describe('an event with several participants from the story', () => {
  const summit = (facts = [fact('took-place', '2020-06-01', { end: '2020-06-01' })]) => ({
    summit: {
      kind: 'event' as const,
      facts: [
        ...facts,
        fact('took-part-in', '2020-06-01', { side: 'told', value: to('ana') }),
        fact('happened-in', '2020-06-01', { value: to('town') }),
      ],
    },
  });
  const part = fact('took-part-in', '2020-06-01', { value: to('summit') });
  const there = fact('happened-in', '2020-06-01', { side: 'told', value: to('summit') });

  it('is listed with them, even if the story does not name it', () => {
    const { lead } = compose({
      story: { town: { kind: 'place', salience: 0.3, facts: [there] }, ana: { salience: 0.6, facts: [part] } },
      others: summit(),
    });
    expect(lead.map(told)).toEqual(['summit: took-place']);
    expect(lead[0]?.parts).toEqual([
      {
        entity: 'ana',
        name: 'Ana',
        kind: 'person',
        wording: expect.objectContaining({ property: 'took-part-in', side: 'told' }),
      },
      {
        entity: 'town',
        name: 'Town',
        kind: 'place',
        wording: expect.objectContaining({ property: 'happened-in', side: 'own' }),
      },
    ]);
  });

  it('is not listed for only one of the story, nor is a law that somebody signed', () => {
    expect(lead({ story: { ana: { facts: [part] } }, others: summit() })).toEqual([]);
    const law = { summit: { ...summit().summit, kind: 'law' as const } };
    expect(lead({ story: { ana: { facts: [part] }, town: { facts: [there] } }, others: law })).toEqual([]);
  });

  it('has its participants on its own day, not on the day of its result', () => {
    const { lead } = compose({
      story: {
        ana: { facts: [part] },
        town: { facts: [there] },
        ...summit([fact('took-place', '2020-06-01', { end: '2020-06-01' }), event('2020-06-10', 'Report on it')]),
      },
    });
    expect(lead.map((line) => [told(line), line.parts.length])).toEqual([
      ['summit: took-place', 2],
      ['summit: Report on it', 0],
    ]);
  });
});

describe('events after the story', () => {
  it('are separate, the next first', () => {
    const story = {
      ana: { facts: [event('2020-08-01', 'Speaks'), event('2020-06-01', 'Sings')] },
      bo: { facts: [event('2020-07-01', 'Dances')] },
    };
    const { lead, since } = compose({ story });
    expect([lead.map(told), since.map(told)]).toEqual([['ana: Sings'], ['bo: Dances', 'ana: Speaks']]);
    for (const { turn } of lead) expect(isBefore('2020-06-15', latest(turn))).toBe(false);
  });
});
