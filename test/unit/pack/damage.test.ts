import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LARGEST_PACK, type NameIndex, openPack, type Pack, PackError, verifyPack, writePack } from '../../../lib/pack';
import { FORMAT_VERSION, HEADER, HEADER_LENGTH, SECTION_ENTRY_LENGTH, SECTIONS } from '../../../lib/pack/layout';
import { seal } from '../../../lib/pack/seal';
import { entity, fact, form, smallSource } from './small-source';

/** Large enough for several check blocks in every large section and several blocks of cards. */
const NUMBERS = Array.from({ length: 400 }, (_, number) => number);
const name = (number: number) => `Town ${[...String(number)].map((digit) => 'bcdfghjklm'[Number(digit)]).join('a')}`;
const bytes = writePack({
  ...smallSource,
  entities: [
    ...smallSource.entities,
    entity('protector', 'Protector of it', { kind: 'office' }),
    ...NUMBERS.map((number) =>
      entity(`town-${number}`, name(number), { formerly: [`old-town-${number}`, `parish-${number >> 1}`] }),
    ),
  ],
  forms: [...smallSource.forms, ...NUMBERS.map((number) => form(`town-${number}`, `${name(number)} upon the River`))],
  facts: [
    ...smallSource.facts,
    // A fact of every kind of value, and ties among all of them.
    ...NUMBERS.flatMap((number) => [
      fact(`town-${number}`, 'status', {
        words: `Besieged by ${number ** 7} soldiers of ${name((number * 7) % 400)}`,
        start: '2016-01-16',
        end: '2018-05',
      }),
      fact(`town-${number}`, 'population', { value: number ** 3, start: '2020', end: '2020' }),
      fact(`town-${number}`, 'coordinates', { value: { latitude: number / 7 - 30, longitude: number / 3 - 60 } }),
      fact(`town-${number}`, 'ally', { value: `town-${(number * 7 + 1) % 400}`, start: '~2011' }),
    ]),
    fact('protector', 'heads', { value: 'town-99', words: 'protector' }),
    fact('abu-mahdi-al-muhandis', 'office', { value: 'protector', start: '1999-12-31' }),
  ],
});
const sound = openPack(bytes);
const text =
  "The U.S. left the 2015 nuclear deal; the Times' man in Iran met al-Muhandis of Kata'ib Hizbullah and the militia" +
  ` in ${name(7)}, ${name(99)} upon the River and ${name(399)}.`;

type Read = readonly [what: string, read: (pack: Pack) => unknown];

/** Every single question to a pack, each of which has one right answer. */
const READS: readonly Read[] = [
  ['info', (pack) => pack.info],
  ['detect', (pack) => pack.detect(text)],
  ['candidates', (pack) => sound.detect(text).map(({ form: hit }) => pack.candidates(hit))],
  ['similar', (pack) => pack.similar('Mohandes')],
  ['row', (pack) => ['iran', 'town-7', 'who', 'nobody'].map((key) => pack.row(key))],
  ['heirs', (pack) => ['parish-7', 'old-town-399', 'iran', 'nobody'].map((key) => pack.heirs(key))],
  ['sources', (pack) => Array.from({ length: pack.sourceCount }, (_, number) => pack.source(number))],
  ['names', async (pack) => allOf(await pack.names())],
  ...[0, 1, 2, 3, 9, 150, 300, 405, 411].flatMap((row): Read[] => [
    [`key ${row}`, (pack) => pack.key(row)],
    [`written names ${row}`, (pack) => pack.writtenNames(row)],
    [`entity ${row}`, (pack) => pack.entity(row)],
    [`former keys ${row}`, (pack) => pack.formerKeys(row)],
    [`life ${row}`, (pack) => pack.life(row)],
    [`offices ${row}`, (pack) => pack.offices(row)],
    [`neighbours ${row}`, (pack) => pack.neighbours(row)],
    [`stems ${row}`, (pack) => pack.contextStems(row)],
    [`card ${row}`, (pack) => pack.card(row)],
  ]),
];

