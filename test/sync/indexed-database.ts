/** The extension's own database over fake-indexeddb, with the operations that a script performs on databases. */
import 'fake-indexeddb/auto';
import { createDatabase } from '../../lib/database';
import type { ScriptDatabase, Snapshot } from './memory-database';

const TABLES = ['docs', 'notes', 'versions', 'outbox', 'remotes', 'remoteFiles', 'device', 'keys', 'meta'] as const;
let made = 0;

export async function createIndexedDatabase(from?: Snapshot): Promise<ScriptDatabase> {
  const database = createDatabase(`script-${++made}`);
  let failing = false;
  for (const name of TABLES) {
    const rows = [...(from?.get(name)?.rows.values() ?? [])];
    if (rows.length > 0) await database.table(name).bulkPut(rows);
  }
  const transaction = database.transaction.bind(database) as (...parameters: unknown[]) => Promise<unknown>;
  const failingAtTheEnd = (...parameters: unknown[]) => {
    const work = parameters.pop() as () => Promise<unknown>;
    const last = async () => {
      const result = await work();
      if (!failing || parameters[0] === 'r') return result;
      failing = false;
      throw Object.assign(new Error('the disk is full'), { name: 'QuotaExceededError' });
    };
    return transaction(...parameters, last);
  };
  Object.defineProperty(database, 'transaction', { value: failingAtTheEnd });
  return {
    database,
    failNextWrite: (next) => {
      failing = next;
    },
    async snapshot() {
      const tables = await Promise.all(
        TABLES.map(async (name) => {
          const rows = (await database.table(name).toArray()) as Record<string, unknown>[];
          return [name, { rows: new Map(rows.map((row, i) => [`${i}`, row])), nextId: 1 }] as const;
        }),
      );
      return new Map(tables);
    },
  };
}
