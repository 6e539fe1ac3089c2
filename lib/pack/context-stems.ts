import { addStems, type KnownWords } from '../text';
import { u32List } from './section-builder';

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
  /** Of all rows one behind the other, and where each row ends. */
  const all = u32List();
  const ends = u32List();
  const spread = new Uint32Array(STEM_VALUES);
  ends.push(0);

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
        all.push(stem);
        spread[stem]!++;
      }
      ends.push(all.length);
    },
    done() {
      const [stemsOf, endOf] = [all.done(), ends.done()];
      const kept = (row: number): Uint32Array => {
        const found = stemsOf.subarray(endOf[row]!, endOf[row + 1]!);
        if (found.length <= MOST_STEMS) return found;
        const rarest = [...found].sort((one, other) => spread[one]! - spread[other]! || one - other);
        return Uint32Array.from(rarest.slice(0, MOST_STEMS)).sort();
      };
      const placeOf = new Uint32Array(STEM_VALUES);
      const used = u32List();
      for (let row = 0; row < endOf.length - 1; row++) {
        for (const stem of kept(row)) if (placeOf[stem]!++ === 0) used.push(stem);
      }
      const stems = used.done().sort();
      stems.forEach((stem, place) => {
        placeOf[stem] = place;
      });
      return { stems, of: (row) => kept(row).map((stem) => placeOf[stem]!) };
    },
  };
}
