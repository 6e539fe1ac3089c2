import type { StoryStems } from '../read/story-stems';
import type { Ref, Shelf } from './shelf';

/** Words shared by an entity's texts and the story. */
export interface SharedWords {
  readonly count: number;
  /** Shared words, weighted by how few other entities of the story share them, relative to the length of the texts. */
  readonly weight: number;
}

export interface WordsOfStory {
  /** Null for an entity that shares none or is not in doubt. */
  words(ref: Ref): SharedWords | null;
  /** The most telling of the stems it shares, up to `most`. */
  telling(ref: Ref, most: number): readonly number[];
}

/** Texts with up to this many different words count as they are; longer ones share words by mere length. */
const USUAL_LENGTH = 60;

/**
 * What an entity shares with the latest story that asked. Stored with the entity and overwritten by the next story: a
 * map would be read thousands of times a story.
 */
export interface Shared {
  /** That story's number; 0 before any. */
  story: number;
  /** Where its part begins in the list of shared stems. */
  sharedFrom: number;
  sharedTo: number;
  /** The set of doubts it was last counted in. */
  doubts: number;
  count: number;
  /** Computed on demand, since most are never asked for; NaN before. */
  weight: number;
}

/** Before any story has asked. */
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
 * Scores entities against the words of one story (after IScore, damped). All doubtful entities are given at once, since
 * each counts for the others; shared words are looked up once per entity, however often the set changes. Only the
 * latest set can be asked about.
 */
export function openSharedWords({ numbers }: StoryStems, shelf: Shelf): (inDoubt: readonly Ref[]) => WordsOfStory {
  const may = filterOf(numbers.keys());
  const story = ++stories;
  let doubts = 0;
  /** The numbers of the shared stems, entity after entity. */
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
    /** By stem number: how many entities have it. */
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

/** A bit per group of stems, to skip the many stems of an entity that are in no story. */
const FILTER_BITS = 16;

/** 8 kB fit into the processor's first-level cache. */
function filterOf(stems: Iterable<number>): Uint8Array {
  const may = new Uint8Array(1 << (FILTER_BITS - 3));
  for (const stem of stems) may[byteOf(stem)] = (may[byteOf(stem)] as number) | (1 << (stem & 7));
  return may;
}

const passes = (may: Uint8Array, stem: number): boolean => ((may[byteOf(stem)] as number) & (1 << (stem & 7))) !== 0;

const byteOf = (stem: number): number => (stem >>> 3) & ((1 << (FILTER_BITS - 3)) - 1);