function allOf(index: NameIndex): unknown {
  const rows = Array.from({ length: index.entityCount }, (_, row) => [
    index.kind(row),
    index.prominence(row),
    index.qualifier(row),
    index.countries(row),
  ]);
  return [index.text, [...index.starts], index.allCountries, rows];
}

const right = new Map<string, string>();
for (const [what, read] of READS) right.set(what, JSON.stringify(await read(sound)));

/** The problem of the opening or of any read; a wrong answer, or an error that is no `PackError`, fails the test. */
async function problemOf(damage: Uint8Array, scanOnly = false): Promise<string | null> {
  let problem: string | null = null;
  const told = (thrown: unknown): void => {
    if (!(thrown instanceof PackError)) throw thrown;
    problem ??= thrown.problem;
  };
  try {
    const behind = damage.slice(sound.scanLength);
    const pack = openPack(damage, scanOnly ? async (from, to) => behind.slice(from, to) : undefined);
    for (const [what, read] of READS) {
      try {
        const answer = JSON.stringify(await read(pack));
        // `expect` costs more than a read: asked where it would fail.
        if (answer !== right.get(what)) expect(answer, what).toBe(right.get(what));
      } catch (thrown) {
        told(thrown);
      }
    }
  } catch (thrown) {
    told(thrown);
  }
  return problem;
}

/** Asks everything of a pack whose checksums are right and whose rows are not. */
async function survives(hostile: Uint8Array): Promise<void> {
  seal(hostile);
  try {
    const pack = openPack(hostile);
    for (const [, read] of READS) {
      try {
        await read(pack);
      } catch (thrown) {
        if (!(thrown instanceof PackError) && !(thrown instanceof RangeError)) throw thrown;
      }
    }
  } catch (thrown) {
    if (!(thrown instanceof PackError)) throw thrown;
  }
}

