/**
 * How many bytes from the open world are stored, pictures included, and what is evicted: the least recently used, item
 * or picture.
 */
import type { EntityTable } from 'dexie';
import type { BackstoryDatabase, LookedUpRow, PictureRow } from '../../database';
import type { EntityKey } from '../../facts';
import { writeOrMakeRoom } from '../write-or-make-room';

/** About 15,000 items of 2 kB; a picture is as large as five to ten of them. */
export const LOOKED_UP_LIMIT = 30_000_000;
/** Leaves some room after pruning, so that not every look-up prunes. */
const PRUNE_TO = 0.8;
const TOTAL = 'looked-up-bytes';

export interface KeptBytes {
  /** `write` adds rows in one transaction and returns by how many bytes they grew. */
  keep(write: () => Promise<number>): Promise<void>;
  total(): Promise<number>;
  clear(): Promise<void>;
}

export interface KeptBytesParts {
  readonly limitBytes?: number | undefined;
  /** Names without a result expire by age. */
  readonly isOldNobody?: (fetchedAt: number) => boolean;
}

export function createKeptBytes(database: BackstoryDatabase, parts: KeptBytesParts): KeptBytes {
  const { limitBytes = LOOKED_UP_LIMIT, isOldNobody = () => false } = parts;
  const { lookedUp, lookedUpNames, pictures, meta } = database;
  const tables = [lookedUp, lookedUpNames, pictures, meta];
  const changing = (work: () => Promise<void>) => database.transaction('rw', tables, work);
  const total = async (): Promise<number> => (await meta.get(TOTAL))?.value ?? 0;
  const put = (value: number) => meta.put({ name: TOTAL, value });

  /** Drops the least recently used down to `goal` bytes; returns the bytes left. */
  async function prune(before: number, goal: number): Promise<number> {
    let left = before;
    const [doomedItems, doomedPictures] = [new Set<EntityKey>(), new Set<EntityKey>()];
    const [items, shown] = await Promise.all([
      oldest(lookedUp, before - goal, doomedItems),
      oldest(pictures, before - goal, doomedPictures),
    ]);
    for (const row of [...items, ...shown].sort((a, b) => a.usedAt - b.usedAt)) {
      if (left <= goal) break;
      left -= row.bytes;
      row.doomed.add(row.key);
    }
    // A name without its item counts as never asked; names without a result are small.
    const names: string[] = [];
    await lookedUpNames.each(({ id, keys, bytes, fetchedAt }) => {
      if (keys.some((key) => doomedItems.has(key)) || (keys.length === 0 && isOldNobody(fetchedAt))) {
        left -= bytes;
        names.push(id);
      }
    });
    await Promise.all([
      lookedUp.bulkDelete([...doomedItems]),
      pictures.bulkDelete([...doomedPictures]),
      lookedUpNames.bulkDelete(names),
    ]);
    return left;
  }

  return {
    keep: (write) =>
      writeOrMakeRoom(
        () =>
          changing(async () => {
            const more = (await total()) + (await write());
            await put(more > limitBytes ? await prune(more, limitBytes * PRUNE_TO) : more);
          }),
        () =>
          changing(async () => {
            const now = await total();
            await put(await prune(now, now / 2));
          }),
      ),
    total,
    clear: () =>
      changing(async () => {
        await Promise.all([lookedUp.clear(), lookedUpNames.clear(), pictures.clear()]);
        await put(0);
      }),
  };
}

interface Oldest {
  readonly key: EntityKey;
  readonly usedAt: number;
  readonly bytes: number;
  /** Keys to be removed. */
  readonly doomed: Set<EntityKey>;
}

/** Enough rows to reach the goal on their own. */
async function oldest(
  table: EntityTable<LookedUpRow, 'key'> | EntityTable<PictureRow, 'key'>,
  wanted: number,
  doomed: Set<EntityKey>,
): Promise<readonly Oldest[]> {
  const rows: Oldest[] = [];
  let found = 0;
  await (table as EntityTable<Pick<Oldest, 'key' | 'usedAt' | 'bytes'>, 'key'>)
    .orderBy('usedAt')
    .until(() => found >= wanted)
    .each(({ key, usedAt, bytes }) => {
      found += bytes;
      rows.push({ key, usedAt, bytes, doomed });
    });
  return rows;
}
