import { crc32 } from './crc32';
import { ALIGNMENT, CHECK_BLOCK, HEADER, HEADER_LENGTH, SECTION_ENTRY_LENGTH } from './layout';

/** Writes the checksums of the scan part into its head, and that of the head itself. */
export function seal(pack: Uint8Array): void {
  const view = new DataView(pack.buffer, pack.byteOffset, pack.byteLength);
  const scanLength = view.getUint32(HEADER.scanLength, true);
  const checkCount = view.getUint32(HEADER.checkCount, true);
  const checksAt = HEADER_LENGTH + view.getUint32(HEADER.sectionCount, true) * SECTION_ENTRY_LENGTH;
  const headEnd = Math.ceil((checksAt + checkCount * 4) / ALIGNMENT) * ALIGNMENT;
  for (let block = 0; block < checkCount; block++) {
    const from = headEnd + block * CHECK_BLOCK;
    const sum = crc32(pack.subarray(from, Math.min(from + CHECK_BLOCK, scanLength)));
    view.setUint32(checksAt + block * 4, sum, true);
  }
  view.setUint32(HEADER.checksum, 0, true);
  view.setUint32(HEADER.checksum, crc32(pack.subarray(0, headEnd)), true);
}
