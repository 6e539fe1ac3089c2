/** Search over one pack and several, against going through all entities one by one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KINDS } from '../../../lib/facts';
import { answerPage, outlineOf, searchPacks } from '../../../lib/knowledge';
import { linkStory } from '../../../lib/linking';
import { openPack, type PackSource, writePack } from '../../../lib/pack';
import { entity, fact, form, smallSource } from '../pack/small-source';

const none = { forms: [], facts: [], backgrounds: [] };
const pack = (source: Partial<PackSource>) => openPack(writePack({ ...smallSource, ...none, ...source }));
const country = (key: string, name: string, more = {}) =>
  entity(key, name, { kind: 'place', qualifier: 'Country', ...more });

const world = pack({
  entities: [
    country('iraq', 'Iraq', { prominence: 200 }),
    country('iran', 'Iran', { prominence: 220, formerly: ['persia'] }),
    entity('pmf', 'Popular Mobilization Forces', { qualifier: 'Iraq', prominence: 120 }),
    entity('badr', 'Badr Organization', { qualifier: 'Iraq', prominence: 60 }),
    entity('muhandis', 'Abu Mahdi al-Muhandis', { kind: 'person', qualifier: 'Iraq', prominence: 90 }),
    entity('soleimani', 'Qasem Soleimani', { kind: 'person', qualifier: 'Iran', prominence: 150 }),
    entity('iraq-war', 'Iraq War', { kind: 'event', qualifier: '2003–2011', prominence: 180 }),
  ],
  forms: [form('pmf', 'PMF'), form('pmf', 'Hashd al-Shaabi'), form('muhandis', 'Mohandes')],
  facts: [fact('iraq-war', 'happened-in', { value: 'iraq' })],
});
const overlay = pack({
  name: 'More',
  entities: [
    country('q794', 'Islamic Republic of Iran', { wikidata: 'Q794', formerly: ['iran'], prominence: 1 }),
    entity('q9', 'Hashd', {
      wikidata: 'Q9',
      formerly: ['pmf'],
      prominence: 255,
      qualifier: 'Islamic Republic of Iran',
      kind: 'company',
    }),
    entity('quds', 'Quds Force', { qualifier: 'Islamic Republic of Iran', prominence: 140 }),
    entity('left', 'Left Half', { formerly: ['half'], prominence: 3 }),
    entity('right', 'Right Half', { formerly: ['half'], prominence: 2 }),
  ],
  forms: [form('q9', 'Iraqi militias')],
});

const ALL = { words: '', kind: null, country: null } as const;
const names = async (packs: Parameters<typeof searchPacks>[0], query: Partial<Parameters<typeof searchPacks>[1]>) => {
  const { total, found } = await searchPacks(packs, { ...ALL, ...query }, 200);
  expect(total).toBe(found.length);
  return found.map(({ name }) => name);
};

describe('a search in the packs', () => {
  it('puts the better match first, then what is more often in the news', async () => {
    expect(await names([world], { words: 'iraq' })).toEqual(['Iraq', 'Iraq War']);
    expect(await names([world], { words: 'ira' })).toEqual(['Iran', 'Iraq', 'Iraq War']);
    expect(await names([world], { words: 'PMF' })).toEqual(['Popular Mobilization Forces']);
    expect(await names([world], { words: 'mohandes' })).toEqual(['Abu Mahdi al-Muhandis']);
    expect(await names([world], { words: 'al m' })).toEqual(['Abu Mahdi al-Muhandis']);
  });

  it('filters by kind and by country', async () => {
    expect(await names([world], { kind: 'person' })).toEqual(['Qasem Soleimani', 'Abu Mahdi al-Muhandis']);
    expect(await names([world], { country: 'iraq' })).toEqual([
      'Iraq',
      'Iraq War',
      'Popular Mobilization Forces',
      'Abu Mahdi al-Muhandis',
      'Badr Organization',
    ]);
    expect(await names([world], { country: 'iraq', kind: 'group', words: 'b' })).toEqual(['Badr Organization']);
    expect(await names([world], { country: 'atlantis' })).toEqual([]);
    expect(await names([world], { country: 'persia', kind: 'person' })).toEqual(['Qasem Soleimani']);
  });

  it('finds nothing for punctuation alone, and everything for an empty query', async () => {
    expect(await names([world], { words: '–' })).toEqual([]);
    expect((await searchPacks([world], { ...ALL, words: ' ' }, 3)).total).toBe(7);
  });

  it('returns no more than requested, and the total number', async () => {
    const { total, found } = await searchPacks([world], ALL, 2);
    expect([total, found.map(({ name }) => name)]).toEqual([7, ['Iran', 'Iraq']]);
    expect((await searchPacks([world], ALL, 0)).found).toEqual([]);
  });

  it('finds an entity in two packs once, by the names of both, as in the first', async () => {
    const both = [world, overlay];
    const { found, total } = await searchPacks(both, { ...ALL, words: 'hashd' }, 200);
    expect([total, found]).toEqual([
      1,
      [
        {
          entity: 'q9',
          kind: 'group',
          name: 'Popular Mobilization Forces',
          qualifier: 'Iraq',
          gloss: 'Popular Mobilization Forces in a few words',
        },
      ],
    ]);
    expect(await names(both, { words: 'islamic republic of iran' })).toEqual(['Iran']);
    expect(await names(both, { words: 'iraqi mil' })).toEqual(['Popular Mobilization Forces']);
    expect(await names(both, { country: 'q794' })).toEqual([
      'Iran',
      'Qasem Soleimani',
      'Quds Force',
      'Popular Mobilization Forces',
    ]);
    expect(await names(both, { kind: 'company' })).toEqual([]);
    expect((await searchPacks(both, ALL, 1)).total).toBe(10);
  });

  it('reports what there is to search', async () => {
    const { total, kinds, countries } = await outlineOf([world, overlay]);
    expect(total).toBe(10);
    expect(kinds).toMatchObject({ person: 2, group: 5, place: 2, event: 1, company: 0 });
    expect(countries).toEqual([
      { entity: 'iraq', name: 'Iraq' },
      { entity: 'q794', name: 'Iran' },
    ]);
    expect(await outlineOf([pack({ entities: [] })])).toMatchObject({ total: 0, countries: [] });
  });

  it('finds the same as a scan of all entities', async () => {
    const letters = fc.stringMatching(/^[ab]{1,3}( [ab]{1,2})?$/);
    const row = fc.record({
      name: letters,
      prominence: fc.integer({ min: 0, max: 255 }),
      kind: fc.constantFrom(...KINDS),
      home: fc.constantFrom('', 'Iraq', 'Iran'),
    });
    const query = fc.record({
      words: fc.oneof(fc.constant(''), letters),
      kind: fc.option(fc.constantFrom(...KINDS)),
      country: fc.option(fc.constantFrom('iraq', 'iran')),
      most: fc.integer({ min: 0, max: 9 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 30 }), query, async (rows, { most, ...asked }) => {
        const packed = pack({
          entities: [
            country('iran', 'Zran'),
            country('iraq', 'Zraq'),
            ...rows.map(({ name, prominence, kind, home }, at) =>
              entity(`z-${at}`, name, { prominence, kind, qualifier: home.replace('I', 'Z') }),
            ),
          ],
        });
        const { total, found } = await searchPacks([packed], asked, most);
        const fits = rows.flatMap(({ name, kind, home }, at) => {
          const there = asked.words.split(' ').every((word) => ` ${name}`.includes(` ${word}`));
          const isOf = asked.country === null || home.toLowerCase() === asked.country;
          return there && isOf && (asked.kind === null || kind === asked.kind) ? [`z-${at}`] : [];
        });
        const own = await searchPacks([packed], asked, 200);
        const places = own.found.filter(({ entity: key }) => !key.startsWith('z-')).length;
        expect(total).toBe(fits.length + places);
        expect(found).toEqual(own.found.slice(0, most));
        expect(new Set(own.found.map(({ entity: key }) => key)).size).toBe(total);
        expect(own.found.map(({ entity: key }) => key)).toEqual(expect.arrayContaining(fits));
        if (asked.words !== '') return;
        const prominences = own.found.map(({ entity: key }) => rows[Number(key.slice(2))]?.prominence ?? 100);
        expect(prominences).toEqual([...prominences].sort((one, other) => other - one));
      }),
      { numRuns: 150 },
    );
  });
});

describe('the page of an entity', () => {
  const choices = { refused: {}, muted: [], density: 'every' } as const;
  const parts = (packs: Parameters<typeof searchPacks>[0]) => ({ packs, link: linkStory, choices });

  it('shows what every pack says, under the current key and with all its names', async () => {
    const answer = await answerPage('pmf', '2026-01-01', parts([world, overlay]));
    expect(answer).toMatchObject({ state: 'known', page: { entity: 'q9', name: 'Popular Mobilization Forces' } });
    expect(answer.state === 'known' && answer.names).toEqual(['Hashd al-Shaabi', 'PMF', 'Hashd', 'Iraqi militias']);
  });

  it('shows the successors of a key that was split, and reports an unknown key', async () => {
    expect(await answerPage('half', '2026-01-01', parts([world, overlay]))).toEqual({
      state: 'split',
      heirs: [
        { entity: 'left', kind: 'group', name: 'Left Half', gloss: 'Left Half in a few words', qualifier: '' },
        { entity: 'right', kind: 'group', name: 'Right Half', gloss: 'Right Half in a few words', qualifier: '' },
      ],
    });
    expect(await answerPage('nobody', '2026-01-01', parts([world]))).toEqual({ state: 'unknown' });
  });
});
