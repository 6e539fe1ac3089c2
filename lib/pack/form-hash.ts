/**
 * Hashes of surface forms, from the two hashes of their words: `slot` finds the bucket, `fingerprint` is what is
 * stored of the form. They are independent, so that a wrong hit needs about 2⁻³² of luck for each of the four or so
 * forms of a bucket: less than one in 10⁸ look-ups.
 */
const SLOT_STEP = 0xcc9e2d51 | 0;
const CHECK_STEP = 0x1b873593 | 0;

/** Runs on with one more word; begin with 0. */
export const joinSlot = (before: number, wordHash: number): number =>
  Math.imul(((before << 13) | (before >>> 19)) ^ wordHash, SLOT_STEP);
export const joinCheck = (before: number, wordCheck: number): number =>
  Math.imul(((before << 11) | (before >>> 21)) ^ wordCheck, CHECK_STEP);

/** Spreads every bit over all. */
export function finish(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x7feb352d);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0x846ca68b | 0);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** Bucket of a finished slot hash: any number of buckets, no waste by powers of two. */
export const bucketOf = (finished: number, bucketCount: number): number =>
  Math.floor((finished / 0x1_0000_0000) * bucketCount);

/**
 * Bit of a first word in a filter of 2^(32-shift) bits: even for a small first letter, the odd one after it for a
 * capital; the case rules of a form decide which of them it sets.
 */
export const firstWordBit = (wordHash: number, capital: boolean, shift: number): number =>
  ((Math.imul(wordHash, CHECK_STEP) >>> shift) & ~1) | (capital ? 1 : 0);

/** Key of "some form goes on after these words" in the prefix filter. */
export const goesOn = (slot: number): number => finish(slot ^ 0x5bd1e995);

/** Two bits of a 32-bit lane for a finished prefix hash; the lane is chosen by its upper bits, as buckets are. */
export const laneBits = (finished: number): number => (1 << (finished & 31)) | (1 << ((finished >>> 5) & 31));
