/** Names, segments and the plan of joining: what a file is called, what it says, when it goes into another. */
import { gzipSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { composeName, hashOf, parseName } from '../../../lib/sync/device-files/names';
import { FEWEST_TO_JOIN, type Joinable, planJoining } from '../../../lib/sync/device-files/plan-joining';
import { decodeSegment, encodeSegment, type Segment } from '../../../lib/sync/device-files/segment';
import { SyncError } from '../../../lib/sync/sync-error';

const DEVICE = '0123456789abcdef';
const segment: Segment = {
  device: DEVICE,
  name: 'Laptop',
  seq: 7,
  at: 1_790_000_000_000,
  count: 2,
  digest: 'ab'.repeat(16),
  unreadable: ['fedcba9876543210-s1-0123456789abcdef.dat'],
  replaces: ['0123456789abcdef-s6-0123456789abcdef.dat'],
  docs: [
    { doc: 'note:Q1', update: Uint8Array.from({ length: 300 }, (_, i) => i & 255) },
    { doc: 'settings', update: new Uint8Array() },
  ],
};

describe('a file name', () => {
  it('tells who wrote the file and whether it is complete', () => {
    const cargo = strToU8('some cargo');
    const name = composeName(DEVICE, 'segment', 1295, cargo, 'sealed');
    expect(name).toBe(`${DEVICE}-szz-${hashOf(cargo)}.age`);
    expect(parseName(name)).toEqual({
      name,
      device: DEVICE,
      kind: 'segment',
      seq: 1295,
      hash: hashOf(cargo),
      protection: 'sealed',
    });
    expect(parseName(composeName(DEVICE, 'keyring', 1, cargo, 'sealed'))?.kind).toBe('keyring');
  });

  it.each([
    '',
    'notes.txt',
    `${DEVICE}-s1-${DEVICE}.dat.part`,
    `${DEVICE}-s1-${DEVICE} (2).dat`,
    `${DEVICE}-S1-${DEVICE}.dat`,
  ])('is not read from %j', (name) => expect(parseName(name)).toBeNull());

  it.each([`${DEVICE}-z1-${DEVICE}.dat`, `${DEVICE}-s1-${DEVICE}.zst`])('of a later kind stops the run: %s', (name) => {
    expect(() => parseName(name)).toThrow('newer');
  });
});

describe('a segment', () => {
  it('decodes to what was encoded', () => {
    expect(decodeSegment(encodeSegment(segment))).toEqual(segment);
  });

  it.each([1e300, -1, 8.64e15 + 1])('with a clock that says %d is read all the same', (at) => {
    expect(decodeSegment(encodeSegment({ ...segment, at }))).toEqual({ ...segment, at: 0 });
  });

  it('has the same bytes for the same content', () => {
    expect(encodeSegment(segment)).toEqual(encodeSegment({ ...segment }));
  });

  it('is reported as damaged when cut off, unless it is still identical', () => {
    const packed = encodeSegment(segment);
    // Deflate ends in zeros, which an unpacker also finds behind the end: the last bytes may be missed by nobody.
    const missed = 12;
    for (let length = 0; length < packed.length - missed; length++) {
      expect(() => decodeSegment(packed.subarray(0, length)), `${length}`).toThrow('damaged');
    }
    for (let length = packed.length - missed; length < packed.length; length++) {
      expect([segment, 'damaged']).toContainEqual(decodedOrWhy(packed.subarray(0, length)));
    }
  });

  const odd: readonly [string, unknown][] = [
    ['no object', 5],
    ['another program', { schema: 1, app: 'other' }],
    ['no fields', { schema: 1, app: 'backstory' }],
    ['a document of no kind', { ...json(), docs: [{ id: 'else:Q1', update: '' }] }],
    ['an update that is no base64', { ...json(), docs: [{ id: 'note:Q1', update: '§' }] }],
    ['a negative count', { ...json(), count: -1 }],
  ];
  it.each(odd)('is reported as damaged when it holds %s', (_, value) => {
    expect(() => decodeSegment(gzipSync(strToU8(JSON.stringify(value))))).toThrow('damaged');
  });

  it('of a newer schema is reported as newer, whatever else it holds', () => {
    expect(() => decodeSegment(gzipSync(strToU8(JSON.stringify({ schema: 2, app: 'backstory' }))))).toThrow('newer');
  });

  it('names no more replaced files than the limit, so that other devices can read it', () => {
    const names = Array.from({ length: 5000 }, (_, n) => `file ${n}`);
    const read = decodeSegment(encodeSegment({ ...segment, unreadable: names, replaces: names }));
    expect([read.unreadable, read.replaces]).toEqual([names.slice(0, 1000), names.slice(0, 1000)]);
  });

  it('is unpacked only up to a limit', () => {
    expect(() => decodeSegment(gzipSync(new Uint8Array(2_000_000)), 1_000_000)).toThrow('too large');
  });

  function json() {
    return { ...segment, schema: 1, app: 'backstory', docs: [] };
  }
});

describe('joining files', () => {
  const MOST = 1_000_000;
  let made = 0;
  const file = (bytes: number, docs: readonly string[] = [`d${made}`]): Joinable => ({
    name: `f${made++}`,
    bytes,
    docs,
  });

  it('waits until there are enough small files', () => {
    const files = Array.from({ length: FEWEST_TO_JOIN }, () => file(100));
    expect(planJoining(files.slice(1), MOST)).toEqual([]);
    expect(planJoining(files, MOST)).toEqual(files);
  });

  it('leaves a large file alone until the small ones together are half as large', () => {
    const small = Array.from({ length: FEWEST_TO_JOIN }, () => file(100));
    const large = file(10_000);
    expect(planJoining([large, ...small], MOST)).toEqual(small);
    const half = file(2 * FEWEST_TO_JOIN * 100);
    expect(planJoining([half, ...small], MOST)).toEqual([half, ...small]);
  });

  it('does not rewrite full files for nothing', () => {
    const full = Array.from({ length: 10 }, () => file(MOST));
    expect(planJoining(full, MOST)).toEqual([]);
    const again = Array.from({ length: 10 }, () => file(MOST, ['same', 'documents']));
    expect(planJoining(again, MOST)).toEqual(again);
  });

  it('still joins small files behind full ones', () => {
    const full = Array.from({ length: 10 }, () => file(MOST));
    const small = Array.from({ length: FEWEST_TO_JOIN }, () => file(MOST / 8));
    expect(planJoining([...full, ...small], MOST)).toEqual(small);
  });

  it('keeps the number of files about logarithmic in edits, and writes each byte about as often', () => {
    let files: Joinable[] = [];
    let written = 0;
    let most = 0;
    for (let edit = 0; edit < 1000; edit++) {
      files.push(file(400, [`doc ${edit}`]));
      written += 400;
      const joined = planJoining(files, MOST);
      if (joined.length > 0) {
        const whole = file(
          joined.reduce((sum, { bytes }) => sum + bytes, 0),
          joined.flatMap(({ docs }) => docs),
        );
        written += whole.bytes;
        files = [...files.filter((each) => !joined.includes(each)), whole];
      }
      most = Math.max(most, files.length);
    }
    console.log(`1,000 edits of 400 bytes: ${most} files at most, ${(written / 400_000).toFixed(1)} × written`);
    expect(most).toBeLessThan(5 * Math.log2(1000));
    expect(written).toBeLessThan(8 * 400_000);
  });
});

function decodedOrWhy(packed: Uint8Array): unknown {
  try {
    return decodeSegment(packed);
  } catch (error) {
    return error instanceof SyncError ? error.code : error;
  }
}
