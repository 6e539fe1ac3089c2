/**
 * The numbers that packs store for words of the code. A pack may be older than the code that reads it, so a number is
 * never reused, even after its word is gone; new words get new numbers. Pinned by a test.
 */
import { KIND_NUMBERS, PROPERTIES, PROPERTY_NAMES, type PropertyName } from '../facts';
import type { CaseRule, FormUse, OtherLanguage } from './types';

/** From the list of kinds, where the numbers stand. */
export { KIND_NUMBERS };

/** Taken from `PROPERTIES`. */
export const PROPERTY_NUMBERS = Object.fromEntries(
  PROPERTY_NAMES.map((name) => [name, PROPERTIES[name].number]),
) as Readonly<Record<PropertyName, number>>;

/** At most 7: stored in three bits. */
export const USE_NUMBERS: Readonly<Record<FormUse, number>> = {
  name: 0,
  short: 1,
  company: 2,
  near: 3,
  demonym: 4,
  noun: 5,
};

/** At most 3: stored in two bits. */
export const CASE_NUMBERS: Readonly<Record<CaseRule, number>> = { any: 0, initial: 1, exact: 2 };

/** For forms not in the tables' language, which is 0. */
export const LANGUAGE_NUMBERS: Readonly<Record<OtherLanguage, number>> = { de: 1 };

/** From numbers back to words. */
export function wordsByNumber<Word extends string>(numbers: Readonly<Record<Word, number>>): ReadonlyMap<number, Word> {
  return new Map((Object.entries(numbers) as [Word, number][]).map(([word, number]) => [number, word]));
}
