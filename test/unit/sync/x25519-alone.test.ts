import { x25519 as whole } from '@noble/curves/ed25519.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { x25519 } from '../../../lib/sync/vault/x25519-alone';

describe('the curve that replaces age’s own library', () => {
  it('multiplies as in the example of RFC 7748, section 5.2', () => {
    const scalar = hexToBytes('a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4');
    const u = hexToBytes('e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c');
    expect(bytesToHex(x25519.scalarMult(scalar, u))).toBe(
      'c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552',
    );
  });

  it('gives the same result for any key as the full library', () => {
    const key = fc.uint8Array({ minLength: 32, maxLength: 32 });
    fc.assert(
      fc.property(key, key, (one, other) => {
        const their = x25519.scalarMultBase(other);
        expect(their).toEqual(whole.scalarMultBase(other));
        expect(x25519.scalarMult(one, their)).toEqual(whole.scalarMult(one, their));
      }),
      { numRuns: 50 },
    );
  });

  it('refuses a point that would reveal every secret', () => {
    const key = new Uint8Array(32).fill(7);
    for (const u of [new Uint8Array(32), Uint8Array.of(1, ...new Uint8Array(31))])
      expect(() => x25519.scalarMult(key, u)).toThrow();
  });

  it('leaves the key that it is given unchanged', () => {
    const key = new Uint8Array(32).fill(255);
    x25519.scalarMultBase(key);
    expect(key).toEqual(new Uint8Array(32).fill(255));
  });
});
