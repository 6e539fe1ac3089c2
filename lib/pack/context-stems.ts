import { addStems, type KnownWords } from '../text';
import { u32List } from './section-builder';
import { type U32Lists, u32Lists } from './u32-lists';

/** Enough for a background text; more would only add common words. */
const MOST_STEMS = 96;
const STEM_VALUES = 2 ** 24;

export interface ContextWriter {
  /** Rows come in their order, each with its name and all that the pack says of it. */
  put(name: string, texts: readonly (string | null)[]): void;
  done(): {
    /** All stems of the pack, ascending. */
    readonly stems: Uint32Array;
    /** The places in that list of those of a row, ascending. */
    of(row: number): Uint32Array;
  };
}

/**
 * The content-word stems of all that the pack says of each entity: what a story about it is likely to share with it.
 * Its own name is left out, as every story that names it has that. Where there are too many the rarer ones stay.
 */
export function contextWriter(): ContextWriter {
  const known: KnownWords = new Map();
  const all = u32Lists();
  let longest = 0;

  return {
    put(name, texts) {
      const own: number[] = [];
      addStems(name, known, own);
      const found: number[] = [];
      for (const text of texts) if (text !== null) addStems(text, known, found);
      found.sort((one, other) => one - other);
      for (let at = 0; at < found.length; at++) {
        const stem = found[at]!;
        if (stem === found[at - 1] || own.includes(stem)) continue;
        all.put(stem);
      }
      all.close();
      longest = Math.max(longest, all.of(all.count - 1).length);
    },
    done() {
      // Counted only where somebody asks: numbers all over 64 MB cost a fifth of the work here.
      const spread = longest > MOST_STEMS ? spreadOf(all) : null;
      const rarest = (found: Uint32Array): Uint32Array => {
        if (spread === null || found.length <= MOST_STEMS) return found;
        const sorted = [...found].sort((one, other) => spread[one]! - spread[other]! || one - other);
        return Uint32Array.from(sorted.slice(0, MOST_STEMS)).sort();
      };
      const kept = u32Lists();
      const used = u32List();
      const placeOf = new Uint32Array(STEM_VALUES);
      for (let row = 0; row < all.count; row++) {
        for (const stem of rarest(all.of(row))) {
          if (placeOf[stem]!++ === 0) used.push(stem);
          kept.put(stem);
        }
        kept.close();
      }
      const stems = used.done().sort();
      stems.forEach((stem, place) => {
        placeOf[stem] = place;
      });
      return { stems, of: (row) => kept.of(row).map((stem) => placeOf[stem]!) };
    },
  };
}

/** In how many rows each stem stands. */
function spreadOf(lists: U32Lists): Uint32Array {
  const spread = new Uint32Array(STEM_VALUES);
  for (let row = 0; row < lists.count; row++) for (const stem of lists.of(row)) spread[stem]!++;
  return spread;
}
