import { crc32 as zlibCrc } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc32, fromBase64, toBase64 } from '../../../lib/bytes';

describe('base64', () => {
  it('is compatible with other programs', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
        expect(fromBase64(toBase64(bytes))).toEqual(new Uint8Array(bytes));
      }),
    );
  });

  it('encodes more bytes than one call may have arguments', () => {
    const bytes = Uint8Array.from({ length: 200_000 }, (_, at) => at % 251);
    expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
    expect(fromBase64(toBase64(bytes))).toEqual(bytes);
  });

  it('throws for any other text', () => {
    expect(() => fromBase64('no base64!')).toThrow();
    expect(() => fromBase64('A')).toThrow();
  });
});

it('computes the CRC-32 of zip, whatever the length', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      expect(crc32(bytes)).toBe(zlibCrc(bytes));
    }),
  );
});
