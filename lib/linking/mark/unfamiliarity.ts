import type { Kind } from '../../facts';
import { isCountry } from '../known/is-country';
import type { Head } from '../known/known-of-head';

/**
 * The prominence at which half of well-read adults know a thing of this kind. Cities and companies are known by name
 * long before they are in the news often; a concept, product or club seldom stops a reader; an office explains itself.
 * Fitted on the labels of `test/fixtures/stories` (`npm run eval -- --marks`).
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
/** This much more prominence multiplies the odds of being known by e. */
const STEP = 12;
/** Seen in the gloss: "Capital of Mali". US states are in the news as much as countries. */
const LEARNT_AT_SCHOOL = /\b(?:capital|state of the united states)\b/i;

/** How likely it is that a reader does not know the entity, 0…1. */
export function unfamiliarity(entity: Head): number {
  const { kind, prominence, gloss } = entity;
  if (isCountry(entity) || (kind === 'place' && LEARNT_AT_SCHOOL.test(gloss))) return 0;
  return 1 / (1 + Math.exp((prominence - (HALF_KNOWN[kind] ?? HALF_KNOWN_ELSE)) / STEP));
}
