/**
 * The tables that notes and sync use, in memory: as much of Dexie as `lib/notes/store` asks for, so that the real store
 * and ledger run in every script at a hundredth of the price. Transactions are all or nothing and one after the other.
 * That it behaves as IndexedDB does is shown by scripts that go the same way over both (hold-laws.ts).
 */
import type { BackstoryDatabase } from '../../lib/database';

type Row = Record<string, unknown>;
type Key = string | number | readonly (string | number)[];

const TABLES: Readonly<Record<string, readonly string[]>> = {
  docs: ['id'],
  notes: ['entity'],
  versions: ['id'],
  outbox: ['remote', 'doc'],
  remotes: ['id'],
  remoteFiles: ['remote', 'name'],
  device: ['id'],
  keys: ['id'],
  meta: ['name'],
  identities: ['key'],
};

export interface ScriptDatabase {
  readonly database: BackstoryDatabase;
  /** The next transaction that writes fails as if the disk were full, and leaves nothing. */
  failNextWrite(failing: boolean): void;
  /** The whole content at this moment; rows are never changed in place. */
  snapshot(): Promise<Snapshot>;
}

export type Snapshot = ReadonlyMap<string, { readonly rows: ReadonlyMap<string, Row>; readonly nextId: number }>;

export function createMemoryDatabase(from?: Snapshot): ScriptDatabase {
  const tables = new Map(Object.entries(TABLES).map(([name, key]) => [name, createTable(key)]));
  if (from) for (const [name, table] of tables) table.restore(from.get(name) ?? { rows: new Map(), nextId: 1 });
  let failing = false;
  let queue: Promise<unknown> = Promise.resolve();

  const snapshot = (): Snapshot => new Map([...tables].map(([name, table]) => [name, table.save()]));

  function transaction(mode: 'r' | 'rw', ...parameters: unknown[]): Promise<unknown> {
    const work = parameters.at(-1) as () => Promise<unknown>;
    const turn = queue.then(async () => {
      const before = mode === 'rw' ? snapshot() : new Map();
      try {
        const result = await work();
        if (mode === 'rw' && failing) {
          failing = false;
          throw Object.assign(new Error('the disk is full'), { name: 'QuotaExceededError' });
        }
        return result;
      } catch (error) {
        if (mode === 'rw')
          for (const [name, table] of tables) table.restore(before.get(name) ?? { rows: new Map(), nextId: 1 });
        throw error;
      }
    });
    queue = turn.catch(() => {});
    return turn;
  }

  const database = { ...Object.fromEntries([...tables].map(([name, { table }]) => [name, table])), transaction };
  return {
    database: database as unknown as BackstoryDatabase,
    failNextWrite: (next) => {
      failing = next;
    },
    snapshot: async () => snapshot(),
  };
}

function createTable(keyFields: readonly string[]) {
  let rows = new Map<string, Row>();
  let nextId = 1;
  // Copied at the first change after a snapshot, not at each snapshot.
  let shared = false;
  const own = () => {
    if (shared) rows = new Map(rows);
    shared = false;
    return rows;
  };

  const wrap = (key: Key) => JSON.stringify(Array.isArray(key) ? key : [key]);
  const keyOf = (row: Row): Key =>
    keyFields.length === 1 ? (row[keyFields[0] ?? ''] as Key) : keyFields.map((field) => row[field] as string);
  const get = (key: Key) => structuredCloned(rows.get(wrap(key)));
  const put = (row: Row) => void own().set(wrap(keyOf(row)), structuredCloned(row) as Row);
  const add = (row: Row) => put(row.id === undefined ? { ...row, id: nextId++ } : row);
  const sorted = () => [...rows.values()].sort((a, b) => compare(keyOf(a), keyOf(b)));

  function collection(select: () => Row[]) {
    const api = {
      toArray: async () => select().map((row) => structuredCloned(row)),
      first: async () => structuredCloned(select()[0]),
      count: async () => select().length,
      primaryKeys: async () => select().map(keyOf),
      delete: async () => {
        const gone = select();
        for (const row of gone) own().delete(wrap(keyOf(row)));
        return gone.length;
      },
      limit: (most: number) => collection(() => select().slice(0, most)),
      sortBy: async (field: string) =>
        select()
          .map((row) => structuredCloned(row) as Row)
          .sort((a, b) => compare(a[field] as Key, b[field] as Key)),
    };
    return api;
  }

  function where(index: string) {
    const fields = index.replace(/[[\]]/g, '').split('+');
    const value = (row: Row): Key =>
      fields.length === 1 ? (row[fields[0] ?? ''] as Key) : fields.map((field) => row[field] as string);
    const matching = (test: (value: Key) => boolean) => () =>
      sorted()
        .filter((row) => test(value(row)))
        .sort((a, b) => compare(value(a), value(b)));
    return {
      equals: (wanted: Key) => collection(matching((each) => compare(each, wanted) === 0)),
      between: (low: Key, high: Key) =>
        collection(matching((each) => compare(each, low) >= 0 && compare(each, high) < 0)),
    };
  }

  const table = {
    get: async (key: Key) => get(key),
    bulkGet: async (keys: readonly Key[]) => keys.map(get),
    put: async (row: Row) => put(row),
    bulkPut: async (list: readonly Row[]) => list.forEach(put),
    bulkAdd: async (list: readonly Row[]) => list.forEach(add),
    delete: async (key: Key) => void own().delete(wrap(key)),
    bulkDelete: async (keys: readonly Key[]) => {
      for (const key of keys) own().delete(wrap(key));
    },
    update: async (key: Key, change: Row) => {
      const row = rows.get(wrap(key));
      if (row) put({ ...row, ...change });
      return row ? 1 : 0;
    },
    toArray: async () => sorted().map((row) => structuredCloned(row)),
    toCollection: () => collection(sorted),
    where,
  };
  return {
    table,
    save() {
      shared = true;
      return { rows: rows as ReadonlyMap<string, Row>, nextId };
    },
    restore(saved: { readonly rows: ReadonlyMap<string, Row>; readonly nextId: number }) {
      rows = saved.rows as Map<string, Row>;
      shared = true;
      nextId = saved.nextId;
    },
  };
}

/** Shallow: what the store writes it never changes afterwards. */
function structuredCloned(row: Row | undefined): Row | undefined {
  return row && { ...row };
}

/** IndexedDB's order, for strings, numbers and arrays of them. */
function compare(a: Key, b: Key): number {
  if (Array.isArray(a) && Array.isArray(b)) {
    for (let i = 0; i < Math.min(a.length, b.length); i++) {
      const order = compare(a[i] as Key, b[i] as Key);
      if (order !== 0) return order;
    }
    return a.length - b.length;
  }
  return a < b ? -1 : a > b ? 1 : 0;
}
