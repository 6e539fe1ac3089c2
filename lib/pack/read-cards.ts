/** Reads cards from behind the scan part: a block is read, checked and inflated on first use. */

import { inflateSync } from 'fflate';
import { crc32 } from '../bytes';
import { type Fact, type PropertyName, propertyOf, type Value } from '../facts';
import { firstWhere } from '../lists';
import { plainLabel, plainText } from '../text';
import type { PartialDate } from '../time';
import { damaged } from './damaged';
import {
  CARD_BLOCK,
  CARD_BLOCK_FIELDS,
  CARD_BLOCK_LIMIT,
  COORDINATE_UNIT,
  FACT_FLAGS,
  FACT_TOLD,
  FACT_WORDS,
  SAME,
} from './layout';
import { PROPERTY_NUMBERS, wordsByNumber } from './numbers';
import { PackError } from './pack-error';
import { unpackDate } from './packed-date';
import type { Heads } from './read-heads';
import type { Sources } from './read-sources';
import { createRecordReader, type RecordReader } from './record-reader';
import type { Sections } from './sections';
import type { PackCard } from './types';

/** Inflated blocks cached, about 16 kB each: the entities of one story lie in a handful. */
const KEPT_BLOCKS = 8;
const PROPERTY_OF = wordsByNumber(PROPERTY_NUMBERS);

export interface Cards {
  card(row: number): Promise<PackCard>;
  qualifier(row: number): Promise<string>;
  /** Number of blocks, including those that hold no cards. */
  readonly blockCount: number;
  /** A block's bytes as stored. */
  stored(block: number): Promise<Uint8Array>;
  inflated(block: number): Promise<Uint8Array>;
  /** Reads every block and checks its bytes. Blocks must be contiguous, up to `end`. */
  checkBlocks(read: (from: number, to: number) => Uint8Array, end: number): void;
}

