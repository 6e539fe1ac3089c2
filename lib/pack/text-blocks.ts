import { inflateSync, strFromU8 } from 'fflate';
import { BLOCK, BLOCK_FIELDS, BLOCK_LIMIT, TEXT, TEXT_FIELDS } from './layout';
import { damaged, numberAt, type Views } from './sections';

/** Inflated blocks kept, about 32 kB each: the entities of one story lie in a handful. */
const KEPT_BLOCKS = 8;

export interface StoredText {
  readonly text: string;
  /** Number of its source. */
  readonly source: number;
}

/** Reads background texts, inflating a block when one of its texts is first asked for. */
export function openTexts({ texts, blocks, blockBytes }: Views): (index: number) => StoredText {
  const kept = new Map<number, Uint8Array>();

  const inflated = (block: number): Uint8Array => {
    const field = (name: keyof typeof BLOCK): number => numberAt(blocks, block * BLOCK_FIELDS + BLOCK[name]);
    const known = kept.get(block);
    kept.delete(block);
    const raw = known ?? inflate(blockBytes, field('offset'), field('length'), field('rawLength'));
    kept.set(block, raw);
    if (kept.size > KEPT_BLOCKS) kept.delete(kept.keys().next().value as number);
    return raw;
  };

  return (index) => {
    const field = (name: keyof typeof TEXT): number => numberAt(texts, index * TEXT_FIELDS + TEXT[name]);
    const raw = inflated(field('block'));
    const end = field('offset') + field('length');
    if (end > raw.length) throw damaged(`text ${index}`);
    return { text: decodeUtf8(raw.subarray(field('offset'), end)), source: field('source') };
  };
}

function inflate(bytes: Uint8Array, offset: number, length: number, rawLength: number): Uint8Array {
  if (offset + length > bytes.length || rawLength > BLOCK_LIMIT) throw damaged('block of texts');
  let raw: Uint8Array;
  try {
    // With `out` given, fflate never writes more than that: a hostile block cannot fill the memory.
    raw = inflateSync(bytes.subarray(offset, offset + length), { out: new Uint8Array(rawLength) });
  } catch (error) {
    throw damaged(`block of texts: ${String(error)}`);
  }
  if (raw.length !== rawLength) throw damaged('length of a block of texts');
  return raw;
}

export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return strFromU8(bytes);
  } catch (error) {
    throw damaged(`text: ${String(error)}`);
  }
}
