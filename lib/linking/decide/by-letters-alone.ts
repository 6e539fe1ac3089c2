import { tableNames } from '../../language';
import type { Candidate } from '../around/clue';
import type { Scene } from '../around/scene';
import { isCountry } from '../known/is-country';
import { isOfHead } from '../known/known-of-head';

/** So well known that letters are enough. */
const KNOWN_BY_LETTERS = 60;

/**
 * "The TMC joined him" in India: many schools of a country have the same letters. They take more than the country: the
 * full name, or anything else that is tied to them.
 */
export function isByLettersAlone({ kind, option, single, story }: Candidate, scene: Scene): boolean {
  if (kind !== 'group' || !single || option.caseRule !== 'exact' || option.via !== 'form') return false;
  const { shelf } = story;
  const head = shelf.entity(option.ref);
  if (head.prominence >= KNOWN_BY_LETTERS) return false;
  if (!isOfLearning(head)) return false;
  if (scene.fullForm(option.ref)?.includes(' ') || scene.relatedTo(option.ref) > 0) return false;
  return !option.company.some((ref) => scene.has(ref) && !isCountry(shelf.entity(ref)));
}

const isOfLearning = isOfHead(({ gloss }) => tableNames.schools.test(gloss));
