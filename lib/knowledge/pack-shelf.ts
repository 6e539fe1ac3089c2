/**
 * Packs that the reader imported. A pack is checked whole before it is kept; later each part when it is read, since a
 * disk may spoil it, and whole again when something was found wrong.
 */

import type { BackstoryDatabase, PackRow } from '../database';
import { openPack, type Pack, PackError, type PackInfo, type PackProblem, verifyPack } from '../pack';
import { openPackBlob } from './pack-blob';

export interface PackShelf {
  /** Throws PackError for a bad file; rejects with the database's error when it could not be stored. */
  add(bytes: Uint8Array<ArrayBuffer>): Promise<PackInfo>;
  remove(name: string): Promise<void>;
  /**
   * All that was kept, each with what is wrong with it if it does not open (`thorough`: or has a wrong byte anywhere);
   * nothing when the database cannot be read.
   */
  open(thorough: boolean): Promise<readonly ShelvedPack[]>;
}

export type ShelvedPack =
  | { readonly name: string; readonly pack: Pack; readonly problem: null }
  | { readonly name: string; readonly pack: null; readonly problem: PackProblem };

export function createPackShelf(database: BackstoryDatabase, now: () => number): PackShelf {
  return {
    async open(thorough) {
      const rows = await database.packs.toArray().catch(() => []);
      return Promise.all(rows.map((row) => shelved(row, thorough)));
    },
    async add(bytes) {
      verifyPack(bytes);
      const { info, scanLength } = openPack(bytes);
      await database.packs.put({
        name: info.name,
        edition: info.edition,
        scanLength,
        file: new Blob([bytes]),
        importedAt: now(),
      });
      return info;
    },
    async remove(name) {
      await database.packs.delete(name);
    },
  };
}

async function shelved({ name, file, scanLength }: PackRow, thorough: boolean): Promise<ShelvedPack> {
  try {
    if (thorough) verifyPack(await file.arrayBuffer());
    return { name, pack: await openPackBlob(file, scanLength), problem: null };
  } catch (error) {
    return { name, pack: null, problem: error instanceof PackError ? error.problem : 'damaged' };
  }
}
