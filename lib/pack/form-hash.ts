/**
 * Hashes of surface forms, computed from the two hashes of their words: `slot` selects the block, `fingerprint` is what
 * is stored. They are independent, so a false hit has a chance of 2⁻³⁰ for each of the eleven or so forms in a block:
 * one in 10⁸ look-ups, and only words that pass the filters are looked up.
 */
// The odd factors are literals in the functions: bundlers turn module constants into variables, which the engine would
// reload in the detector's inner loops (a third of its time).

/** Adds one more word; start with 0. */
export const joinSlot = (before: number, wordHash: number): number =>
  Math.imul(((before << 13) | (before >>> 19)) ^ wordHash, 0xcc9e2d51);
export const joinCheck = (before: number, wordCheck: number): number =>
  Math.imul(((before << 11) | (before >>> 21)) ^ wordCheck, 0x1b873593);

/** Spreads every bit over all others. Signed like all hashes here: an unsigned one would be boxed between functions. */
export function finish(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x7feb352d);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0x846ca68b | 0);
  return mixed ^ (mixed >>> 16);
}

/** Spreads finished hashes evenly over `count` places, for any count, not only powers of two. */
export const slotOf = (finished: number, count: number): number =>
  Math.floor(((finished >>> 0) / 0x1_0000_0000) * count);

/**
 * A word's slot in the word filter, four bits each: may a form begin with it in lower case; with a capital; is there a
 * form of this word alone; may it be a form's second word? The upper bits of a word hash are mixed well enough (see
 * `WORD_STEP`).
 */
export const wordSlot = (wordHash: number, shift: number): number => wordHash >>> shift;
export const WORD_BEGINS = 1;
export const WORD_BEGINS_CAPITAL = 2;
export const WORD_ALONE = 4;
export const WORD_SECOND = 8;

/** The prefix filter's key for "some form continues after these words". */
export const continuationKey = (slot: number): number => finish(slot ^ 0x5bd1e995);

/** Two bits in a 32-bit lane for a finished prefix hash; its upper bits choose the lane, like a block. */
export const laneBits = (finished: number): number => (1 << (finished & 31)) | (1 << ((finished >>> 5) & 31));
