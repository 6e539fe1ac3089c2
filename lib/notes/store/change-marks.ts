/**
 * Which kept notes changed since the last backup. Marked by the transaction that changes them, because clocks cannot
 * tell: a note carries the time of the device, or file, it came from.
 */
import type { BackstoryDatabase, NoteRow } from '../../database';
import type { EntityKey } from '../../facts';

/** How many transactions have changed notes; a mark is the number of the last one. */
const COUNT = 'notes-changes';
const MARK = 'notes-changed:';

const markOf = ({ entity }: NoteRow) => MARK + entity;
const marks = ({ meta }: BackstoryDatabase) => meta.where('name').startsWith(MARK);

export async function changeCount({ meta }: BackstoryDatabase): Promise<number> {
  return (await meta.get(COUNT))?.value ?? 0;
}

/** Call inside the transaction that wrote the notes. What is in the bin is not missed; restoring it is a change. */
export async function markChanged(database: BackstoryDatabase, notes: readonly NoteRow[]): Promise<void> {
  if (notes.length === 0) return;
  const value = (await changeCount(database)) + 1;
  const kept = notes.filter((note) => note.kept === 1);
  const gone = notes.filter((note) => note.kept === 0);
  await database.meta.bulkPut([{ name: COUNT, value }, ...kept.map((note) => ({ name: markOf(note), value }))]);
  if (gone.length > 0) await database.meta.bulkDelete(gone.map(markOf));
}

export async function markedNotes(database: BackstoryDatabase): Promise<readonly EntityKey[]> {
  return (await marks(database).primaryKeys()).map((name) => name.slice(MARK.length));
}

/** For changes up to that number; a note changed again keeps its mark. */
export async function removeMarks(database: BackstoryDatabase, upTo: number): Promise<void> {
  const old = (await marks(database).toArray()).filter(({ value }) => value <= upTo);
  await database.meta.bulkDelete(old.map(({ name }) => name));
}
