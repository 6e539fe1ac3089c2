/**
 * What each name of a story was on its day, and which of them are countries: shown beside the glosses in a list of
 * names.
 */
import type { EntityKey } from '../facts';
import type { Day } from '../time';
import { type NameSense, type SensesParts, senseReader } from './sense-reader';

/** By requested key, as far as packs know them. */
export type NameSenses = Readonly<Record<EntityKey, NameSense>>;

export async function answerSenses(
  keys: readonly EntityKey[],
  day: Day | null,
  parts: SensesParts,
): Promise<NameSenses> {
  const read = senseReader(parts);
  const found: Record<EntityKey, NameSense> = {};
  // One at a time: a pack caches only a few blocks of cards, and one name reads its block repeatedly.
  for (const key of keys) {
    const sense = await read(key, day);
    if (sense) found[key] = sense;
  }
  return found;
}
