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
  const may = filterOf(story);
  const shared = new Map<Ref, readonly number[]>();
  const owners = new Map<number, number>();
  for (const ref of refs) {
    const known = shelf.stems(ref);
    let common: number[] | null = null;
    for (let at = 0; at < known.length; at++) {
      const stem = known[at] as number;
      if (may[stem & FILTER_MASK] === 0 || !story.has(stem)) continue;
      common ??= [];
      common.push(stem);
      owners.set(stem, (owners.get(stem) ?? 0) + 1);
    }
    if (common) shared.set(ref, common);
  }
  const result = new Map<Ref, SharedWords>();
  for (const [ref, common] of shared) {
    let telling = 0;
    for (const stem of common) telling += 1 / Math.sqrt(owners.get(stem) ?? 1);
    const length = shelf.stems(ref).length;
    const rare = (one: number, other: number): number => (owners.get(one) ?? 0) - (owners.get(other) ?? 0);
    result.set(ref, {
      count: common.length,
      weight: telling * Math.min(1, Math.sqrt(USUAL_LENGTH / length)),
      telling: (most) => [...common].sort(rare).slice(0, most),
    });
  }
  return result;
}

const FILTER_MASK = 0x1fff;

/** One mark for many stems: nearly all that are known of an entity stand in no story, and need not be looked for in it. */
function filterOf(story: ReadonlySet<number>): Uint8Array {
  const may = new Uint8Array(FILTER_MASK + 1);
  for (const stem of story) may[stem & FILTER_MASK] = 1;
  return may;
}
