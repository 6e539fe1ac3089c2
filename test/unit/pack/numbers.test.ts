/** The numbers in packs that are out in the world: a change of this list is a change of what those packs say. */
import { expect, it } from 'vitest';
import { SECTIONS } from '../../../lib/pack/layout';
import { CASE_NUMBERS, FACT_KIND_NUMBERS, KIND_NUMBERS, USE_NUMBERS } from '../../../lib/pack/numbers';

it('never gives a number anew', () => {
  expect(KIND_NUMBERS).toEqual({
    person: 1, group: 2, company: 3, place: 4, media: 5, deal: 6, law: 7, policy: 8, event: 9, concept: 10, work: 11,
  }); // biome-ignore format: one list
  expect(FACT_KIND_NUMBERS).toEqual({ office: 1, role: 2, status: 3, life: 4, event: 5, figure: 6 });
  expect(USE_NUMBERS).toEqual({ name: 0, short: 1, company: 2, near: 3, demonym: 4, noun: 5 });
  expect(CASE_NUMBERS).toEqual({ any: 0, initial: 1, exact: 2 });
  expect(Object.fromEntries(Object.entries(SECTIONS).map(([name, { id }]) => [name, id]))).toEqual({
    name: 1, headOffsets: 2, heads: 3, titleOffsets: 4, titles: 5,
    formerOffsets: 6, formers: 7, formerEntities: 8, formersByKey: 9,
    words: 10, prefixes: 11, forms: 12, candidateEntities: 14, candidateTraits: 15, conditions: 16, company: 17, skeletons: 18,
    cardBlocks: 20, sourceOffsets: 21, sources: 22,
  }); // biome-ignore format: one list
});
