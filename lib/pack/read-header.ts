/** What a file's first bytes say: is it a pack, can this Backstory read it, how long will it be? */
import { FORMAT_VERSION, HEADER, HEADER_LENGTH, LARGEST_PACK, MAGIC } from './layout';
import { PackError } from './pack-error';

export interface PackHeader {
  readonly formatVersion: number;
  /** Length of the whole file, as announced in its head. */
  readonly byteLength: number;
}

/** `bytes` are at least the first `HEADER_LENGTH` of the file. @throws PackError if it cannot be a readable pack. */
export function readHeader(bytes: Uint8Array): PackHeader {
  checkMagic(bytes);
  if (bytes.length < HEADER_LENGTH)
    throw new PackError('truncated', `${bytes.length} bytes are fewer than the header has`);
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const formatVersion = data.getUint32(HEADER.version, true);
  if (formatVersion > FORMAT_VERSION) throw new PackError('newer', `format version ${formatVersion}`);
  if (formatVersion < FORMAT_VERSION) throw new PackError('older', `format version ${formatVersion}`);
  const byteLength = data.getUint32(HEADER.byteLength, true);
  if (byteLength > LARGEST_PACK) throw new PackError('too-large', `${byteLength} bytes`);
  return { formatVersion, byteLength };
}

function checkMagic(bytes: Uint8Array): void {
  for (let at = 0; at < MAGIC.length; at++) {
    if (at >= bytes.length) throw new PackError('truncated', `${bytes.length} bytes`);
    if (bytes[at] !== MAGIC.charCodeAt(at))
      throw new PackError('not-a-pack', 'the first bytes are not those of a pack');
  }
}
