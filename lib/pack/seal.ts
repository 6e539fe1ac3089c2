import { ALIGNMENT, CHECK_BLOCK, HEADER, HEADER_LENGTH, SECTION_ENTRY_LENGTH } from './layout';
import { wordSum } from './word-sum';

/** Writes the scan part's checksums into its head, and then the head's own. */
export function seal(pack: Uint8Array): void {
  const view = new DataView(pack.buffer, pack.byteOffset, pack.byteLength);
  const scanLength = view.getUint32(HEADER.scanLength, true);
  const checkCount = view.getUint32(HEADER.checkCount, true);
  const checksAt = HEADER_LENGTH + view.getUint32(HEADER.sectionCount, true) * SECTION_ENTRY_LENGTH;
  const headEnd = Math.ceil((checksAt + checkCount * 4) / ALIGNMENT) * ALIGNMENT;
  const words = new Uint32Array(pack.buffer, pack.byteOffset, scanLength / 4);
  for (let block = 0; block < checkCount; block++) {
    const from = headEnd + block * CHECK_BLOCK;
    const sum = wordSum(words, from / 4, Math.min(from + CHECK_BLOCK, scanLength) / 4);
    view.setUint32(checksAt + block * 4, sum, true);
  }
  view.setUint32(HEADER.checksum, 0, true);
  view.setUint32(HEADER.checksum, wordSum(words, 0, headEnd / 4), true);
}
