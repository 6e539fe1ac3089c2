import type { Ref, Shelf } from './shelf';
import type { StoryStems } from './story-stems';

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
export function shareWords(refs: Iterable<Ref>, { numbers }: StoryStems, shelf: Shelf): ReadonlyMap<Ref, SharedWords> {
  markAll(numbers);
  const shared = new Map<Ref, readonly number[]>();
  /** By the number of a stem: how many of the entities have it. */
  const owners = new Uint32Array(numbers.size);
  for (const ref of refs) {
    const known = shelf.stems(ref);
    let common: number[] | null = null;
    for (let at = 0; at < known.length; at++) {
      const stem = known[at] as number;
      if (may[stem & FILTER_MASK] === 0) continue;
      const number = numbers.get(stem);
      if (number === undefined) continue;
      common ??= [];
      common.push(number);
      owners[number] = (owners[number] as number) + 1;
    }
    if (common) shared.set(ref, common);
  }
  let stems: readonly number[] | null = null;
  const result = new Map<Ref, SharedWords>();
  for (const [ref, common] of shared) {
    let telling = 0;
    for (const number of common) telling += 1 / Math.sqrt(owners[number] as number);
    const length = shelf.stems(ref).length;
    result.set(ref, {
      count: common.length,
      weight: telling * Math.min(1, Math.sqrt(USUAL_LENGTH / length)),
      telling(most) {
        stems ??= [...numbers.keys()];
        return [...common]
          .sort((one, other) => (owners[one] as number) - (owners[other] as number))
          .slice(0, most)
          .map((number) => stems?.[number] as number);
      },
    });
  }
  return result;
}

const FILTER_MASK = 0x1fff;

/** One mark for many stems: nearly all that are known of an entity stand in no story, and need not be looked for in it. */
const may = new Uint8Array(FILTER_MASK + 1);

/** Of one story at a time. */
function markAll(stems: ReadonlyMap<number, number>): void {
  may.fill(0);
  for (const stem of stems.keys()) may[stem & FILTER_MASK] = 1;
}
