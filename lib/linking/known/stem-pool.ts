/** Where the stems of an entity lie in the list of all: `from`, and before `to`. */
export interface StemRange {
  readonly from: number;
  readonly to: number;
}

/**
 * The stems of many entities in one list. What a name may mean is decoded together, so it lies side by side here: to fetch
 * a list of its own for each from the machine's memory takes longer than to go through them.
 */
export interface StemPool {
  /** Put down, with its first place in the list. */
  put(stems: Uint32Array): number;
  /** Until the next is put down. */
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
