import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** 128 bits: no two contents in a reader's life collide by chance. */
const DIGEST_BYTES = 16;

/** Hex of a hash over a value's JSON. Only arrays, or objects whose keys always come in the same order. */
export function digestOf(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(value))).subarray(0, DIGEST_BYTES));
}