export function openCards(
  { cardBlocks }: Sections,
  heads: Heads,
  { at: sourceAt }: Sources,
  read: (from: number, to: number) => Promise<Uint8Array>,
): Cards {
  const count = cardBlocks.length / CARD_BLOCK_FIELDS - 1;
  const field = (block: number, name: keyof typeof CARD_BLOCK): number =>
    cardBlocks.at(block * CARD_BLOCK_FIELDS + CARD_BLOCK[name]);
  const kept = new Map<number, Promise<Uint8Array>>();

  const check = (block: number, bytes: Uint8Array): void => {
    const length = field(block + 1, 'offset') - field(block, 'offset');
    if (bytes.length !== length) throw new PackError('truncated', `block of cards ${block}`);
    if (crc32(bytes) !== field(block, 'checksum')) throw damaged(`checksum of block of cards ${block}`);
  };
  const stored = async (block: number): Promise<Uint8Array> => {
    const [from, to] = [field(block, 'offset'), field(block + 1, 'offset')];
    if (from > to) throw damaged(`block of cards ${block}`);
    const bytes = await read(from, to);
    check(block, bytes);
    return bytes;
  };
  const load = async (block: number): Promise<Uint8Array> => inflate(await stored(block), field(block, 'rawLength'));
  const inflated = (block: number): Promise<Uint8Array> => {
    const known = kept.get(block) ?? load(block);
    kept.delete(block);
    kept.set(block, known);
    if (kept.size > KEPT_BLOCKS) kept.delete(kept.keys().next().value as number);
    // A failed read may succeed next time, for example under memory pressure.
    known.catch(() => kept.get(block) === known && kept.delete(block));
    return known;
  };
  const blockOf = (row: number): number => {
    const block = firstWhere(count, (one) => field(one + 1, 'firstRow') > row);
    if (block >= count || field(block, 'firstRow') > row) throw damaged(`no block of cards has row ${row}`);
    return block;
  };

  const keyOf = (record: RecordReader): string | null => {
    const row = record.number() - 1;
    if (row >= heads.count) throw damaged(`value in row ${row}`);
    return row < 0 ? null : heads.key(row);
  };
  const readValue = (property: PropertyName, record: RecordReader): Value => {
    switch (propertyOf(property).value) {
      case 'entity': {
        const [key, via] = [keyOf(record), keyOf(record)];
        return key === null ? null : { type: 'entity', key, via };
      }
      case 'quantity': {
        const digits = record.text();
        if (digits !== '' && !/^\d+(?:\.\d+)?(?:e\+\d+)?$/.test(digits)) throw damaged(`number "${digits}"`);
        return digits === '' ? null : { type: 'quantity', amount: Number(digits) };
      }
      case 'coordinates': {
        const latitude = record.number() / COORDINATE_UNIT - 90;
        const longitude = record.number() / COORDINATE_UNIT - 180;
        if (latitude > 90 || longitude > 180) throw damaged(`place ${latitude}, ${longitude}`);
        return { type: 'coordinates', at: { latitude: rounded(latitude), longitude: rounded(longitude) } };
      }
      default:
        return null;
    }
  };
  const factOf = (record: RecordReader): Fact => {
    const number = record.number();
    const property = PROPERTY_OF.get(Math.floor(number / FACT_FLAGS));
    // What follows has a layout unknown to this reader.
    if (property === undefined) throw new PackError('newer', `unknown property of fact ${number}`);
    const side = (number & FACT_TOLD) === 0 ? 'own' : 'told';
    const value = readValue(property, record);
    const words = (number & FACT_WORDS) === 0 ? null : plainLabel(record.text());
    if (value === null && words === null && propertyOf(property).value !== 'none') throw damaged(`fact of ${property}`);
    const [start, end] = datesOf(record);
    return { property, side, value, words, start, end, source: sourceAt(record.number()) };
  };

  async function recordOf(row: number): Promise<RecordReader> {
    const block = blockOf(row);
    const all = createRecordReader(await inflated(block));
    for (let before = field(block, 'firstRow'); before < row; before++) all.skipText();
    return createRecordReader(all.raw());
  }

  return {
    blockCount: count,
    stored,
    inflated,
    async card(row) {
      const head = heads.entity(row);
      const record = await recordOf(row);
      const qualifier = plainLabel(record.text());
      const also = listOf(record, () => plainLabel(record.text()));
      const title = record.number();
      const wikipedia = title === 0 ? null : title === SAME ? head.name : record.text();
      const wikidata = wikidataOf(record.number(), head.key);
      const source = sourceAt(record.number());
      const facts = listOf(record, () => factOf(record));
      const background =
        record.number() === 0 ? null : { text: plainText(record.text()), source: sourceAt(record.number()) };
      if (!record.isDone) throw damaged(`card ${row}`);
      const entity = { ...head, qualifier, also, wikipedia, wikidata };
      return { entity, facts, background, source };
    },
    qualifier: async (row) => plainLabel((await recordOf(row)).text()),
    checkBlocks(readNow, end) {
      if (field(0, 'offset') !== 0 || field(count, 'offset') !== end) throw damaged('blocks of cards');
      for (let block = 0; block < count; block++) {
        const [from, to] = [field(block, 'offset'), field(block + 1, 'offset')];
        if (from > to) throw damaged(`block of cards ${block}`);
        check(block, readNow(from, to));
      }
    },
  };
}

/** Each item takes at least a byte, so a wrong length soon ends in an error. */
function listOf<T>(record: RecordReader, read: () => T): T[] {
  const items: T[] = [];
  for (let rest = record.number(); rest > 0; rest--) items.push(read());
  return items;
}

/** Removes floating-point noise. */
const rounded = (degrees: number): number => Math.round(degrees * COORDINATE_UNIT) / COORDINATE_UNIT;

const wikidataOf = (number: number, key: string): string | null =>
  number === 0 ? null : number === SAME ? key.toUpperCase() : `Q${number - 1}`;

function datesOf(record: RecordReader): readonly [start: PartialDate | null, end: PartialDate | null] {
  const start = dateOf(record.number());
  const end = record.number();
  return [start, end === SAME ? start : dateOf(end)];
}

function dateOf(packed: number): PartialDate | null {
  const date = unpackDate(packed);
  if (date === undefined) throw damaged('date of a card');
  return date;
}

function inflate(bytes: Uint8Array, rawLength: number): Uint8Array {
  if (rawLength > CARD_BLOCK_LIMIT) throw damaged('length of a block of cards');
  let raw: Uint8Array;
  try {
    // With `out` given, fflate writes no more than that, so a hostile block cannot fill the memory.
    raw = inflateSync(bytes, { out: new Uint8Array(rawLength) });
  } catch (error) {
    throw damaged(`block of cards: ${String(error)}`);
  }
  if (raw.length !== rawLength) throw damaged('length of a block of cards');
  return raw;
}
