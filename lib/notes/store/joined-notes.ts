/** Which notes form one list entry. There are few: only what was written under two keys of one entity is loaded. */
import type { BackstoryDatabase, NoteRow } from '../../database';
import type { EntityKey } from '../../facts';
import type { WholeNote } from '../types';
import { type Owners, ownersOf } from './identities';
import { isLiving } from './is-empty';
import { askingNote, wholeOf } from './whole-note';

export interface JoinedNotes {
  /** The group a note is in; null: it stands alone. */
  groupOf(entity: EntityKey): readonly NoteRow[] | null;
  readonly groups: readonly (readonly NoteRow[])[];
}

const NONE: JoinedNotes = { groupOf: () => null, groups: [] };

export async function readJoinedNotes(database: BackstoryDatabase): Promise<JoinedNotes> {
  const { notes, identities } = database;
  const [heirs, placed] = await Promise.all([identities.orderBy('heirs').keys(), notes.orderBy('place').toArray()]);
  const of = await ownersOf(database, placed);
  // In index order, so whoever appears twice has several keys.
  const several = heirs.filter((heir, at) => heir === heirs[at + 1]).map(String);
  const owners = [...new Set([...several, ...placed.flatMap(of)])];
  if (owners.length === 0) return NONE;
  const keys = await identities.where('heirs').anyOf(owners).primaryKeys();
  const known = await notes.bulkGet([...new Set([...keys, ...owners])]);
  const there = [...new Map([...placed, ...known].flatMap((note) => (note ? [[note.entity, note]] : []))).values()];
  const owned = groupByOwner(there.filter(isLiving), await ownersOf(database, there));
  const groups = [...owned.values()].filter((group) => group.length > 1);
  const groupOf = new Map(groups.flatMap((group) => group.map(({ entity }) => [entity, group] as const)));
  return { groups, groupOf: (entity) => groupOf.get(entity) ?? null };
}

/** Without those that cannot be placed. */
function groupByOwner(notes: readonly NoteRow[], of: Owners): ReadonlyMap<EntityKey, readonly NoteRow[]> {
  const groups = new Map<EntityKey, NoteRow[]>();
  for (const note of notes) {
    const [owner, second] = of(note);
    if (owner === undefined || second !== undefined) continue;
    const group = groups.get(owner);
    if (group) group.push(note);
    else groups.set(owner, [note]);
  }
  return groups;
}

/** As shown in a list, each with the notes joined to it. */
export async function toWhole(
  database: BackstoryDatabase,
  rows: readonly NoteRow[],
  { groupOf }: JoinedNotes,
): Promise<WholeNote[]> {
  const of = await ownersOf(database, rows);
  return rows.map((row) => {
    const [owner = row.entity, second] = of(row);
    if (second !== undefined) return askingNote(row, of(row));
    return (
      wholeOf(groupOf(row.entity) ?? [row], owner) ?? { ...row, today: owner, parts: [row], isApart: false, asks: [] }
    );
  });
}
