/** The order of the names, what is found, and what is said of each. */
import { describe, expect, it } from 'vitest';
import { ALL, arrange, type NamedRow } from '../../../components/glossary/arrange';
import { namedRows } from '../../../components/glossary/named-rows';
import { replacesGloss, senseWords, whoWords } from '../../../components/kit';
import type { DatedLine, Kind } from '../../../lib/facts';
import { text } from './render';

const NOTHING = { gloss: '', isCountry: false, lines: [] };
const line = (change: Partial<DatedLine>): DatedLine => ({
  property: 'office',
  side: 'own',
  words: 'Minister',
  name: null,
  amount: null,
  other: null,
  start: null,
  end: null,
  tense: 'held',
  source: { name: 'Table', url: null, licence: null, asOf: '2026-05-01' },
  ...change,
});
const row = (name: string, kind: Kind, change: Partial<NamedRow> = {}): NamedRow => ({
  entity: name,
  kind,
  name,
  gloss: '',
  count: 1,
  salience: 0.5,
  order: 0,
  forms: [name],
  sense: NOTHING,
  says: '',
  ...change,
});
const rows = [
  row('Iran', 'place', { order: 0, sense: { ...NOTHING, isCountry: true }, salience: 1 }),
  row('Vienna deal', 'deal', { order: 1 }),
  row('Kasaï', 'place', { order: 2 }),
  row('Ana', 'person', { order: 3, says: 'Treasury secretary since May 2026' }),
  row('PMF', 'group', { order: 4, forms: ['Popular Forces', "Kata'ib"] }),
  row('Ben', 'person', { order: 5, gloss: 'jurist', forms: ['Mohandes'], salience: 0.9 }),
  row('Oil Co', 'company', { order: 6 }),
  row('War', 'event', { order: 7 }),
  row('Chancellor', 'office', { order: 8 }),
];
const shown = (wish: Partial<typeof ALL>) =>
  arrange(rows, { ...ALL, ...wish }).map((one) => [one.name, one.folded, one.rows.map(({ name }) => name).join()]);

describe('the order of the names in a glossary', () => {
  it('is by group, in each in the order of the story, with countries last and folded away', () => {
    expect(shown({})).toEqual([
      ['people', false, 'Ana,Ben'],
      ['groups', false, 'PMF,Oil Co'],
      ['places', false, 'Kasaï'],
      ['deals', false, 'Vienna deal'],
      ['events', false, 'War'],
      ['others', false, 'Chancellor'],
      ['countries', true, 'Iran'],
    ]);
  });

  it('puts names that the reader knows last, whatever their group, folded away', () => {
    const known = rows.map((one) =>
      ['Iran', 'Ben', 'War'].includes(one.name) ? { ...one, sense: { ...one.sense, known: 'itself' as const } } : one,
    );
    const sections = (text: string) => arrange(known, { ...ALL, text }).map(({ name, folded }) => [name, folded]);
    expect(arrange(known, ALL).at(-1)).toMatchObject({
      name: 'known',
      folded: true,
      rows: [{ name: 'Iran' }, { name: 'Ben' }, { name: 'War' }],
    });
    expect(sections('').map(([name]) => name)).toEqual(['people', 'groups', 'places', 'deals', 'others', 'known']);
    expect(sections('ben')).toEqual([['known', false]]);
  });

  it('is by importance if the reader wants that', () => {
    expect(shown({ sort: 'importance' })[0]).toEqual(['people', false, 'Ben,Ana']);
  });

  it('folds nothing away that was searched for, nor if there is nothing else', () => {
    expect(shown({ text: 'iran' })).toEqual([['countries', false, 'Iran']]);
    expect(arrange(rows.slice(0, 1), ALL)[0]?.folded).toBe(false);
    expect(arrange(rows.slice(0, 1), { ...ALL, text: ' ' })[0]?.folded).toBe(false);
    expect(shown({ text: ' - ' }).at(-1)?.[1]).toBe(true);
  });

  it.each([
    ['mohandes', 'Ben'],
    ['mohandes jurist', 'Ben'],
    ['kataib', 'PMF'],
    ['Kata’ib', 'PMF'],
    ['kasai', 'Kasaï'],
    ['TREASURY ana', 'Ana'],
    ['nobody', ''],
  ])('is filtered by name, gloss, sense and the story’s own words: %s', (typed, found) => {
    expect(
      shown({ text: typed })
        .map((one) => one[2])
        .join(),
    ).toBe(found);
  });
});

