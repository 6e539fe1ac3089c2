/**
 * How many notes are kept. Updated by the transaction that changes it: counting an index of ten thousand takes a tenth
 * of a second, and every list asks.
 */
import type { BackstoryDatabase } from '../../database';

const ROW = 'notes-kept';

const byIndex = ({ notes }: BackstoryDatabase) =>
  notes.where('[kept+changedAt]').between([1, -Infinity], [1, Infinity]).count();

export async function keptCount(database: BackstoryDatabase): Promise<number> {
  return (await database.meta.get(ROW))?.value ?? byIndex(database);
}

/** Call inside the transaction that wrote the notes, after writing. */
export async function changeKeptCount(database: BackstoryDatabase, by: number): Promise<void> {
  if (by === 0) return;
  const known = await database.meta.get(ROW);
  await database.meta.put({ name: ROW, value: known ? known.value + by : await byIndex(database) });
}