/** Not by a list of all bytes, which took half the time of the 2,000 damages. */
function joined(one: Uint8Array<ArrayBuffer>, other: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

describe('a damaged pack', () => {
  it('is reported when it is truncated, wherever that is', async () => {
    const view = new DataView(bytes.buffer);
    const cuts = [0, 1, 7, 8, 12, HEADER_LENGTH - 1, HEADER_LENGTH, sound.scanLength, bytes.length - 1];
    for (let index = 0; index < view.getUint32(HEADER.sectionCount, true); index++) {
      const entry = HEADER_LENGTH + index * SECTION_ENTRY_LENGTH;
      const offset = view.getUint32(entry + 4, true);
      cuts.push(entry, offset - 1, offset, offset + 1);
    }
    for (const length of cuts) expect(await problemOf(bytes.slice(0, length)), `${length} bytes`).toBe('truncated');
  });

  it('is reported as invalid, newer, older or too large', async () => {
    expect(await problemOf(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0, 0, 0]))).toBe('not-a-pack');
    expect(await problemOf(new TextEncoder().encode('<!doctype html><title>Not found</title>'))).toBe('not-a-pack');
    const changed = (field: keyof typeof HEADER, value: number) => {
      const copy = bytes.slice();
      new DataView(copy.buffer).setUint32(HEADER[field], value, true);
      return copy;
    };
    expect(await problemOf(changed('version', FORMAT_VERSION + 1))).toBe('newer');
    expect(await problemOf(changed('version', 1))).toBe('older');
    expect(await problemOf(changed('byteLength', LARGEST_PACK + 1))).toBe('too-large');
  });

  it('opens at any byte offset', async () => {
    for (let shift = 0; shift < 9; shift++) {
      const larger = new Uint8Array(bytes.length + shift);
      larger.set(bytes, shift);
      expect(await problemOf(larger.subarray(shift))).toBeNull();
    }
    expect(openPack(bytes.slice().buffer).info.name).toBe('Small world');
    const buffer = Buffer.from(bytes);
    expect(await problemOf(buffer)).toBeNull();
    expect(buffer.equals(bytes)).toBe(true);
    expect(await problemOf(joined(bytes, Uint8Array.of(0)))).toBe('damaged');
  });

  it('is detected by an import, whichever byte is wrong', () => {
    for (let at = 0; at < bytes.length; at += at < 512 ? 1 : 13) {
      const wrong = bytes.slice();
      wrong[at]! ^= 1 << (at & 7);
      expect(() => verifyPack(wrong), `byte ${at}`).toThrow(PackError);
    }
    expect(() => verifyPack(bytes)).not.toThrow();
  });

  it('gives right rows or an error in 2,000 random damages, whole or on demand, never a wrong row', async () => {
    const place = fc.nat(bytes.length - 1);
    const damage = fc.oneof(
      fc.record({ type: fc.constant('flip' as const), at: place, bit: fc.nat(7) }),
      fc.record({
        type: fc.constant('write' as const),
        at: place,
        with: fc.uint8Array({ minLength: 1, maxLength: 64 }),
      }),
      fc.record({ type: fc.constant('zero' as const), at: place, length: fc.integer({ min: 1, max: 9_000 }) }),
      fc.record({
        type: fc.constant('move' as const),
        at: place,
        to: place,
        length: fc.integer({ min: 1, max: 9_000 }),
      }),
      fc.record({ type: fc.constant('cut' as const), at: place }),
      fc.record({ type: fc.constant('grow' as const), with: fc.uint8Array({ minLength: 1, maxLength: 64 }) }),
    );
    let told = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 3 }), fc.boolean(), async (damages, scanOnly) => {
        let wrong = bytes.slice();
        for (const one of damages) {
          if (one.type === 'flip') wrong[one.at]! ^= 1 << one.bit;
          else if (one.type === 'write')
            wrong.set(one.with.subarray(0, Math.max(0, wrong.length - one.at)), Math.min(one.at, wrong.length));
          else if (one.type === 'zero') wrong.fill(0, one.at, one.at + one.length);
          else if (one.type === 'move') wrong.copyWithin(one.to, one.at, one.at + one.length);
          else if (one.type === 'cut') wrong = wrong.slice(0, one.at);
          else wrong = joined(wrong, one.with);
        }
        if ((await problemOf(wrong, scanOnly)) !== null) told++;
      }),
      { numRuns: 2_000 },
    );
    expect(told).toBeGreaterThan(1_000);
  }, 180_000);

  it('with valid checksums over wrong rows gives answers or a PackError, quickly', async () => {
    const change = fc.tuple(
      fc.integer({ min: HEADER_LENGTH, max: bytes.length - 1 }),
      fc.integer({ min: 0, max: 255 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 40 }), async (changes) => {
        const wrong = bytes.slice();
        for (const [at, value] of changes) wrong[at] = value;
        await survives(wrong);
      }),
      { numRuns: 500 },
    );
    for (let at = HEADER_LENGTH; at + 4 <= bytes.length; at += 148) {
      const wrong = bytes.slice();
      wrong.fill(255, at, at + 4);
      await survives(wrong);
    }
  }, 180_000);

  it('with valid checksums leads from no former key to a missing row', () => {
    const read = (value: number) => {
      const wrong = bytes.slice();
      const view = new DataView(wrong.buffer);
      const { id } = SECTIONS.formerEntities;
      for (let index = 0; index < view.getUint32(HEADER.sectionCount, true); index++) {
        const entry = HEADER_LENGTH + index * SECTION_ENTRY_LENGTH;
        if (view.getUint32(entry, true) !== id) continue;
        const [offset, length] = [4, 8].map((at) => view.getUint32(entry + at, true)) as [number, number];
        for (let at = offset; at < offset + length; at += 4) view.setUint32(at, value, true);
      }
      seal(wrong);
      return openPack(wrong);
    };
    const rows = sound.info.entityCount;
    const text = (key: string, pack: Pack) => {
      try {
        return pack.heirs(key);
      } catch (thrown) {
        return thrown instanceof PackError ? thrown.message : thrown;
      }
    };
    expect(text('old-town-7', read(rows))).toBe(`heir of a former key: ${rows}`);
    expect(text('parish-7', read(3))).toBe('heir of a former key: 3');
  });
});
