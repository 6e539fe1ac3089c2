/**
 * Adds packs and removes them. A pack is checked completely before it is stored, and again as read back from disk
 * before it is used; the edition it replaces is kept.
 */

import type { BackstoryDatabase, PackEditionRow, PackRow } from '../database';
import { openPack, PackError, type PackInfo, verifyPack } from '../pack';
import type { Day } from '../time';
import { openPackBlob } from './pack-blob';
import { lastPlace, type PackId, placeName, placesFor, readPlaces } from './pack-places';

export interface PackKeeper {
  /**
   * Takes a pack into use, replacing one of the same name, in one step or not at all. @throws PackError for a bad file;
   * rejects with the database's error if it could not be stored.
   */
  add(bytes: Uint8Array<ArrayBuffer>, from: string | null): Promise<AddedPack>;
  /** Returns what `putBack` takes; null if there was no such pack. */
  remove(name: string): Promise<RemovedPack | null>;
  putBack(removed: RemovedPack): Promise<void>;
  /** Swaps the current and the previous edition. */
  goBack(name: string): Promise<void>;
  /** Deletes the previous edition. */
  dropBefore(name: string): Promise<void>;
  arrange(order: readonly PackId[]): Promise<void>;
}

export interface AddedPack {
  readonly info: PackInfo;
  /** The edition used until now; null for a new pack. */
  readonly replaced: Day | null;
  /** Identical to the one in use: nothing was replaced. */
  readonly same: boolean;
}

export interface RemovedPack {
  readonly row: PackRow;
  readonly place: number | null;
}

/** Leftovers of an interrupted install are removed by the next one; a running install takes minutes at most. */
const STALE_MS = 3_600_000;

export function createPackKeeper(database: BackstoryDatabase, now: () => number): PackKeeper {
  const { packs, packCopies, meta } = database;

  /** Otherwise a copy of the current edition would displace the previous one. */
  async function isInUse(name: string, bytes: Uint8Array): Promise<boolean> {
    try {
      const kept = await packs.get(name);
      if (kept?.file.size !== bytes.length) return false;
      const file = new Uint8Array(await kept.file.arrayBuffer());
      return file.every((byte, at) => byte === bytes[at]);
    } catch {
      return false; // An unreadable one is to be replaced.
    }
  }

  /** Stores the file where nothing depends on it yet, and returns it as read back from disk. */
  async function stored(bytes: Uint8Array<ArrayBuffer>, scanLength: number): Promise<Incoming> {
    await sweep();
    const id = `incoming ${now()} ${crypto.randomUUID()}` as const;
    await packCopies.put({ id, build: '', scanLength, file: new Blob([bytes]) });
    try {
      const file = (await packCopies.get(id))?.file;
      if (!file) throw new Error('what was just written is gone');
      verifyPack(await file.arrayBuffer());
      await openPackBlob(file, scanLength);
      return { id, file };
    } catch (thrown) {
      await packCopies.delete(id).catch(() => {});
      // The bytes received were sound.
      throw thrown instanceof PackError ? new Error(`the disk spoilt it: ${thrown.message}`) : thrown;
    }
  }

  async function sweep(): Promise<void> {
    const ids = await packCopies.where('id').startsWith('incoming ').primaryKeys();
    const stale = ids.filter((id) => Math.abs(now() - Number(id.split(' ')[1])) > STALE_MS);
    await packCopies.bulkDelete(stale);
  }

  return {
    async add(bytes, from) {
      verifyPack(bytes);
      const { info, scanLength } = openPack(bytes);
      if (await isInUse(info.name, bytes)) return { info, replaced: null, same: true };
      const { id, file } = await stored(bytes, scanLength);
      const edition: PackEditionRow = { edition: info.edition, scanLength, file, importedAt: now(), from };
      try {
        return await database.transaction('rw', packs, packCopies, meta, async () => {
          const old = await packs.get(info.name);
          await packs.put({ name: info.name, ...edition, ...(old && { before: editionOf(old) }) });
          await packCopies.delete(id);
          if (!old) await meta.put({ name: placeName(info.name), value: lastPlace(await readPlaces(database)) });
          return { info, replaced: old?.edition ?? null, same: false };
        });
      } catch (thrown) {
        await packCopies.delete(id).catch(() => {});
        throw thrown;
      }
    },

    remove: (name) =>
      database.transaction('rw', packs, meta, async () => {
        const row = await packs.get(name);
        if (!row) return null;
        const place = (await meta.get(placeName(name)))?.value ?? null;
        await Promise.all([packs.delete(name), meta.delete(placeName(name))]);
        return { row, place };
      }),

    putBack: ({ row, place }) =>
      database.transaction('rw', packs, meta, async () => {
        // Fails if a pack was added meanwhile.
        await packs.add(row);
        if (place !== null) await meta.put({ name: placeName(row.name), value: place });
      }),

    goBack: (name) =>
      database.transaction('rw', packs, async () => {
        const row = await packs.get(name);
        // Each keeps its own day of import; notes' identities are recomputed from it.
        if (row?.before) await packs.put({ name, ...row.before, before: editionOf(row) });
      }),

    dropBefore: (name) =>
      database.transaction('rw', packs, async () => {
        const row = await packs.get(name);
        if (row?.before) await packs.put({ name, ...editionOf(row) });
      }),

    arrange: async (order) => {
      await meta.bulkPut(placesFor(order));
    },
  };
}

interface Incoming {
  readonly id: `incoming ${string}`;
  readonly file: Blob;
}

const editionOf = ({ edition, scanLength, file, importedAt, from }: PackRow): PackEditionRow => ({
  edition,
  scanLength,
  file,
  importedAt,
  from: from ?? null,
});
