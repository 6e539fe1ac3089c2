/**
 * The numbers in packs that are in use: changing this list changes the meaning of those packs. Those of properties:
 * `facts/properties.test.ts`.
 */
import { expect, it } from 'vitest';
import { SECTIONS } from '../../../lib/pack/layout';
import { CASE_NUMBERS, KIND_NUMBERS, PROPERTY_NUMBERS, USE_NUMBERS } from '../../../lib/pack/numbers';

it('no number is used twice', () => {
  expect(KIND_NUMBERS).toEqual({
    person: 1, group: 2, company: 3, place: 4, media: 5, deal: 6, law: 7, policy: 8, event: 9, concept: 10, work: 11,
    office: 12, team: 13,
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

it('no two words share a number, and each word that a pack can hold has one', () => {
  const all = (numbers: Readonly<Record<string, number>>) => Object.values(numbers);
  for (const numbers of [KIND_NUMBERS, PROPERTY_NUMBERS, USE_NUMBERS, CASE_NUMBERS].map(all)) {
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const number of numbers) expect(Number.isInteger(number) && number >= 0).toBe(true);
  }
  expect(Math.min(...all(PROPERTY_NUMBERS))).toBe(1);
  expect(Math.max(...all(USE_NUMBERS))).toBeLessThanOrEqual(7);
  expect(Math.max(...all(CASE_NUMBERS))).toBeLessThanOrEqual(3);
});
