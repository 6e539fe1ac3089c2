/**
 * How many notes are kept. Counted by the transaction that changes it: an index of ten thousand entries takes a tenth
 * of a second to count, and every list asks.
 */
import type { BackstoryDatabase } from '../../database';

const ROW = 'notes-kept';

const byIndex = ({ notes }: BackstoryDatabase) =>
  notes.where('[kept+changedAt]').between([1, -Infinity], [1, Infinity]).count();

export async function keptCount(database: BackstoryDatabase): Promise<number> {
  return (await database.meta.get(ROW))?.value ?? byIndex(database);
}

/** Inside the transaction that wrote the notes, after it. */
export async function changeKeptCount(database: BackstoryDatabase, by: number): Promise<void> {
  if (by === 0) return;
  const known = await database.meta.get(ROW);
  await database.meta.put({ name: ROW, value: known ? known.value + by : await byIndex(database) });
}
