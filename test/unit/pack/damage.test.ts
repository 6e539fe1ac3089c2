import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openPack, type Pack, PackError, verifyPack, writePack } from '../../../lib/pack';
import { HEADER, HEADER_LENGTH, SECTION_ENTRY_LENGTH } from '../../../lib/pack/layout';
import { smallSource } from './small-source';

const bytes = writePack(smallSource);
const text =
  "The U.S. left the 2015 nuclear deal; the Times' man in Iran met al-Muhandis of Kata'ib Hizbullah and the militia.";

function readAll(pack: Pack): void {
  for (const hit of pack.detect(text)) pack.candidates(hit.form);
  for (let form = 0; form < 200; form++) pack.candidates(form);
  pack.similar('Mohandes');
  pack.row('iran');
  for (let row = 0; row < Math.min(pack.info.entityCount, 100); row++) {
    pack.entity(row);
    pack.facts(row);
    pack.relations(row);
    pack.neighbours(row);
    pack.contextStems(row);
    pack.background(row);
    pack.source(row);
  }
}

/** Null when all could be read; any error but a `PackError` fails the test. */
function problemOf(damage: Uint8Array, read = (given: Uint8Array) => readAll(openPack(given))): string | null {
  try {
    read(damage);
    return null;
  } catch (error) {
    if (error instanceof PackError) return error.problem;
    throw error;
  }
}

describe('a damaged pack', () => {
  it('says when it is cut short, wherever that is', () => {
    const view = new DataView(bytes.buffer);
    const boundaries = [0, 1, 7, 8, 12, HEADER_LENGTH - 1, HEADER_LENGTH];
    for (let index = 0; index < view.getUint32(HEADER.sectionCount, true); index++) {
      const entry = HEADER_LENGTH + index * SECTION_ENTRY_LENGTH;
      const offset = view.getUint32(entry + 4, true);
      const end = offset + view.getUint32(entry + 8, true);
      boundaries.push(entry, offset - 1, offset, offset + 1, end - 1);
    }
    for (const length of boundaries) {
      if (length < bytes.length) expect(problemOf(bytes.slice(0, length)), `${length} bytes`).toBe('truncated');
    }
  });

  it('says when it is no pack or a newer one', () => {
    expect(problemOf(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0, 0, 0]))).toBe('not-a-pack');
    expect(problemOf(new TextEncoder().encode('<!doctype html><title>Not found</title>'))).toBe('not-a-pack');
    const newer = bytes.slice();
    newer[HEADER.version] = 2;
    expect(problemOf(newer)).toBe('newer');
  });

  it('opens at any alignment', () => {
    for (let shift = 0; shift < 9; shift++) {
      const larger = new Uint8Array(bytes.length + shift);
      larger.set(bytes, shift);
      expect(problemOf(larger.subarray(shift))).toBeNull();
    }
    expect(openPack(bytes.slice().buffer).info.name).toBe('Small world');
    const buffer = Buffer.from(bytes);
    expect(problemOf(buffer)).toBeNull();
    expect(buffer.equals(bytes)).toBe(true);
    expect(problemOf(Uint8Array.from([...bytes, 0]))).toBe('damaged');
  });

  it('is found by its checksums wherever a byte is wrong', () => {
    const used = new Uint8Array(bytes.length);
    const view = new DataView(bytes.buffer);
    const count = view.getUint32(HEADER.sectionCount, true);
    used.fill(1, 0, HEADER_LENGTH + count * SECTION_ENTRY_LENGTH);
    for (let index = 0; index < count; index++) {
      const entry = HEADER_LENGTH + index * SECTION_ENTRY_LENGTH;
      const offset = view.getUint32(entry + 4, true);
      used.fill(1, offset, offset + view.getUint32(entry + 8, true));
    }
    for (let at = 0; at < bytes.length; at += at < 512 ? 1 : 7) {
      if (!used[at]) continue;
      const wrong = bytes.slice();
      wrong[at]! ^= 1 << (at & 7);
      expect(problemOf(wrong, verifyPack), `byte ${at}`).not.toBeNull();
    }
  });

  it('answers or throws a PackError, soon, whatever bytes are wrong', () => {
    const change = fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 255 }));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 40 }), (changes) => {
        const wrong = bytes.slice();
        for (const [at, value] of changes) wrong[at] = value;
        wrong.set(bytes.subarray(0, 512)); // behind an honest header, which alone is checked at opening
        problemOf(wrong);
      }),
      { numRuns: 3000 },
    );
  });

  it('survives every 32-bit number of its sections being the largest', () => {
    for (let at = 512; at + 4 <= bytes.length; at += 4) {
      const wrong = bytes.slice();
      wrong.fill(255, at, at + 4);
      problemOf(wrong);
    }
  });
});