describe('the sense of a name as text', () => {
  it.each<[string, Partial<DatedLine>]>([
    ['Minister', {}],
    ['Minister since January 2025', { start: '2025-01-28' }],
    ['Minister since 2025', { start: '~2025' }],
    ['Minister until March 2026', { start: '2025-01-28', end: '2026-03-01', tense: 'past' }],
    ['Minister, as known in May 2026', { start: '2025-01-28', tense: 'unconfirmed' }],
    [
      'Killed by a drone, 3 January 2020',
      { words: 'Killed by a drone', property: 'died', start: '2020-01-03', end: '2020-01-03', tense: 'past' },
    ],
    ['Wins, January 2020', { words: 'Wins', property: 'event', start: '2020-01', end: '2020-01' }],
    ['Wins, 3 January 2020', { words: 'Wins', property: 'event', start: '2020-01-03', end: '2020-01-03' }],
    ['In force since January 2016', { property: 'in-force', words: null, start: '2016-01-16' }],
  ])('is %j', (words, change) => {
    expect(senseWords(text, { lines: [line(change)] })).toBe(words);
  });

  it('is empty if nothing certain is known', () => {
    expect(senseWords(text, { lines: [] })).toBe('');
  });

  it('joins two offices under one date if both were read on one day', () => {
    const both = (more: Partial<DatedLine>, second: Partial<DatedLine> = {}) =>
      senseWords(text, { lines: [line(more), line({ ...more, words: 'Adviser', ...second })] });
    expect(both({ tense: 'unconfirmed' })).toBe('Minister and Adviser, as known in May 2026');
    const later = { name: 'Table', url: null, licence: null, asOf: '2026-06-01' };
    expect(both({ tense: 'unconfirmed' }, { source: later })).toBe(
      'Minister, as known in May 2026 · Adviser, as known in June 2026',
    );
    expect(both({ start: '2025-01-28' })).toBe('Minister since January 2025 · Adviser since January 2025');
  });

  it('replaces the gloss if it is a current office of a person and nothing else', () => {
    const replaces = (...lines: readonly Partial<DatedLine>[]) => replacesGloss({ lines: lines.map(line) });
    expect(replaces({})).toBe(true);
    expect(replaces({}, {})).toBe(true);
    expect(replaces()).toBe(false);
    expect(replaces({ tense: 'unconfirmed' })).toBe(false);
    expect(replaces({ tense: 'past' })).toBe(false);
    expect(replaces({ side: 'told' })).toBe(false);
    expect(replaces({}, { property: 'event' })).toBe(false);
  });

  it('follows the gloss if there is only room for one line', () => {
    const who = (...lines: readonly Partial<DatedLine>[]) =>
      whoWords(text, { gloss: 'jurist', isCountry: false, lines: lines.map(line) });
    expect(who()).toBe('jurist');
    expect(who({})).toBe('Minister');
    expect(who({ tense: 'unconfirmed' })).toBe('jurist · Minister, as known in May 2026');
  });

  it('is looked up by key, and empty for a name without one', () => {
    const { sense: _, says: __, ...entry } = row('Ana', 'person');
    const [ana, ben] = namedRows(text, [entry, { ...entry, entity: 'ben' }], {
      Ana: { ...NOTHING, lines: [line({})] },
    });
    expect([ana?.says, ben?.says]).toEqual(['Minister', '']);
    expect(ben?.sense.isCountry).toBe(false);
  });
});
