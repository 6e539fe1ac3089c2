/**
 * The entries of a zip archive, from its central directory. Nothing is written to disk, but a name that climbs out of
 * its folder makes the archive suspect, and so do entries that share bytes. Unpacked sizes are counted while unpacking,
 * so that no header can lie, and compared with the checksum.
 */

import { Inflate, inflateSync } from 'fflate';
import { crc32 } from '../../bytes';
import { FormatError } from './format-error';
import { LARGEST_ARCHIVE, LARGEST_NOTE, MOST_NOTES } from './limits';

/** Notes compress to a third or a tenth. Beyond this ratio and size it is a bomb. */
const DENSEST = 200;
const HARMLESS = 16_000_000;
/** Bytes fed to the decompressor at a time; it can expand them a thousandfold. */
const SLICE = 4096;

export interface ArchiveEntry {
  readonly name: string;
  readonly unpack: () => Uint8Array;
}

/** Skips folders. Throws only FormatErrors. */
export function openArchive(bytes: Uint8Array): readonly ArchiveEntry[] {
  if (bytes.length > LARGEST_ARCHIVE) throw new FormatError('too-big');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return readDirectory(bytes, view);
  } catch (cause) {
    throw cause instanceof FormatError ? cause : new FormatError('damaged', '', { cause });
  }
}

function readDirectory(bytes: Uint8Array, view: DataView): readonly ArchiveEntry[] {
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > MOST_NOTES || at === 0xffffffff) throw new FormatError('too-big');
  const directory = at;
  const entries: ArchiveEntry[] = [];
  const pieces: Piece[] = [];
  let all = 0;
  for (let i = 0; i < count; i++) {
    if (view.getUint32(at, true) !== 0x02014b50) throw new FormatError('damaged');
    const encrypted = (view.getUint16(at + 8, true) & 1) === 1;
    const method = view.getUint16(at + 10, true);
    const checksum = view.getUint32(at + 16, true);
    const packed = view.getUint32(at + 20, true);
    const size = view.getUint32(at + 24, true);
    const nameLength = view.getUint16(at + 28, true);
    const header = view.getUint32(at + 42, true);
    const name = entryName(bytes.subarray(at + 46, at + 46 + nameLength));
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    all += size;
    if (all > LARGEST_ARCHIVE) throw new FormatError('too-big');
    if (climbs(name)) throw new FormatError('unsafe-path', name.slice(0, 200));
    const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
    pieces.push({ start: header, end: start + packed });
    if (/[/\\]$/.test(name)) continue;
    const unpack = (): Uint8Array => {
      if (encrypted) throw new FormatError('locked', name);
      if (size > LARGEST_NOTE) throw new FormatError('too-big', name);
      const content = bytes.subarray(start, start + packed);
      const plain = method === 0 ? content : method === 8 ? inflate(content, size) : null;
      if (!plain || plain.length !== size || crc32(plain) !== checksum) throw new FormatError('damaged', name);
      return plain;
    };
    entries.push({ name, unpack: () => asDamage(unpack, name) });
  }
  if (all > HARMLESS && all > bytes.length * DENSEST) throw new FormatError('too-big');
  if (overlap(pieces, directory)) throw new FormatError('damaged', 'overlap');
  return entries;
}

interface Piece {
  readonly start: number;
  readonly end: number;
}

/**
 * Entries must not share bytes and must lie before the directory: otherwise a small file could repeat the same bytes a
 * thousand times.
 */
function overlap(pieces: readonly Piece[], directory: number): boolean {
  const inOrder = pieces.toSorted((a, b) => a.start - b.start);
  return inOrder.some(({ end }, index) => end > (inOrder[index + 1]?.start ?? directory));
}

function asDamage(unpack: () => Uint8Array, name: string): Uint8Array {
  try {
    return unpack();
  } catch (cause) {
    throw cause instanceof FormatError ? cause : new FormatError('damaged', name, { cause });
  }
}

/** Offset of the end record, which a comment may follow. */
function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  throw new FormatError('damaged');
}

/** Names are nearly always UTF-8; if not, a wrong letter does no harm. */
function entryName(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('latin1').decode(bytes);
  }
}

function climbs(name: string): boolean {
  return /^[/\\]|^[a-z]:/i.test(name) || name.includes('\0') || name.split(/[/\\]/).includes('..');
}

/** Overflow is cut off or ends it; the checksum reveals it. */
function inflate(packed: Uint8Array, size: number): Uint8Array {
  const plain = new Uint8Array(size);
  // Most notes: a stream for each would cost more than everything else.
  if (packed.length <= SLICE) return inflateSync(packed, { out: plain });
  let length = 0;
  const stream = new Inflate((chunk) => {
    if (length + chunk.length > size) throw new FormatError('damaged');
    plain.set(chunk, length);
    length += chunk.length;
  });
  for (let at = 0; at === 0 || at < packed.length; at += SLICE) {
    stream.push(packed.subarray(at, at + SLICE), at + SLICE >= packed.length);
  }
  return plain.subarray(0, length);
}
