/**
 * Packs that the reader imported. A pack is checked whole before it is kept, so that the shelf only ever holds sound ones;
 * the bundled pack is not here and stays in use whatever happens to the shelf.
 */
import { openPack, type Pack, PackError, type PackInfo, verifyPack } from '../pack';
import type { BackstoryDatabase } from './database';

export interface PackShelf {
  /** Throws PackError for a bad file; rejects with the database's error when it could not be stored. */
  add(bytes: Uint8Array): Promise<PackInfo>;
  remove(name: string): Promise<void>;
  list(): Promise<PackInfo[]>;
  /** The packs that open; one that was damaged since is left out, not fatal. */
  open(): Promise<Pack[]>;
}

export function createPackShelf(database: BackstoryDatabase, now: () => number): PackShelf {
  async function open(): Promise<Pack[]> {
    const rows = await database.packs.toArray().catch(() => []);
    const packs: Pack[] = [];
    for (const { bytes } of rows) {
      try {
        packs.push(openPack(bytes));
      } catch (error) {
        if (!(error instanceof PackError)) throw error;
      }
    }
    return packs;
  }
  return {
    open,
    async add(bytes) {
      verifyPack(bytes);
      const { info } = openPack(bytes);
      await database.packs.put({
        name: info.name,
        edition: info.edition,
        bytes,
        importedAt: now(),
      });
      return info;
    },
    async remove(name) {
      await database.packs.delete(name);
    },
    async list() {
      return (await open()).map(({ info }) => info);
    },
  };
}
