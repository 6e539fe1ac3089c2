import type { Kind } from '../../facts';
import { isCountry } from '../known/is-country';
import type { Head } from '../known/known-of-head';

/**
 * Prominence at which every second well-read adult knows a thing of this kind. Cities and companies are known by name long
 * before they are often in the news; a concept, a product or a club is seldom what stops a reader; an office says itself
 * what it is. Fitted on the labels of `test/fixtures/stories` (`npm run eval -- --marks`).
 */
const HALF_KNOWN: Partial<Readonly<Record<Kind, number>>> = {
  place: 70,
  company: 75,
  concept: 50,
  work: 50,
  team: 50,
  office: 0,
};
const HALF_KNOWN_ELSE = 100;
/** So much more prominence multiplies the odds that it is known by e. */
const STEP = 12;
/** Glosses say so: "Capital of Mali". The states of the US are in the news as countries are. */
const LEARNT_AT_SCHOOL = /\b(?:capital|state of the united states)\b/i;

/** How likely it is that a reader does not know the entity, 0…1. */
export function unfamiliarity(entity: Head): number {
  const { kind, prominence, gloss } = entity;
  if (isCountry(entity) || (kind === 'place' && LEARNT_AT_SCHOOL.test(gloss))) return 0;
  return 1 / (1 + Math.exp((prominence - (HALF_KNOWN[kind] ?? HALF_KNOWN_ELSE)) / STEP));
}
