/** Collects the sections of a pack and places them behind the header. */
import { strToU8 } from 'fflate';
import {
  ALIGNMENT,
  CHECK_BLOCK,
  FORMAT_VERSION,
  HEADER,
  HEADER_LENGTH,
  LARGEST_PACK,
  MAGIC,
  SECTION_ENTRY_LENGTH,
  SECTIONS,
  type SectionName,
} from './layout';
import { PackError } from './pack-error';
import { seal } from './seal';

export type SectionData = Uint8Array | Uint32Array;

export interface Heading {
  readonly entityCount: number;
  readonly formCount: number;
  readonly edition: number;
}

/** `cards` follow the scan part, one after another. */
export function joinSections(
  heading: Heading,
  data: Readonly<Record<SectionName, SectionData>>,
  cards: readonly Uint8Array[],
): Uint8Array<ArrayBuffer> {
  const names = (Object.keys(SECTIONS) as SectionName[]).sort((one, other) => SECTIONS[one].id - SECTIONS[other].id);
  const checksAt = HEADER_LENGTH + names.length * SECTION_ENTRY_LENGTH;
  const bodyLength = names.reduce((sum, name) => sum + align(data[name].byteLength), 0);
  const checkCount = Math.ceil(bodyLength / CHECK_BLOCK);
  const headEnd = align(checksAt + checkCount * 4);
  const scanLength = headEnd + bodyLength;
  const length = cards.reduce((sum, card) => sum + card.length, scanLength);
  if (length > LARGEST_PACK) throw new PackError('too-large', `the pack would have ${length} bytes`);

  const pack = new Uint8Array(length);
  const view = new DataView(pack.buffer);
  const header = (field: keyof typeof HEADER, value: number): void => view.setUint32(HEADER[field], value, true);
  pack.set(strToU8(MAGIC), 0);
  header('version', FORMAT_VERSION);
  header('byteLength', length);
  header('scanLength', scanLength);
  header('sectionCount', names.length);
  header('entityCount', heading.entityCount);
  header('formCount', heading.formCount);
  header('edition', heading.edition);
  header('checkCount', checkCount);

  let offset = headEnd;
  names.forEach((name, index) => {
    const section = bytesOf(data[name]);
    pack.set(section, offset);
    const entry = HEADER_LENGTH + index * SECTION_ENTRY_LENGTH;
    [SECTIONS[name].id, offset, section.length].forEach((value, field) => {
      view.setUint32(entry + field * 4, value, true);
    });
    offset += align(section.length);
  });
  for (const card of cards) {
    pack.set(card, offset);
    offset += card.length;
  }
  seal(pack);
  return pack;
}

const align = (offset: number): number => Math.ceil(offset / ALIGNMENT) * ALIGNMENT;

/** Typed arrays use the machine's byte order, which is little-endian in every browser. */
const bytesOf = (data: SectionData): Uint8Array => new Uint8Array(data.buffer, data.byteOffset, data.byteLength);

/** A growing list of 32-bit numbers: boxed numbers for a million rows would take too much memory. */
export interface U32List {
  readonly length: number;
  push(value: number): void;
  at(index: number): number;
  /** A view, valid until the next `push`. */
  range(from: number, to: number): Uint32Array;
  done(): Uint32Array;
}

export function u32List(capacity = 1024): U32List {
  let values = new Uint32Array(capacity);
  let length = 0;
  return {
    get length() {
      return length;
    },
    push(value) {
      if (length === values.length) {
        const larger = new Uint32Array(Math.max(1, values.length * 2));
        larger.set(values);
        values = larger;
      }
      values[length++] = value;
    },
    at: (index) => values[index]!,
    range: (from, to) => values.subarray(from, to),
    done: () => values.slice(0, length),
  };
}
