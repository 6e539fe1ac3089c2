import type { Chosen } from '../around/scene';
import type { Ref, Shelf } from '../known/shelf';
import type { Reading } from '../read/reading';
import type { BlockRole } from '../types';

/** How much a mention in such a block says that the story is about the entity. */
const ROLE_WEIGHT: Readonly<Record<BlockRole, number>> = {
  title: 3,
  standfirst: 2,
  heading: 1.5,
  body: 1,
  caption: 0.7,
  aside: 0.3,
  comment: 0.2,
};
/** Factor for a first mention in the first blocks of a story. */
const EARLY_BONUS = 1.5;
const EARLY_BLOCKS = 4;
/** The weighted number of mentions that makes an entity a main subject. */
const FULL_WEIGHT = 8;
const LOG_OF_FULL = Math.log1p(FULL_WEIGHT);
/** Factor for what everyone knows (prominence 255): it hardly needs explaining. */
const KNOWN_TO_ALL = 0.35;

/** How much each entity matters to the story, 0…1. `opening`: these are the story's first blocks. */
export function weighSalience(
  chosen: readonly Chosen[],
  readings: readonly Reading[],
  earlier: ReadonlyMap<Ref, number>,
  shelf: Shelf,
  opening: boolean,
): ReadonlyMap<Ref, number> {
  const sums = new Map<Ref, number>();
  for (const { span, ref, option } of chosen) {
    const role = readings[span.at]?.block.role ?? 'body';
    const weight = ROLE_WEIGHT[role] * (option.use === 'demonym' ? 0.4 : 1);
    const first = opening && !sums.has(ref) && span.at < EARLY_BLOCKS && role !== 'comment';
    sums.set(ref, (sums.get(ref) ?? earlier.get(ref) ?? 0) + weight + (first ? EARLY_BONUS : 0));
  }
  const salience = new Map<Ref, number>();
  for (const [ref, sum] of sums) {
    const amount = Math.min(1, Math.log1p(sum) / LOG_OF_FULL);
    salience.set(ref, amount * (1 - (KNOWN_TO_ALL * shelf.entity(ref).prominence) / 255));
  }
  return salience;
}
