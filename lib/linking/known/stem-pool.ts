/** An entity's range in the shared list of stems, `to` excluded. */
export interface StemRange {
  readonly from: number;
  readonly to: number;
}

/**
 * The stems of many entities in one list. Entities decoded together lie side by side, so reading them is faster than
 * fetching a list of its own for each.
 */
export interface StemPool {
  /** Appends them and returns where they begin. */
  put(stems: Uint32Array): number;
  /** Valid until the next `put`. */
  readonly list: Uint32Array;
}

const FIRST_SIZE = 1 << 14;

export function openStemPool(): StemPool {
  let list = new Uint32Array(FIRST_SIZE);
  let used = 0;
  return {
    put(stems) {
      const from = used;
      used += stems.length;
      if (used > list.length) {
        const wider = new Uint32Array(Math.max(used, list.length * 2));
        wider.set(list);
        list = wider;
      }
      list.set(stems, from);
      return from;
    },
    get list() {
      return list;
    },
  };
}
