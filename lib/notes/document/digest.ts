import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** 128 bits: no two contents of a reader's life share them by chance. */
const DIGEST_BYTES = 16;

/** Hex of a hash over a value's JSON. Arrays only, or objects whose keys always come in the same order. */
export function digestOf(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(value))).subarray(0, DIGEST_BYTES));
}
