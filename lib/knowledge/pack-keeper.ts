/**
 * Puts packs on the shelf and takes them off. A pack is checked whole before it is kept, and once more as the disk has it
 * before it is used; the edition that it takes the place of is kept behind it.
 */

import type { BackstoryDatabase, PackEditionRow, PackRow } from '../database';
import { openPack, PackError, type PackInfo, verifyPack } from '../pack';
import type { Day } from '../time';
import { openPackBlob } from './pack-blob';
import { lastPlace, type PackId, placeName, placesFor, readPlaces } from './pack-places';

export interface PackKeeper {
  /**
   * Takes a pack into use, in place of one of the same name: at once or not at all. Throws PackError for a bad file;
   * rejects with the database's error when it could not be stored.
   */
  add(bytes: Uint8Array<ArrayBuffer>, from: string | null): Promise<AddedPack>;
  /** What `putBack` takes; null where there was no such pack. */
  remove(name: string): Promise<RemovedPack | null>;
  putBack(removed: RemovedPack): Promise<void>;
  /** The edition in use and the one behind it change places. */
  goBack(name: string): Promise<void>;
  /** Lets the edition go that is kept behind the one in use. */
  dropBefore(name: string): Promise<void>;
  arrange(order: readonly PackId[]): Promise<void>;
}

export interface AddedPack {
  readonly info: PackInfo;
  /** The edition that was in use until now; null for a pack that is new here. */
  readonly replaced: Day | null;
  /** The very bytes that are in use: nothing was replaced. */
  readonly same: boolean;
}

export interface RemovedPack {
  readonly row: PackRow;
  readonly place: number | null;
}

/** What an install that did not live to its end has left is swept by the next; one that lives takes minutes at most. */
const STALE_MS = 3_600_000;

export function createPackKeeper(database: BackstoryDatabase, now: () => number): PackKeeper {
  const { packs, packCopies, meta } = database;

  /** The edition behind it would be lost for a copy of the one in use. */
  async function isInUse(name: string, bytes: Uint8Array): Promise<boolean> {
    try {
      const kept = await packs.get(name);
      if (kept?.file.size !== bytes.length) return false;
      const file = new Uint8Array(await kept.file.arrayBuffer());
      return file.every((byte, at) => byte === bytes[at]);
    } catch {
      return false; // What cannot be read is to be replaced.
    }
  }

  /** Writes the file where nothing rests on it, and hands it out as the disk has it. */
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
      // The bytes that came were sound.
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
        // Not over a pack that came meanwhile.
        await packs.add(row);
        if (place !== null) await meta.put({ name: placeName(row.name), value: place });
      }),

    goBack: (name) =>
      database.transaction('rw', packs, async () => {
        const row = await packs.get(name);
        // Its own day of import stays with each; the identities of notes are made anew by it.
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
