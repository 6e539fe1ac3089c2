import { crc32 } from './crc32';
import { SECTIONS, type SectionName } from './layout';
import { damaged, openSections } from './sections';

/** Checks every byte of a pack that came from outside; throws a `PackError` when one is not as it was written. */
export function verifyPack(input: ArrayBuffer | Uint8Array): void {
  const { views, checksums } = openSections(input);
  for (const name of Object.keys(SECTIONS) as SectionName[]) {
    const view = views[name];
    const section = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
    if (crc32(section) !== checksums.get(name)) throw damaged(`checksum of ${name}`);
  }
}
