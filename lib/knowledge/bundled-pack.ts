/**
 * The bundled pack. Reading a file of the extension costs a worker about 10 ms per megabyte and only works as a whole,
 * so the first worker copies the pack into the database; later ones read the parts they need.
 */
import type { BackstoryDatabase } from '../database';
import { openPack, type Pack, verifyPack } from '../pack';
import { openPackBlob } from './pack-blob';

export interface BundledPackParts {
  readonly database: BackstoryDatabase;
  /** Identifies the build of the bundled pack. */
  readonly build: string;
  /** The extension's own file. */
  readonly readFile: () => Promise<Uint8Array<ArrayBuffer>>;
}

/** `thorough`: from the extension's own file, with every byte checked, and copied again. */
export type OpenBundledPack = (thorough: boolean) => Promise<Pack>;

export function createBundledPack({ database, build, readFile }: BundledPackParts): OpenBundledPack {
  async function fromCopy(): Promise<Pack | null> {
    try {
      const copy = await database.packCopies.get('bundled');
      return copy?.build === build ? await openPackBlob(copy.file, copy.scanLength) : null;
    } catch {
      return null; // If reading the copy fails, there is no copy.
    }
  }

  return async (thorough) => {
    const copied = thorough ? null : await fromCopy();
    if (copied) return copied;
    const bytes = await readFile();
    if (thorough) verifyPack(bytes);
    const pack = openPack(bytes);
    const row = { id: 'bundled' as const, build, scanLength: pack.scanLength, file: new Blob([bytes]) };
    database.packCopies.put(row).catch(() => {}); // Not awaited, since nothing depends on it.
    return pack;
  };
}
