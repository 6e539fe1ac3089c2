/**
 * The pack that comes with the extension. Reading a file of its own costs a worker some 10 ms a megabyte and gives no
 * part of it, so the pack is copied into the database at the first birth of a worker; later ones read of it what they need.
 */
import type { BackstoryDatabase } from '../database';
import { openPack, type Pack, verifyPack } from '../pack';
import { openPackBlob } from './pack-blob';

export interface BundledPackParts {
  readonly database: BackstoryDatabase;
  /** Which build of the pack the extension has. */
  readonly build: string;
  /** The extension's own file. */
  readonly readFile: () => Promise<Uint8Array<ArrayBuffer>>;
}

/** `thorough`: out of the extension's own file, every byte checked, and copied anew. */
export type OpenBundledPack = (thorough: boolean) => Promise<Pack>;

export function createBundledPack({ database, build, readFile }: BundledPackParts): OpenBundledPack {
  async function fromCopy(): Promise<Pack | null> {
    try {
      const copy = await database.packCopies.get('bundled');
      return copy?.build === build ? await openPackBlob(copy.file, copy.scanLength) : null;
    } catch {
      return null; // A copy that fails is no copy.
    }
  }

  return async (thorough) => {
    const copied = thorough ? null : await fromCopy();
    if (copied) return copied;
    const bytes = await readFile();
    if (thorough) verifyPack(bytes);
    const pack = openPack(bytes);
    const row = { id: 'bundled' as const, build, scanLength: pack.scanLength, file: new Blob([bytes]) };
    database.packCopies.put(row).catch(() => {}); // Nobody waits for it, or misses it.
    return pack;
  };
}
