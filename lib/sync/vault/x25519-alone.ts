/**
 * Stands in the build for the curve of the age library (`@noble/curves/ed25519.js`), of which age takes X25519 alone, and
 * that only where the browser has none of its own. What is left out is its way over Edwards points: public keys in half of
 * the time once its tables stand, which takes longer than all the keys that a worker makes before it dies.
 */
import { pow } from '@noble/curves/abstract/modular.js';
import { montgomery } from '@noble/curves/abstract/montgomery.js';

/** RFC 7748: the prime that gave the curve its name. */
const P = 2n ** 255n - 19n;

export const x25519 = montgomery({
  P,
  type: 'x25519',
  powPminus2: (x) => pow(x, P - 2n, P),
  // A secret key is a multiple of eight with its highest bit set.
  adjustScalarBytes(bytes) {
    const [first = 0] = bytes;
    const last = bytes[31] ?? 0;
    bytes[0] = first & 0xf8;
    bytes[31] = (last & 0x7f) | 0x40;
    return bytes;
  },
});
