/** Fixtures of databases as JSON: version, tables as Dexie declares them, and their rows with bytes in base64. */
import Dexie from 'dexie';

export interface Dump {
  readonly version: number;
  readonly stores: Readonly<Record<string, string>>;
  readonly rows: Readonly<Record<string, readonly unknown[]>>;
}

const fromJson = (_: string, value: unknown) =>
  typeof value === 'object' && value !== null && 'base64' in value
    ? new Uint8Array(Buffer.from(String(value.base64), 'base64'))
    : value;

export const readDump = (json: string): Dump => JSON.parse(json, fromJson) as Dump;

/** The database as the Backstory of that version left it. */
export async function restore(name: string, { version, stores, rows }: Dump): Promise<void> {
  const database = new Dexie(name);
  database.version(version).stores(stores);
  for (const [table, list] of Object.entries(rows)) await database.table(table).bulkAdd([...list]);
  database.close();
}
