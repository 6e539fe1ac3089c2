import { openCards } from './read-cards';
import { openHeads } from './read-heads';
import { openSources } from './read-sources';
import { openSections } from './sections';

/** Checks every byte of a pack from outside. @throws PackError if one differs from what was written. */
export function verifyPack(input: ArrayBuffer | Uint8Array): void {
  const { bytes, sections, entityCount, scanLength, byteLength, checkAll } = openSections(input);
  checkAll();
  const notRead = () => Promise.reject(new Error('not read'));
  const cards = openCards(sections, openHeads(sections, entityCount), openSources(sections), notRead);
  cards.checkBlocks((from, to) => bytes.subarray(scanLength + from, scanLength + to), byteLength - scanLength);
}
