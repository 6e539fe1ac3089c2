/**
 * What was looked up in the open world, kept on the device: items, and which of them a name may mean (also that nobody is
 * meant). 30 days fresh, then still there with their date; the least recently used go first when the bytes run out. A
 * store that fails is no store, never an error: it then acts as if it were empty.
 */
import type { BackstoryDatabase, LookedUpNameRow, LookedUpRow, OverlayTier } from '../../database';
import type { EntityKey } from '../../facts';
import type { LookedUpItem, LookUpResult } from '../../lookup';
import { foldText } from '../../text';
import { writeOrMakeRoom } from '../write-or-make-room';

const FRESH_MS = 30 * 86_400_000;
/** Who is in the news for the first time today may have an article this week. */
const NOBODY_FRESH_MS = 3 * 86_400_000;
/** About 15,000 items of 2 kB. */
export const LOOKED_UP_LIMIT = 30_000_000;
/** After pruning there is room for some time, so that not every look-up prunes. */
const PRUNE_TO = 0.8;
const TOTAL = 'looked-up-bytes';

export interface KeptName {
  readonly result: LookUpResult;
  readonly fetchedAt: number;
  readonly fresh: boolean;
}

export interface LookedUpStore {
  /** What is kept of these names; those that were never asked for are left out. */
  names(api: string, names: readonly string[]): Promise<ReadonlyMap<string, KeptName>>;
  /** Puts results by name, and items that were asked for by their id. */
  keep(api: string, results: ReadonlyMap<string, LookUpResult>, refreshed: readonly LookedUpItem[]): Promise<void>;
  /** When each of these was asked for; those that never were are left out. */
  fetchedAt(keys: readonly EntityKey[]): Promise<ReadonlyMap<EntityKey, number>>;
  rows(tier: OverlayTier): Promise<readonly LookedUpRow[]>;
  /** Moves all that is recent to what is settled. */
  settle(): Promise<void>;
  usage(): Promise<{ readonly bytes: number; readonly count: number }>;
  clear(): Promise<void>;
}

