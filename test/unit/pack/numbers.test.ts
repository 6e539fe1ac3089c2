/** The numbers in packs that are out in the world: a change of this list is a change of what those packs say. */
import { expect, it } from 'vitest';
import { SECTIONS } from '../../../lib/pack/layout';
import { CASE_NUMBERS, KIND_NUMBERS, PROPERTY_NUMBERS, USE_NUMBERS } from '../../../lib/pack/numbers';

it('never gives a number anew', () => {
  expect(KIND_NUMBERS).toEqual({
    person: 1, group: 2, company: 3, place: 4, media: 5, deal: 6, law: 7, policy: 8, event: 9, concept: 10, work: 11,
    office: 12, team: 13,
  }); // biome-ignore format: one list
  expect(PROPERTY_NUMBERS).toEqual({
    office: 1, heads: 2, 'post-in': 3, 'held-by': 4, role: 5, 'member-of': 6, party: 7, employer: 8, 'plays-for': 9,
    relative: 10, citizen: 11, born: 12, died: 13, 'killed-in': 14, founded: 15, ended: 16, 'founded-by': 17,
    'replaced-by': 18, 'part-of': 19, parent: 20, 'owned-by': 21, 'located-in': 22, capital: 23, coordinates: 24,
    signed: 25, 'signed-by': 26, 'in-force': 27, 'party-to': 28, 'under-way': 29, 'took-place': 30, award: 31,
    'terrorist-to': 32, 'sanctioned-by': 33, 'wanted-by': 34, ally: 35, opponent: 36, population: 37, gdp: 38,
    deaths: 39, event: 40, status: 41, figure: 42, related: 43,
    'second-in': 44, 'served-under': 45,
    'founded-in': 46, launched: 47, 'first-broadcast': 48, opened: 49, closed: 50, dissolved: 51, 'split-from': 52,
    announced: 53, adopted: 54, agreed: 55, published: 56, 'signed-in': 57, 'signed-into-law': 58, 'held-in': 59,
    'given-to': 60, joined: 61, left: 62, rejoined: 63, 'suspended-from': 64, 'captured-by': 65,
    'controlled-by': 66, 'detained-in': 67, elected: 68, 're-elected': 69, 'in-office': 70, 'in-government': 71,
    'in-opposition': 72, majority: 73, members: 74, 'in-ranks': 75, 'deaths-about': 76, 'fought-in': 77, began: 78,
    'attacked-in': 79, 'defeated-in': 80, won: 81, lost: 82, 'carried-out': 83, ordered: 84, 'led-by': 85,
    negotiated: 86, 'took-part-in': 87, target: 88, 'led-to': 89, 'followed-by': 90, settled: 91,
    'happened-in': 92, 'organised-by': 93, 'made-by': 94, 'funded-by': 95, 'supported-by': 96, enemy: 97,
    rival: 98, 'branch-of': 99, 'forces-of': 100, 'agency-of': 101, represents: 102, 'hosted-by': 103, 'rebels-against': 104,
  }); // biome-ignore format: one list
  expect(USE_NUMBERS).toEqual({ name: 0, short: 1, company: 2, near: 3, demonym: 4, noun: 5 });
  expect(CASE_NUMBERS).toEqual({ any: 0, initial: 1, exact: 2 });
  expect(Object.fromEntries(Object.entries(SECTIONS).map(([name, { id }]) => [name, id]))).toEqual({
    name: 1, headOffsets: 2, heads: 3, titleOffsets: 4, titles: 5,
    formerOffsets: 6, formers: 7, formerEntities: 8,
    words: 10, prefixes: 11, forms: 12, candidateEntities: 14, candidateTraits: 15, conditions: 16, company: 17, skeletons: 18,
    stems: 19, cardBlocks: 20, sourceOffsets: 21, sources: 22, search: 23,
  }); // biome-ignore format: one list
});

it('gives no number to two words, and to each one that its place in a pack can hold', () => {
  const all = (numbers: Readonly<Record<string, number>>) => Object.values(numbers);
  for (const numbers of [KIND_NUMBERS, PROPERTY_NUMBERS, USE_NUMBERS, CASE_NUMBERS].map(all)) {
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const number of numbers) expect(Number.isInteger(number) && number >= 0).toBe(true);
  }
  expect(Math.min(...all(PROPERTY_NUMBERS))).toBe(1);
  expect(Math.max(...all(USE_NUMBERS))).toBeLessThanOrEqual(7);
  expect(Math.max(...all(CASE_NUMBERS))).toBeLessThanOrEqual(3);
});
