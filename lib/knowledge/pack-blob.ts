/** A pack in a blob: its scan part is read now, a block of cards when somebody wants the card. */
import { openPack, type Pack } from '../pack';

export async function openPackBlob(file: Blob, scanLength: number): Promise<Pack> {
  const read = async (from: number, to: number) => new Uint8Array(await file.slice(from, to).arrayBuffer());
  return openPack(await read(0, scanLength), (from, to) => read(scanLength + from, scanLength + to));
}
