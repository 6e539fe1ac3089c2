/**
 * Packs that the reader imported. A pack is checked whole before it is kept and again whenever it is taken from the
 * shelf (1.5 ms a megabyte): a disk may spoil it, and a new version of Backstory may no longer read it. The bundled
 * pack is not here and stays in use whatever happens to the shelf.
 */

import type { BackstoryDatabase } from '../database';
import { openPack, type Pack, PackError, type PackInfo, type PackProblem, verifyPack } from '../pack';

export interface PackShelf {
  /** Throws PackError for a bad file; rejects with the database's error when it could not be stored. */
  add(bytes: Uint8Array): Promise<PackInfo>;
  remove(name: string): Promise<void>;
  /** All that was kept, each with what is wrong with it if it does not open; nothing when the database cannot be read. */
  open(): Promise<readonly ShelvedPack[]>;
}

export type ShelvedPack =
  | { readonly name: string; readonly pack: Pack; readonly problem: null }
  | { readonly name: string; readonly pack: null; readonly problem: PackProblem };

export function createPackShelf(database: BackstoryDatabase, now: () => number): PackShelf {
  return {
    async open() {
      const rows = await database.packs.toArray().catch(() => []);
      return rows.map(({ name, bytes }) => shelved(name, bytes));
    },
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
  };
}

function shelved(name: string, bytes: Uint8Array): ShelvedPack {
  try {
    verifyPack(bytes);
    return { name, pack: openPack(bytes), problem: null };
  } catch (error) {
    return { name, pack: null, problem: error instanceof PackError ? error.problem : 'damaged' };
  }
}
