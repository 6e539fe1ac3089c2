/** Packs background texts into deflated blocks, neighbours by key together, each text whole in one block. */
import { deflateSync, strToU8 } from 'fflate';
import { BLOCK_LIMIT, BLOCK_TARGET } from './layout';
import { PackError } from './pack-error';
import { type SectionData, u32List } from './section-builder';

export interface TextWriter {
  /** Number of the text. */
  put(text: string, source: number): number;
  done(): Record<'texts' | 'blocks' | 'blockBytes', SectionData>;
}

export function textWriter(): TextWriter {
  const texts = u32List();
  const blocks = u32List();
  const packed: Uint8Array[] = [];
  let open: Uint8Array[] = [];
  let openLength = 0;
  let packedLength = 0;
  let count = 0;
  let blockCount = 0;

  const close = (): void => {
    if (openLength === 0) return;
    const raw = concatenate(open, openLength);
    const deflated = deflateSync(raw, { level: 9 });
    blocks.push(packedLength, deflated.length, raw.length);
    packed.push(deflated);
    packedLength += deflated.length;
    blockCount++;
    open = [];
    openLength = 0;
  };

  return {
    put(text, source) {
      const bytes = strToU8(text);
      if (bytes.length > BLOCK_LIMIT) throw new PackError('invalid-source', `a background of ${bytes.length} bytes`);
      if (openLength > 0 && openLength + bytes.length > BLOCK_TARGET) close();
      texts.push(blockCount, openLength, bytes.length, source);
      open.push(bytes);
      openLength += bytes.length;
      return count++;
    },
    done() {
      close();
      return { texts: texts.done(), blocks: blocks.done(), blockBytes: concatenate(packed, packedLength) };
    },
  };
}

function concatenate(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
