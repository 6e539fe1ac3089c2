import type { Ref, Shelf } from './shelf';

/** Words that an entity's texts and the story share. */
export interface SharedWords {
  readonly count: number;
  /** Shared words weighed by how few other entities of the story share them, against the length of the texts. */
  readonly weight: number;
  /** The stems of so many of them, the most telling first. */
  telling(most: number): readonly number[];
}

/** Texts of this many different words are taken as they are; longer ones share words by mere length. */
const USUAL_LENGTH = 60;

/** Weighs the entities against the words of the story (after IScore, damped). All in doubt must be asked at once. */
export function shareWords(
  refs: Iterable<Ref>,
  story: ReadonlySet<number>,
  shelf: Shelf,
): ReadonlyMap<Ref, SharedWords> {
  const shared = new Map<Ref, number[]>();
  const owners = new Map<number, number>();
  for (const ref of refs) {
    const common: number[] = [];
    for (const stem of shelf.stems(ref)) {
      if (!story.has(stem)) continue;
      common.push(stem);
      owners.set(stem, (owners.get(stem) ?? 0) + 1);
    }
    shared.set(ref, common);
  }
  const result = new Map<Ref, SharedWords>();
  for (const [ref, common] of shared) {
    const telling = common.reduce((sum, stem) => sum + 1 / Math.sqrt(owners.get(stem) ?? 1), 0);
    const length = Math.max(shelf.stems(ref).length, 1);
    const rare = (one: number, other: number): number => (owners.get(one) ?? 0) - (owners.get(other) ?? 0);
    result.set(ref, {
      count: common.length,
      weight: telling * Math.min(1, Math.sqrt(USUAL_LENGTH / length)),
      telling: (most) => [...common].sort(rare).slice(0, most),
    });
  }
  return result;
}
