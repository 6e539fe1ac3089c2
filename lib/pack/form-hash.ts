/**
 * Hashes of surface forms, from the two hashes of their words: `slot` finds the block, `fingerprint` is what is
 * stored of the form. They are independent, so that a wrong hit needs 2⁻³⁰ of luck for each of the eleven or so forms
 * of a block: one in 10⁸ look-ups, and only words that the filters let through are looked up.
 */
// The odd factors stand in the functions as literals: bundlers turn constants of a module into variables, whose loads
// the engine cannot leave out of the detector's inner loops (a third of its time).

/** Runs on with one more word; begin with 0. */
export const joinSlot = (before: number, wordHash: number): number =>
  Math.imul(((before << 13) | (before >>> 19)) ^ wordHash, 0xcc9e2d51);
export const joinCheck = (before: number, wordCheck: number): number =>
  Math.imul(((before << 11) | (before >>> 21)) ^ wordCheck, 0x1b873593);

/** Spreads every bit over all. Signed, as all hashes here: an unsigned one would be boxed between functions. */
export function finish(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x7feb352d);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0x846ca68b | 0);
  return mixed ^ (mixed >>> 16);
}

/** Spreads finished hashes evenly over `count` places: any number of them, no waste by powers of two. */
export const placeOf = (finished: number, count: number): number =>
  Math.floor(((finished >>> 0) / 0x1_0000_0000) * count);

/**
 * Slot of a word in the word filter, four bits each: may a form begin with it when it is written without a capital,
 * and with one; is there a form of this word alone; may it be the second word of a form?
 * The upper bits of a word hash are mixed well enough (see `WORD_STEP`).
 */
export const wordSlot = (wordHash: number, shift: number): number => wordHash >>> shift;
export const WORD_BEGINS = 1;
export const WORD_BEGINS_CAPITAL = 2;
export const WORD_ALONE = 4;
export const WORD_SECOND = 8;

/** Key of "some form goes on after these words" in the prefix filter. */
export const goesOn = (slot: number): number => finish(slot ^ 0x5bd1e995);

/** Two bits of a 32-bit lane for a finished prefix hash; the lane is chosen by its upper bits, as blocks are. */
export const laneBits = (finished: number): number => (1 << (finished & 31)) | (1 << ((finished >>> 5) & 31));
