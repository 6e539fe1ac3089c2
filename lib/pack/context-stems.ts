import { english } from '../language';
import { addStems, type KnownWords } from '../text';
import { type U32Lists, u32Lists } from './u32-lists';

/** Enough for a background text; more would only add common words. */
const MOST_STEMS = 96;
const NO_ROW = -1;

export interface ContextWriter {
  /** Rows come in order, each with its name, all texts of the pack about it, and the names of related entities. */
  put(name: string, texts: readonly (string | null)[], others: readonly string[]): void;
  done(): {
    /** All stems in the pack, ascending. */
    readonly stems: Uint32Array;
    /** A row's places in that list, ascending. */
    of(row: number): Uint32Array;
  };
}

/**
 * The content-word stems of everything the pack says about each entity: what a story about it is likely to share. Its
 * own name is left out, since every story that names it has that. If there are too many, the rarer ones stay.
 */
export function contextWriter(): ContextWriter {
  const known: KnownWords = new Map();
  /** Stems in order of first appearance; a stem's number is its index here. */
  const seen: number[] = [];
  const numbers = new Map<number, number>();
  /** Stem numbers by name, cached: many entities are tied to one country. */
  const names = new Map<string, readonly number[]>();
  const all = u32Lists();
  /** For each stem the last row that took it, instead of a set for each of a hundred thousand rows. */
  const lastTaken: number[] = [];
  let longest = 0;
  let found: number[] = [];

  const read = (text: string): void => {
    const from = found.length;
    addStems(text, english.stem, known, found);
    for (let at = from; at < found.length; at++) {
      const stem = found[at]!;
      let number = numbers.get(stem);
      if (number === undefined) {
        number = seen.push(stem) - 1;
        numbers.set(stem, number);
        lastTaken.push(NO_ROW);
      }
      found[at] = number;
    }
  };
  const readName = (name: string): readonly number[] => {
    const before = names.get(name);
    if (before) return before;
    const from = found.length;
    read(name);
    // Trimmed: the spare capacity of an array exceeds a name's stems.
    const own = found.slice(from);
    found.length = from;
    names.set(name, own);
    return own;
  };

  return {
    put(name, texts, others) {
      const row = all.count;
      for (const number of readName(name)) lastTaken[number] = row;
      found = [];
      for (const text of texts) if (text !== null) read(text);
      for (const other of others) for (const number of readName(other)) found.push(number);
      let count = 0;
      for (const number of found) {
        if (lastTaken[number] === row) continue;
        lastTaken[number] = row;
        all.put(number);
        count++;
      }
      all.close();
      longest = Math.max(longest, count);
    },
    done() {
      const spread = longest > MOST_STEMS ? spreadOf(all, seen.length) : null;
      const rarest = (row: Uint32Array): Uint32Array => {
        if (spread === null || row.length <= MOST_STEMS) return row;
        const sorted = [...row].sort((one, other) => spread[one]! - spread[other]! || seen[one]! - seen[other]!);
        return Uint32Array.from(sorted.slice(0, MOST_STEMS));
      };
      const used = new Uint8Array(seen.length);
      const kept = u32Lists();
      for (let row = 0; row < all.count; row++) {
        for (const number of rarest(all.of(row))) {
          used[number] = 1;
          kept.put(number);
        }
        kept.close();
      }
      const stems = Uint32Array.from(seen.filter((_, number) => used[number] === 1)).sort();
      const places = new Map([...stems].map((stem, place) => [stem, place]));
      const placeOf = Uint32Array.from(seen, (stem) => places.get(stem) ?? 0);
      return {
        stems,
        of: (row) =>
          kept
            .of(row)
            .map((number) => placeOf[number]!)
            .sort(),
      };
    },
  };
}

/** In how many rows each stem occurs. */
function spreadOf(lists: U32Lists, count: number): Uint32Array {
  const spread = new Uint32Array(count);
  for (let row = 0; row < lists.count; row++) for (const number of lists.of(row)) spread[number]!++;
  return spread;
}
