import { openCards } from './read-cards';
import { openHeads } from './read-heads';
import { openSections } from './sections';

/** Checks every byte of a pack that came from outside; throws a `PackError` when one is not as it was written. */
export function verifyPack(input: ArrayBuffer | Uint8Array): void {
  const { bytes, sections, entityCount, scanLength, byteLength, checkAll } = openSections(input);
  checkAll();
  const cards = openCards(sections, openHeads(sections, entityCount), () => Promise.reject(new Error('not read')));
  cards.checkBlocks((from, to) => bytes.subarray(scanLength + from, scanLength + to), byteLength - scanLength);
}
