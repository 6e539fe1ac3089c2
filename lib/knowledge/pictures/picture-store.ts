/**
 * Stores pictures, counted with what was looked up. After 30 days a picture counts as gone: what was taken down at
 * Commons must not be shown for ever. If the store fails it acts as if empty, never as an error.
 */
import type { BackstoryDatabase, PictureContent, PictureRow } from '../../database';
import type { EntityKey } from '../../facts';
import { createKeptBytes } from '../looked-up/kept-bytes';

const FRESH_MS = 30 * 86_400_000;
/** What has no picture today may have one this week. */
const NONE_FRESH_MS = 3 * 86_400_000;
/** Bytes of a row besides the file. */
const ROW_BYTES = 400;

export interface KeptPicture {
  readonly answer: PictureContent | null;
  readonly fetchedAt: number;
}

export interface PictureStore {
  /**
   * Null: never requested, or too long ago. `remember` is false in private windows: then not even the time of use is
   * written.
   */
  get(key: EntityKey, remember?: boolean): Promise<KeptPicture | null>;
  put(key: EntityKey, answer: PictureContent | null): Promise<void>;
}

export function createPictureStore(database: BackstoryDatabase, now: () => number, limitBytes?: number): PictureStore {
  const { pictures } = database;
  const kept = createKeptBytes(database, { limitBytes });
  return {
    async get(key, remember = true) {
      try {
        const row = await pictures.get(key);
        if (!row) return null;
        const age = now() - row.fetchedAt;
        if (age < 0 || age >= (row.answer ? FRESH_MS : NONE_FRESH_MS)) return null;
        // Not awaited: the time of use may be lost, but the answer is not delayed.
        if (remember) pictures.update(key, { usedAt: now() }).catch(() => {});
        return { answer: row.answer, fetchedAt: row.fetchedAt };
      } catch {
        return null;
      }
    },

    async put(key, answer) {
      const at = now();
      const row: PictureRow = { key, answer, fetchedAt: at, usedAt: at, bytes: ROW_BYTES + (answer?.data.length ?? 0) };
      await kept.keep(async () => {
        const before = await pictures.get(key);
        await pictures.put(row);
        return row.bytes - (before?.bytes ?? 0);
      });
    },
  };
}
