/** Packs cards into deflated blocks, neighbours by key together, each card whole in one block. */
import { deflateSync } from 'fflate';
import { crc32 } from './crc32';
import { createDatePacker } from './date-packer';
import { CARD_BLOCK_LIMIT, CARD_BLOCK_TARGET, FACT_ENDS, SAME } from './layout';
import { FACT_KIND_NUMBERS } from './numbers';
import { PackError } from './pack-error';
import { createRecordWriter } from './record-writer';
import { type SectionData, u32List } from './section-builder';
import type { BackgroundRow, EntityRow, FactRow } from './source';
import { sourceWriter } from './write-sources';

export interface Tie {
  readonly other: number;
  readonly text: string;
  readonly start: string | null;
  readonly end: string | null;
  readonly source: EntityRow['source'];
}

export interface CardRow {
  readonly entity: EntityRow;
  readonly also: readonly string[];
  readonly facts: readonly FactRow[];
  readonly ties: readonly Tie[];
  readonly background: BackgroundRow | undefined;
}

export interface CardWriter {
  /** Rows come in their order. */
  put(row: CardRow): void;
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
  const close = (): void => {
    if (block.length === 0) return;
    const raw = block.take();
    const deflated = deflateSync(raw);
    blocks.push(packedLength, firstRow, raw.length, crc32(deflated));
    packed.push(deflated);
    packedLength += deflated.length;
    firstRow = row;
  };

  return {
    put({ entity, also, facts, ties, background }) {
      card.text(entity.qualifier);
      card.number(also.length);
      for (const name of also) card.text(name);
      card.number(entity.wikipedia === null ? 0 : entity.wikipedia === entity.name ? SAME : 2);
      if (entity.wikipedia !== null && entity.wikipedia !== entity.name) card.text(entity.wikipedia);
      const { wikidata, key } = entity;
      card.number(wikidata === null ? 0 : wikidata.toLowerCase() === key ? SAME : Number(wikidata.slice(1)) + 1);
      card.number(sources.put(entity.source));
      card.number(facts.length);
      for (const fact of facts) {
        card.number(FACT_KIND_NUMBERS[fact.kind] | (fact.ends ? FACT_ENDS : 0));
        card.text(fact.text);
        dates(fact.start, fact.end);
        card.number(sources.put(fact.source));
      }
      card.number(ties.length);
      for (const tie of ties) {
        card.number(tie.other);
        card.text(tie.text);
        dates(tie.start, tie.end);
        card.number(sources.put(tie.source));
      }
      card.number(background ? 1 : 0);
      if (background) {
        card.text(background.text);
        card.number(sources.put(background.source));
      }
      const bytes = card.take();
      if (bytes.length + 5 > CARD_BLOCK_LIMIT) {
        throw new PackError('invalid-source', `${entity.key}: a card of ${bytes.length} bytes`);
      }
      if (block.length > 0 && block.length + bytes.length > CARD_BLOCK_TARGET) close();
      block.number(bytes.length);
      block.bytes(bytes);
      row++;
    },
    done() {
      close();
      blocks.push(packedLength, row, 0, 0);
      return { sections: { cardBlocks: blocks.done(), ...sources.done() }, cards: packed };
    },
  };
}
