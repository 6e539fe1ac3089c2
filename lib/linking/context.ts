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

/** Null of what shares none, and of what is not in doubt. */
export type SharedWordsOf = (ref: Ref) => SharedWords | null;

/** Texts of this many different words are taken as they are; longer ones share words by mere length. */
const USUAL_LENGTH = 60;

const NONE: readonly number[] = [];

/** What an entity shares with one story. It lies with the entity: a map would be asked thousands of times a story. */
export interface Shared {
  readonly story: number;
  /** The numbers of the stems. */
  readonly common: readonly number[];
  /** The doubts in which it was counted last. */
  doubts: number;
  /** Weighed in these; undefined before anybody asks, as of most that are in doubt nobody does. */
  words: SharedWords | null | undefined;
}

let stories = 0;

/**
 * Weighs entities against the words of one story (after IScore, damped). All in doubt are told at once, since each counts for
 * the others; what is shared with one is looked for once, however often the doubts are told anew. Those told last can be asked about.
 */
export function openSharedWords({ numbers }: StoryStems, shelf: Shelf): (inDoubt: readonly Ref[]) => SharedWordsOf {
  const may = filterOf(numbers.keys());
  const story = ++stories;
  let doubts = 0;
  const lookFor = (ref: Ref): readonly number[] => {
    const { from, to } = shelf.stems(ref);
    const known = shelf.allStems();
    let common: number[] | null = null;
    for (let at = from; at < to; at++) {
      const stem = known[at] as number;
      if (!passes(may, stem)) continue;
      const number = numbers.get(stem);
      if (number === undefined) continue;
      if (common === null) common = [number];
      else common.push(number);
    }
    return common ?? NONE;
  };
  const sharedBy = (ref: Ref): Shared => {
    const notes = shelf.notes(ref);
    if (notes.shared?.story === story) return notes.shared;
    notes.shared = { story, common: lookFor(ref), doubts: 0, words: undefined };
    return notes.shared;
  };
  let stems: readonly number[] | null = null;

  return (inDoubt) => {
    const told = ++doubts;
    /** By the number of a stem: how many of the entities have it. */
    const owners = new Array<number>(numbers.size).fill(0);
    for (const ref of inDoubt) {
      const shared = sharedBy(ref);
      if (shared.doubts === told) continue;
      shared.doubts = told;
      shared.words = undefined;
      for (const number of shared.common) owners[number] = (owners[number] as number) + 1;
    }
    const weigh = (ref: Ref, common: readonly number[]): SharedWords | null => {
      if (common.length === 0) return null;
      let telling = 0;
      for (const number of common) telling += 1 / Math.sqrt(owners[number] as number);
      const { from, to } = shelf.stems(ref);
      return {
        count: common.length,
        weight: telling * Math.min(1, Math.sqrt(USUAL_LENGTH / (to - from))),
        telling(most) {
          stems ??= [...numbers.keys()];
          return [...common]
            .sort((one, other) => (owners[one] as number) - (owners[other] as number))
            .slice(0, most)
            .map((number) => stems?.[number] as number);
        },
      };
    };
    return (ref) => {
      const { shared } = shelf.notes(ref);
      if (shared?.story !== story || shared.doubts !== told) return null;
      if (shared.words === undefined) shared.words = weigh(ref, shared.common);
      return shared.words;
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
