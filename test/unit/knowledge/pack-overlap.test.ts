import { expect, it } from 'vitest';
import { overlapOf, readCredits } from '../../../lib/knowledge';
import { openPack, type Pack, type PackSource, writePack } from '../../../lib/pack';
import { entity, smallSource } from '../pack/small-source';

const pause = async () => {};
/** What is keyed by an id has it. */
const withIds = (entities: PackSource['entities']) =>
  entities.map((one) => (/^q\d/.test(one.key) ? { ...one, wikidata: one.key.toUpperCase() } : one));
const packOf = (name: string, entities: PackSource['entities']): Pack =>
  openPack(writePack({ ...smallSource, name, entities: withIds(entities), forms: [], facts: [], backgrounds: [] }));

it('counts the entities that only one pack has, and those that others have, too', async () => {
  const packs = [
    packOf('One', [entity('q1', 'A'), entity('q2', 'B'), entity('q3', 'C')]),
    packOf('Two', [entity('q2', 'B'), entity('q4', 'D')]),
    packOf('Three', [entity('q3', 'C'), entity('q2', 'B'), entity('q5', 'E'), entity('q6', 'F')]),
  ];
  expect(await overlapOf(packs, pause)).toEqual([
    { own: 1, shared: 2 },
    { own: 1, shared: 1 },
    { own: 2, shared: 2 },
  ]);
});

it('recognises an entity by its former key', async () => {
  const packs = [
    packOf('With an id', [entity('q9960', 'Ana Silva', { formerly: ['ana-silva'] }), entity('q7', 'Bo')]),
    packOf('With a slug', [entity('ana-silva', 'Ana Silva'), entity('cy', 'Cy')]),
  ];
  expect(await overlapOf(packs, pause)).toEqual([
    { own: 1, shared: 1 },
    { own: 1, shared: 1 },
  ]);
});

it('does not count an ambiguous key as shared', async () => {
  const packs = [
    packOf('Split', [entity('q1', 'A', { formerly: ['both'] }), entity('q2', 'B', { formerly: ['both'] })]),
    packOf('Apart', [entity('q3', 'C')]),
  ];
  expect(await overlapOf(packs, pause)).toEqual([
    { own: 2, shared: 0 },
    { own: 1, shared: 0 },
  ]);
});

it('adds up to all entities, and yields to the browser in between', async () => {
  const many = (from: number) => Array.from({ length: 3_000 }, (_, at) => entity(`q${from + at}`, `N ${from + at}`));
  const packs = [packOf('Low', many(1)), packOf('High', many(2_501))];
  let pauses = 0;
  const counted = await overlapOf(packs, async () => void pauses++);
  expect(counted).toEqual([
    { own: 2_500, shared: 500 },
    { own: 2_500, shared: 500 },
  ]);
  expect(pauses).toBe(12);
  expect(await overlapOf(packs.slice(0, 1), pause)).toEqual([{ own: 3_000, shared: 0 }]);
  expect(await overlapOf([], pause)).toEqual([]);
});

it('names each source once, with its licence and the days on which it was read', () => {
  const from = (name: string, licence: string | null, asOf: string, url: string | null = null) => ({
    source: { name, licence, asOf, url },
  });
  const credits = readCredits(
    packOf('Credits', [
      entity('q1', 'A', from('Register', 'CC0', '2024-05-01')),
      entity('q2', 'B', from('Register', 'CC0', '2022-05-01')),
      entity('q3', 'C', from('Register', 'CC0', '2023-05-01')),
      entity('q4', 'D', from('Almanac', 'CC0', '2023-01-01', 'https://almanac.example/')),
      entity('q5', 'E', from('Hearsay', null, '2021-01-01')),
    ]),
  );
  expect(credits).toEqual({
    sources: [
      { name: 'Almanac', url: 'https://almanac.example/', licence: 'CC0', first: '2023-01-01', last: '2023-01-01' },
      { name: 'Hearsay', url: null, licence: null, first: '2021-01-01', last: '2021-01-01' },
      { name: 'Register', url: null, licence: 'CC0', first: '2022-05-01', last: '2024-05-01' },
    ],
    licences: [
      { licence: 'CC0', sources: 2 },
      { licence: null, sources: 1 },
    ],
    unread: 0,
  });
});

it('reads a limited number of sources from a pack', () => {
  const read: number[] = [];
  const source = (number: number) => {
    read.push(number);
    return { name: `S ${number}`, url: null, licence: null, asOf: '2026-01-01' };
  };
  const { sources, unread } = readCredits({ sourceCount: 1_000_000, source } as unknown as Pack);
  expect([sources.length, read.length, unread]).toEqual([5_000, 5_000, 995_000]);
});
