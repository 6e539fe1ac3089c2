/** A database as JSON: its version, its tables as Dexie declares them, and their rows with bytes in base64. */
import Dexie from 'dexie';

export interface Dump {
  readonly version: number;
  readonly stores: Readonly<Record<string, string>>;
  readonly rows: Readonly<Record<string, readonly unknown[]>>;
}

const toJson = (_: string, value: unknown) =>
  value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value;

const fromJson = (_: string, value: unknown) =>
  typeof value === 'object' && value !== null && 'base64' in value
    ? new Uint8Array(Buffer.from(String(value.base64), 'base64'))
    : value;

export const readDump = (json: string): Dump => JSON.parse(json, fromJson) as Dump;

export async function dump(database: Dexie): Promise<string> {
  const stores: Record<string, string> = {};
  const rows: Record<string, unknown[]> = {};
  for (const { name, schema } of database.tables) {
    stores[name] = [schema.primKey, ...schema.indexes].map(({ src }) => src).join(', ');
    rows[name] = await database.table(name).toArray();
  }
  return `${JSON.stringify({ version: database.verno, stores, rows }, toJson, 1)}\n`;
}

/** The database as the Backstory of that version left it. */
export async function restore(name: string, { version, stores, rows }: Dump): Promise<void> {
  const database = new Dexie(name);
  database.version(version).stores(stores);
  for (const [table, list] of Object.entries(rows)) await database.table(table).bulkAdd([...list]);
  database.close();
}
