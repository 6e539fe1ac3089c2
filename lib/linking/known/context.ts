import type { StoryStems } from '../read/story-stems';
import type { Ref, Shelf } from './shelf';

/** Words that an entity's texts and the story share. */
export interface SharedWords {
  readonly count: number;
  /** Shared words weighed by how few other entities of the story share them, against the length of the texts. */
  readonly weight: number;
}

export interface WordsOfStory {
  /** Null of what shares none, and of what is not in doubt. */
  words(ref: Ref): SharedWords | null;
  /** The stems of so many of those that one in doubt shares, the most telling first. */
  telling(ref: Ref, most: number): readonly number[];
}

/** Texts of this many different words are taken as they are; longer ones share words by mere length. */
const USUAL_LENGTH = 60;

/**
 * What an entity shares with the story that asked last. It lies in what is known of the entity and is written over by the next
 * story: a map would be asked thousands of times a story, and filled as often.
 */
export interface Shared {
  /** The number of that story; 0 before any. */
  story: number;
  /** Of what all share with the story its own part. */
  sharedFrom: number;
  sharedTo: number;
  /** The doubts in which it was counted last. */
  doubts: number;
  count: number;
  /** Weighed when somebody asks, as nobody does of most that are in doubt; NaN before. */
  weight: number;
}

/** Of what no story has asked for yet. */
export const NOTHING_SHARED: Shared = {
  story: 0,
  sharedFrom: 0,
  sharedTo: 0,
  doubts: 0,
  count: 0,
  weight: Number.NaN,
};

let stories = 0;

/**
 * Weighs entities against the words of one story (after IScore, damped). All in doubt are told at once, since each counts for
 * the others; what is shared with one is looked for once, however often the doubts are told anew. Those told last can be asked about.
 */
export function openSharedWords({ numbers }: StoryStems, shelf: Shelf): (inDoubt: readonly Ref[]) => WordsOfStory {
  const may = filterOf(numbers.keys());
  const story = ++stories;
  let doubts = 0;
  /** The numbers of the stems that each shares, one behind the other. */
  const common: number[] = [];
  let stems: readonly number[] | null = null;
  const lookFor = (ref: Ref, shared: Shared): void => {
    const { from, to } = shelf.stems(ref);
    const known = shelf.allStems();
    shared.sharedFrom = common.length;
    for (let at = from; at < to; at++) {
      const stem = known[at] as number;
      const number = passes(may, stem) ? numbers.get(stem) : undefined;
      if (number !== undefined) common.push(number);
    }
    shared.sharedTo = common.length;
    shared.count = shared.sharedTo - shared.sharedFrom;
    shared.story = story;
    shared.doubts = 0;
  };
  const sharedBy = (ref: Ref): Shared => {
    const shared = shelf.notes(ref);
    if (shared.story !== story) lookFor(ref, shared);
    return shared;
  };

  return (inDoubt) => {
    const told = ++doubts;
    /** By the number of a stem: how many of the entities have it. */
    const owners = new Array<number>(numbers.size).fill(0);
    for (const ref of inDoubt) {
      const shared = sharedBy(ref);
      if (shared.doubts === told) continue;
      shared.doubts = told;
      shared.weight = Number.NaN;
      for (let at = shared.sharedFrom; at < shared.sharedTo; at++) {
        const number = common[at] as number;
        owners[number] = (owners[number] as number) + 1;
      }
    }
    const inDoubtNow = (ref: Ref): Shared | null => {
      const shared = shelf.notes(ref);
      return shared.story === story && shared.doubts === told ? shared : null;
    };
    const weigh = (ref: Ref, shared: Shared): number => {
      let telling = 0;
      for (let at = shared.sharedFrom; at < shared.sharedTo; at++)
        telling += 1 / Math.sqrt(owners[common[at] as number] as number);
      const { from, to } = shelf.stems(ref);
      return telling * Math.min(1, Math.sqrt(USUAL_LENGTH / (to - from)));
    };
    return {
      words(ref) {
        const shared = inDoubtNow(ref);
        if (shared === null || shared.count === 0) return null;
        if (Number.isNaN(shared.weight)) shared.weight = weigh(ref, shared);
        return shared;
      },
      telling(ref, most) {
        const { sharedFrom, sharedTo } = inDoubtNow(ref) ?? NOTHING_SHARED;
        stems ??= [...numbers.keys()];
        return common
          .slice(sharedFrom, sharedTo)
          .sort((one, other) => (owners[one] as number) - (owners[other] as number))
          .slice(0, most)
          .map((number) => stems?.[number] as number);
      },
    };
  };
}

/** A mark for each of so many groups of stems: nearly all that are known of an entity stand in no story, and need not be looked for in it. */
const FILTER_BITS = 16;

/** 8 kB, which stay in the processor's first cache. */
function filterOf(stems: Iterable<number>): Uint8Array {
  const may = new Uint8Array(1 << (FILTER_BITS - 3));
  for (const stem of stems) may[byteOf(stem)] = (may[byteOf(stem)] as number) | (1 << (stem & 7));
  return may;
}

const passes = (may: Uint8Array, stem: number): boolean => ((may[byteOf(stem)] as number) & (1 << (stem & 7))) !== 0;

const byteOf = (stem: number): number => (stem >>> 3) & ((1 << (FILTER_BITS - 3)) - 1);
