/**
 * What was looked up in the open world, stored on the device: items, and which of them a name may mean (or that there
 * is none). Fresh for 30 days, then still there with its date; the least recently used are evicted when space runs out.
 * If the store fails it acts as if empty, never as an error.
 */
import type { BackstoryDatabase, LookedUpNameRow, LookedUpRow, OverlayTier } from '../../database';
import type { EntityKey } from '../../facts';
import type { LookedUpItem, LookUpResult, NoneFound } from '../../lookup';
import { foldText } from '../../text';
import { createKeptBytes } from './kept-bytes';

const FRESH_MS = 30 * 86_400_000;
/** Someone new to the news may have an article this week. */
const NOBODY_FRESH_MS = 3 * 86_400_000;

export interface KeptName {
  readonly result: LookUpResult;
  readonly fetchedAt: number;
  readonly fresh: boolean;
}

export interface LookedUpStore {
  /**
   * What is stored about these names; names never asked for are missing. `remember` is false in private windows: then
   * not even the time of use is written.
   */
  names(api: string, names: readonly string[], remember?: boolean): Promise<ReadonlyMap<string, KeptName>>;
  /** Stores results by name, and items requested by id. */
  keep(api: string, results: ReadonlyMap<string, LookUpResult>, refreshed: readonly LookedUpItem[]): Promise<void>;
  /** When each was requested; those never requested are missing. */
  fetchedAt(keys: readonly EntityKey[]): Promise<ReadonlyMap<EntityKey, number>>;
  rows(tier: OverlayTier): Promise<readonly LookedUpRow[]>;
  /** Moves everything from `recent` to `settled`. */
  settle(): Promise<void>;
  /** Did a story's words ever show that this one was meant? */
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
    // A clock set back gives a negative age: then the age is unknown.
    return age >= 0 && age < (isThere ? FRESH_MS : NOBODY_FRESH_MS);
  }

  /** Returns by how many bytes they grew. */
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
        // Not awaited: the time of use may be lost, but the answer is not delayed.
        const used = [...found.values()].flatMap(({ result }) => itemsOf(result).map(({ entity }) => entity.key));
        if (remember && used.length > 0)
          lookedUp
            .where('key')
            .anyOf(used)
            .modify({ usedAt: now() })
            .catch(() => {});
      } catch {
        // If the store fails, it is as if there were none.
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

  /** Null if one of its items was removed since: then the name counts as never asked. */
  async function resultOf({ id, keys, asked, left }: LookedUpNameRow): Promise<LookUpResult | null> {
    const rows = (await lookedUp.bulkGet(keys)).filter((row) => row !== undefined);
    if (rows.length < keys.length) return null;
    const [first] = rows;
    // Old rows did not record who was asked: at least the wiki in their id.
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
 * Once shown to be meant, an item stays so, even if another story could not tell. The names it was found under stay its
 * former keys, or notes written under one would disappear from its card.
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
