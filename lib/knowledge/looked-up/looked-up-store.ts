/**
 * What was looked up in the open world, kept on the device: items, and which of them a name may mean (also that nobody is
 * meant). 30 days fresh, then still there with their date; the least recently used go first when the bytes run out. A
 * store that fails is no store, never an error: it then acts as if it were empty.
 */
import type { BackstoryDatabase, LookedUpNameRow, LookedUpRow, OverlayTier } from '../../database';
import type { EntityKey } from '../../facts';
import type { LookedUpItem, LookUpResult, NoneFound } from '../../lookup';
import { foldText } from '../../text';
import { createKeptBytes } from './kept-bytes';

const FRESH_MS = 30 * 86_400_000;
/** Who is in the news for the first time today may have an article this week. */
const NOBODY_FRESH_MS = 3 * 86_400_000;

export interface KeptName {
  readonly result: LookUpResult;
  readonly fetchedAt: number;
  readonly fresh: boolean;
}

export interface LookedUpStore {
  /**
   * What is kept of these names; those that were never asked for are left out. `remember` is false in private windows: then not even
   * the time at which it was used is written.
   */
  names(api: string, names: readonly string[], remember?: boolean): Promise<ReadonlyMap<string, KeptName>>;
  /** Puts results by name, and items that were asked for by their id. */
  keep(api: string, results: ReadonlyMap<string, LookUpResult>, refreshed: readonly LookedUpItem[]): Promise<void>;
  /** When each of these was asked for; those that never were are left out. */
  fetchedAt(keys: readonly EntityKey[]): Promise<ReadonlyMap<EntityKey, number>>;
  rows(tier: OverlayTier): Promise<readonly LookedUpRow[]>;
  /** Moves all that is recent to what is settled. */
  settle(): Promise<void>;
  /** Did the words of a story say once that it was meant? */
  isSure(key: EntityKey): Promise<boolean>;
  usage(): Promise<{ readonly bytes: number; readonly count: number }>;
  clear(): Promise<void>;
}

export function createLookedUpStore(
  database: BackstoryDatabase,
  now: () => number,
  limitBytes?: number,
): LookedUpStore {
  const { lookedUp, lookedUpNames, pictures } = database;
  const idOf = (api: string, name: string) => `${api} ${foldText(name)}`;
  const kept = createKeptBytes(database, { limitBytes, isOldNobody: (fetchedAt) => !isFresh(fetchedAt, true) });

  function isFresh(fetchedAt: number, isThere: boolean): boolean {
    const age = now() - fetchedAt;
    // A clock that was set back makes an age negative: then nothing is known about it.
    return age >= 0 && age < (isThere ? FRESH_MS : NOBODY_FRESH_MS);
  }

  /** By how many bytes they are more than before. */
  async function write(items: readonly LookedUpRow[], names: readonly LookedUpNameRow[]): Promise<number> {
    const before = await lookedUp.bulkGet(items.map(({ key }) => key));
    const namesBefore = await lookedUpNames.bulkGet(names.map(({ id }) => id));
    const rows = items.map((row, at) => withWhatWasSaid(row, before[at]));
    await lookedUp.bulkPut(rows);
    await lookedUpNames.bulkPut([...names]);
    return bytesOf([...rows, ...names]) - bytesOf([...before, ...namesBefore].filter((row) => row !== undefined));
  }

  return {
    async names(api, names, remember = true) {
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
        if (remember && used.length > 0)
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
        const told = result.state === 'none' ? toldOf(result) : {};
        const bytes = 2 * (id.length + keys.join().length + JSON.stringify(told).length);
        names.push({ id, keys, ...told, fetchedAt: at, bytes });
      }
      await kept.keep(() => write([...items.values()], names));
    },

    async fetchedAt(keys) {
      const rows = await lookedUp.bulkGet([...keys]).catch(() => []);
      return new Map(rows.flatMap((row) => (row ? [[row.key, row.fetchedAt] as const] : [])));
    },

    rows: (tier) => lookedUp.where('tier').equals(tier).sortBy('key'),

    async settle() {
      await lookedUp.where('tier').equals('recent').modify({ tier: 'settled' });
    },

    async isSure(key) {
      return (await lookedUp.get(key).catch(() => undefined))?.sure === 1;
    },

    async usage() {
      try {
        const shown = await pictures.toCollection().primaryKeys();
        const both = await lookedUp.where('key').anyOf(shown).count();
        return { bytes: await kept.total(), count: (await lookedUp.count()) + shown.length - both };
      } catch {
        return { bytes: 0, count: 0 };
      }
    },

    clear: kept.clear,
  };

  /** Null where an item of it has gone since: then it is as if nobody had asked. */
  async function resultOf({ id, keys, asked, left }: LookedUpNameRow): Promise<LookUpResult | null> {
    const rows = (await lookedUp.bulkGet(keys)).filter((row) => row !== undefined);
    if (rows.length < keys.length) return null;
    const [first] = rows;
    // Rows of before did not say who was asked: at least the wiki of their id.
    if (first === undefined) return { state: 'none', asked: asked ?? id.split(' ', 1), ...(left && { left }) };
    if (rows.length === 1) return { state: 'found', item: first.item, sure: first.sure === 1 };
    return { state: 'several', items: rows.map(({ item }) => item) };
  }
}

const toldOf = ({ asked, left }: NoneFound): Pick<LookedUpNameRow, 'asked' | 'left'> => ({
  ...(asked && { asked: [...asked] }),
  ...(left && { left: [...left] }),
});

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