export function createLookedUpStore(
  database: BackstoryDatabase,
  now: () => number,
  limitBytes: number = LOOKED_UP_LIMIT,
): LookedUpStore {
  const { lookedUp, lookedUpNames, meta } = database;
  const idOf = (api: string, name: string) => `${api} ${foldText(name)}`;
  const tables = [lookedUp, lookedUpNames, meta];

  function isFresh(fetchedAt: number, isThere: boolean): boolean {
    const age = now() - fetchedAt;
    // A clock that was set back makes an age negative: then nothing is known about it.
    return age >= 0 && age < (isThere ? FRESH_MS : NOBODY_FRESH_MS);
  }

  async function write(items: readonly LookedUpRow[], names: readonly LookedUpNameRow[]): Promise<void> {
    await database.transaction('rw', tables, async () => {
      const before = await lookedUp.bulkGet(items.map(({ key }) => key));
      const namesBefore = await lookedUpNames.bulkGet(names.map(({ id }) => id));
      const rows = items.map((row, at) => withWhatWasSaid(row, before[at]));
      await lookedUp.bulkPut(rows);
      await lookedUpNames.bulkPut([...names]);
      const had = bytesOf([...before, ...namesBefore].filter((row) => row !== undefined));
      const total = ((await meta.get(TOTAL))?.value ?? 0) - had + bytesOf([...rows, ...names]);
      await meta.put({ name: TOTAL, value: total > limitBytes ? await prune(total, limitBytes * PRUNE_TO) : total });
    });
  }

  /** Drops what was used least recently until `goal` bytes are left; returns what is left. */
  async function prune(total: number, goal: number): Promise<number> {
    let left = total;
    const doomed = new Set<string>();
    await lookedUp
      .orderBy('usedAt')
      .until(() => left <= goal)
      .each(({ key, bytes }) => {
        left -= bytes;
        doomed.add(key);
      });
    // A name without its item is as if nobody had asked; those of nobody are small, and go by their age.
    const names: string[] = [];
    await lookedUpNames.each(({ id, keys, bytes, fetchedAt }) => {
      if (keys.some((key) => doomed.has(key)) || (keys.length === 0 && !isFresh(fetchedAt, true))) {
        left -= bytes;
        names.push(id);
      }
    });
    await Promise.all([lookedUp.bulkDelete([...doomed]), lookedUpNames.bulkDelete(names)]);
    return left;
  }

  return {
    async names(api, names) {
      const found = new Map<string, KeptName>();
      try {
        const rows = await lookedUpNames.bulkGet(names.map((name) => idOf(api, name)));
        for (const [at, row] of rows.entries()) {
          const result = row && (await resultOf(row));
          if (!row || !result) continue;
          const fresh = isFresh(row.fetchedAt, row.keys.length > 0);
          found.set(names[at]!, { result, fetchedAt: row.fetchedAt, fresh });
        }
        // Not awaited: when it was last used may be lost, the answer is not held up for it.
        const used = [...found.values()].flatMap(({ result }) => itemsOf(result).map(({ entity }) => entity.key));
        if (used.length > 0)
          lookedUp
            .where('key')
            .anyOf(used)
            .modify({ usedAt: now() })
            .catch(() => {});
      } catch {
        // A store that fails is no store.
      }
      return found;
    },

    async keep(api, results, refreshed) {
      const at = now();
      const row = (item: LookedUpItem, sure: boolean): LookedUpRow => ({
        key: item.entity.key,
        item,
        sure: sure ? 1 : 0,
        tier: 'recent',
        fetchedAt: at,
        usedAt: at,
        bytes: 2 * JSON.stringify(item).length,
      });
      const items = new Map(refreshed.map((item) => [item.entity.key, row(item, false)]));
      const names: LookedUpNameRow[] = [];
      for (const [name, result] of results) {
        const found = itemsOf(result);
        for (const item of found) items.set(item.entity.key, row(item, result.state === 'found' && result.sure));
        const id = idOf(api, name);
        const keys = found.map(({ entity }) => entity.key);
        names.push({ id, keys, fetchedAt: at, bytes: 2 * (id.length + keys.join().length) });
      }
      await writeOrMakeRoom(
        () => write([...items.values()], names),
        () =>
          database.transaction('rw', tables, async () => {
            const total = (await meta.get(TOTAL))?.value ?? 0;
            await meta.put({ name: TOTAL, value: await prune(total, total / 2) });
          }),
      );
    },

    async fetchedAt(keys) {
      const rows = await lookedUp.bulkGet([...keys]).catch(() => []);
      return new Map(rows.flatMap((row) => (row ? [[row.key, row.fetchedAt] as const] : [])));
    },

    rows: (tier) => lookedUp.where('tier').equals(tier).sortBy('key'),

    async settle() {
      await lookedUp.where('tier').equals('recent').modify({ tier: 'settled' });
    },

    async usage() {
      try {
        return { bytes: (await meta.get(TOTAL))?.value ?? 0, count: await lookedUp.count() };
      } catch {
        return { bytes: 0, count: 0 };
      }
    },

    async clear() {
      await database.transaction('rw', tables, async () => {
        await Promise.all([lookedUp.clear(), lookedUpNames.clear()]);
        await meta.put({ name: TOTAL, value: 0 });
      });
    },
  };

  /** Null where an item of it has gone since: then it is as if nobody had asked. */
  async function resultOf({ keys }: LookedUpNameRow): Promise<LookUpResult | null> {
    const rows = (await lookedUp.bulkGet(keys)).filter((row) => row !== undefined);
    if (rows.length < keys.length) return null;
    const [first] = rows;
    if (first === undefined) return { state: 'none' };
    if (rows.length === 1) return { state: 'found', item: first.item, sure: first.sure === 1 };
    return { state: 'several', items: rows.map(({ item }) => item) };
  }
}

const bytesOf = (rows: readonly { readonly bytes: number }[]): number => rows.reduce((sum, row) => sum + row.bytes, 0);

/**
 * What was said to be meant once stays so, though another story could not tell; and the names under which it was found stay its
 * former keys, or a note that was written on one of them would not be found on its card any more.
 */
function withWhatWasSaid(row: LookedUpRow, before: LookedUpRow | undefined): LookedUpRow {
  if (!before) return row;
  const { entity } = row.item;
  const formerly = [...new Set([...before.item.entity.formerly, ...entity.formerly])];
  return { ...row, sure: before.sure === 1 ? 1 : row.sure, item: { ...row.item, entity: { ...entity, formerly } } };
}

function itemsOf(result: LookUpResult): readonly LookedUpItem[] {
  if (result.state === 'found') return [result.item];
  return result.state === 'several' ? result.items : [];
}
