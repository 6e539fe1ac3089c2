/** Packs cards into deflated blocks, in key order, each card whole in one block. */
import { deflateSync } from 'fflate';
import { crc32 } from '../bytes';
import { propertyOf } from '../facts';
import { createDatePacker } from './date-packer';
import type { Side } from './fact-sides';
import {
  CARD_BLOCK_LIMIT,
  CARD_BLOCK_TARGET,
  COORDINATE_UNIT,
  FACT_FLAGS,
  FACT_TOLD,
  FACT_WORDS,
  SAME,
} from './layout';
import { PROPERTY_NUMBERS } from './numbers';
import { PackError } from './pack-error';
import { createRecordWriter } from './record-writer';
import { type SectionData, u32List } from './section-builder';
import type { BackgroundRow, EntityRow } from './source';
import { sourceWriter } from './write-sources';

/** Deflate level: higher ones make cards no smaller and take longer. */
const LEVEL = 4;

export interface CardRow {
  readonly entity: EntityRow;
  readonly also: readonly string[];
  readonly sides: readonly Side[];
  readonly background: BackgroundRow | undefined;
}

export interface CardWriter {
  /** Rows come in order. */
  put(row: CardRow): void;
  /** After all cards: appends a block of something else and returns its number. */
  append(raw: Uint8Array, as: 'deflated' | 'stored'): number;
  done(): {
    readonly sections: Record<'cardBlocks' | 'sourceOffsets' | 'sources', SectionData>;
    readonly cards: readonly Uint8Array[];
  };
}

export function cardWriter(): CardWriter {
  const sources = sourceWriter();
  const blocks = u32List();
  const packed: Uint8Array[] = [];
  const packDate = createDatePacker();
  const block = createRecordWriter();
  const card = createRecordWriter();
  let packedLength = 0;
  let firstRow = 0;
  let row = 0;

  const dates = (start: string | null, end: string | null): void => {
    card.number(start === null ? 0 : (packDate(start) ?? 0));
    card.number(end === null ? 0 : end === start ? SAME : (packDate(end) ?? 0));
  };
  /** In the order of CARD_BLOCK. */
  const entry = (...fields: [offset: number, firstRow: number, rawLength: number, checksum: number]): void => {
    for (const field of fields) blocks.push(field);
  };
  const add = (bytes: Uint8Array, rawLength: number): void => {
    entry(packedLength, firstRow, rawLength, crc32(bytes));
    packed.push(bytes);
    packedLength += bytes.length;
    firstRow = row;
  };
  const close = (): void => {
    if (block.length === 0) return;
    const raw = block.take();
    add(deflateSync(raw, { level: LEVEL }), raw.length);
  };

  const fact = ({ property, side, other, via, value, words, start, end, source }: Side): void => {
    const flags = (side === 'told' ? FACT_TOLD : 0) | (words === null ? 0 : FACT_WORDS);
    card.number(PROPERTY_NUMBERS[property] * FACT_FLAGS + flags);
    const kind = propertyOf(property).value;
    if (kind === 'entity') {
      card.number(other === null ? 0 : other + 1);
      card.number(via === null ? 0 : via + 1);
    } else if (kind === 'quantity') card.text(typeof value === 'number' ? String(value) : '');
    else if (kind === 'coordinates') {
      const at = typeof value === 'object' && value !== null ? value : { latitude: 0, longitude: 0 };
      card.number(Math.round((at.latitude + 90) * COORDINATE_UNIT));
      card.number(Math.round((at.longitude + 180) * COORDINATE_UNIT));
    }
    if (words !== null) card.text(words);
    dates(start, end);
    card.number(sources.put(source));
  };

  return {
    put({ entity, also, sides, background }) {
      card.text(entity.qualifier);
      card.number(also.length);
      for (const name of also) card.text(name);
      card.number(entity.wikipedia === null ? 0 : entity.wikipedia === entity.name ? SAME : 2);
      if (entity.wikipedia !== null && entity.wikipedia !== entity.name) card.text(entity.wikipedia);
      const { wikidata, key } = entity;
      card.number(wikidata === null ? 0 : wikidata.toLowerCase() === key ? SAME : Number(wikidata.slice(1)) + 1);
      card.number(sources.put(entity.source));
      card.number(sides.length);
      for (const side of sides) fact(side);
      card.number(background ? 1 : 0);
      if (background) {
        card.text(background.text);
        card.number(sources.put(background.source));
      }
      const { length } = card;
      if (length + 5 > CARD_BLOCK_LIMIT) {
        throw new PackError('invalid-source', `${entity.key}: a card of ${length} bytes is too large`);
      }
      if (block.length > 0 && block.length + length > CARD_BLOCK_TARGET) close();
      block.number(length);
      card.moveTo(block);
      row++;
    },
    append(raw, as) {
      close();
      add(as === 'deflated' ? deflateSync(raw, { level: LEVEL }) : raw, raw.length);
      return packed.length - 1;
    },
    done() {
      close();
      entry(packedLength, row, 0, 0);
      return { sections: { cardBlocks: blocks.done(), ...sources.done() }, cards: packed };
    },
  };
}
