/**
 * Replaces the age library's curve in the build (`@noble/curves/ed25519.js`): age needs only X25519, and only where the
 * browser lacks it. Left out is the route over Edwards points, which halves the time per public key once its tables
 * exist; building them takes longer than all keys a worker makes in its life.
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
  adjustScalarBytes(bytes: Uint8Array) {
    const [first = 0] = bytes;
    const last = bytes[31] ?? 0;
    bytes[0] = first & 0xf8;
    bytes[31] = (last & 0x7f) | 0x40;
    return bytes;
  },
});
