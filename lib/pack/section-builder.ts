/** Collects the sections of a pack and lays them out behind the header. */
import { strToU8 } from 'fflate';
import { crc32 } from './crc32';
import {
  ALIGNMENT,
  FORMAT_VERSION,
  HEADER,
  HEADER_LENGTH,
  MAGIC,
  SECTION_ENTRY_LENGTH,
  SECTIONS,
  type SectionName,
} from './layout';
import { PackError } from './pack-error';

/** Offsets are unsigned 32-bit numbers. */
const LONGEST_PACK = 0xffff_ffff;

export type SectionData = Uint8Array | Uint32Array;

export interface Heading {
  readonly entityCount: number;
  readonly formCount: number;
  readonly edition: number;
  readonly name: number;
}

export function joinSections(heading: Heading, data: Readonly<Record<SectionName, SectionData>>): Uint8Array {
  const names = (Object.keys(SECTIONS) as SectionName[]).sort((one, other) => SECTIONS[one].id - SECTIONS[other].id);
  const headerEnd = HEADER_LENGTH + names.length * SECTION_ENTRY_LENGTH;
  let length = align(headerEnd);
  for (const name of names) length = align(length + data[name].byteLength);
  if (length > LONGEST_PACK) throw new PackError('invalid-source', 'the pack would be longer than 4 GB');

  const pack = new Uint8Array(length);
  const view = new DataView(pack.buffer);
  const header = (field: keyof typeof HEADER, value: number): void => view.setUint32(HEADER[field], value, true);
  pack.set(strToU8(MAGIC), 0);
  header('version', FORMAT_VERSION);
  header('byteLength', length);
  header('sectionCount', names.length);
  header('entityCount', heading.entityCount);
  header('formCount', heading.formCount);
  header('edition', heading.edition);
  header('name', heading.name);

  let offset = align(headerEnd);
  names.forEach((name, index) => {
    const section = bytesOf(data[name]);
    pack.set(section, offset);
    const entry = HEADER_LENGTH + index * SECTION_ENTRY_LENGTH;
    [SECTIONS[name].id, offset, section.length, crc32(section)].forEach((value, field) => {
      view.setUint32(entry + field * 4, value, true);
    });
    offset = align(offset + section.length);
  });
  header('checksum', crc32(pack.subarray(0, headerEnd)));
  return pack;
}

const align = (offset: number): number => Math.ceil(offset / ALIGNMENT) * ALIGNMENT;

/** Typed arrays have the byte order of the machine; every browser's is little-endian. */
const bytesOf = (data: SectionData): Uint8Array => new Uint8Array(data.buffer, data.byteOffset, data.byteLength);

/** A growing list of 32-bit numbers: a million rows of boxed numbers would cost a build its memory. */
export interface U32List {
  readonly length: number;
  push(...values: number[]): void;
  done(): Uint32Array;
}

export function u32List(capacity = 1024): U32List {
  let values = new Uint32Array(capacity);
  let length = 0;
  return {
    get length() {
      return length;
    },
    push(...more) {
      if (length + more.length > values.length) {
        const larger = new Uint32Array(Math.max(values.length * 2, length + more.length));
        larger.set(values);
        values = larger;
      }
      for (const value of more) values[length++] = value;
    },
    done: () => values.slice(0, length),
  };
}

export interface StringHeap {
  /** Offset of the string; equal strings share one. */
  put(value: string): number;
  done(): Uint8Array;
}

export function stringHeap(): StringHeap {
  const offsets = new Map<string, number>();
  let bytes = new Uint8Array(65_536);
  let length = 0;
  return {
    put(value) {
      const known = offsets.get(value);
      if (known !== undefined) return known;
      const encoded = strToU8(value);
      while (length + encoded.length + 5 > bytes.length) {
        const larger = new Uint8Array(bytes.length * 2);
        larger.set(bytes);
        bytes = larger;
      }
      const offset = length;
      let rest = encoded.length;
      for (; rest > 127; rest >>>= 7) bytes[length++] = (rest & 127) | 128;
      bytes[length++] = rest;
      bytes.set(encoded, length);
      length += encoded.length;
      offsets.set(value, offset);
      return offset;
    },
    done: () => bytes.slice(0, length),
  };
}
