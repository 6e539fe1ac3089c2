/** A pack in a blob: the scan part is read now, blocks of cards on demand. */
import { openPack, type Pack } from '../pack';

export async function openPackBlob(file: Blob, scanLength: number): Promise<Pack> {
  const read = async (from: number, to: number) => new Uint8Array(await file.slice(from, to).arrayBuffer());
  return openPack(await read(0, scanLength), (from, to) => read(scanLength + from, scanLength + to));
}
