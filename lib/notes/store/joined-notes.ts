/**
 * Which notes stand in a list as one. There are few: only what was written under two keys of one entity is loaded for it.
 */
import type { BackstoryDatabase, NoteRow } from '../../database';
import type { EntityKey } from '../../facts';
import type { WholeNote } from '../types';
import { ownersOf } from './identities';
import { isThere } from './is-empty';
import { askingNote, wholeOf } from './whole-note';

export interface JoinedNotes {
  /** The notes of the group that a note is in; null: it stands by itself. */
  groupOf(entity: EntityKey): readonly NoteRow[] | null;
  readonly groups: readonly (readonly NoteRow[])[];
}

export async function readJoinedNotes({ notes, identities }: BackstoryDatabase): Promise<JoinedNotes> {
  const [moved, placed] = await Promise.all([
    identities.where('moved').equals(1).toArray(),
    notes.orderBy('place').toArray(),
  ]);
  if (moved.length === 0 && placed.length === 0) return { groupOf: () => null, groups: [] };
  const known = new Set(await notes.toCollection().primaryKeys());
  const heirs = new Map(moved.map((row) => [row.key, row.heirs]));
  const members = new Map<EntityKey, Set<EntityKey>>();
  const put = (key: EntityKey, owners: readonly EntityKey[]): void => {
    const [owner, second] = owners;
    if (owner === undefined || second !== undefined) return;
    const keys = members.get(owner) ?? new Set(known.has(owner) ? [owner] : []);
    members.set(owner, keys.add(key));
  };
  for (const [key, to] of heirs) if (known.has(key)) put(key, to);
  for (const { entity, place } of placed) if (place !== undefined) put(entity, heirs.get(place) ?? [place]);
  const several = [...members].filter(([, keys]) => keys.size > 1);
  const rows = (await notes.bulkGet(several.flatMap(([, keys]) => [...keys]))).filter((note) => note !== undefined);
  const byKey = new Map(rows.map((note) => [note.entity, note]));
  // The reader's word may take one out again.
  const groups = several
    .map(([owner, keys]) =>
      [...keys].flatMap((key) => {
        const note = byKey.get(key);
        if (!note || !isThere(note)) return [];
        const [only, second] = ownerOf(note, heirs);
        return only === owner && second === undefined ? [note] : [];
      }),
    )
    .filter((group) => group.length > 1);
  const groupOf = new Map(groups.flatMap((group) => group.map(({ entity }) => [entity, group] as const)));
  return { groups, groupOf: (entity) => groupOf.get(entity) ?? null };
}

const ownerOf = (
  { entity, place }: NoteRow,
  heirs: ReadonlyMap<EntityKey, readonly EntityKey[]>,
): readonly EntityKey[] => (place === entity ? [entity] : (heirs.get(place ?? entity) ?? [place ?? entity]));

/** As a list shows them, each with what stands in it as one. */
export async function toWhole(
  database: BackstoryDatabase,
  rows: readonly NoteRow[],
  { groupOf }: JoinedNotes,
): Promise<WholeNote[]> {
  const of = await ownersOf(database, rows);
  return rows.map((row) => {
    const [owner = row.entity, second] = of(row);
    if (second !== undefined) return askingNote(row, of(row));
    return wholeOf(groupOf(row.entity) ?? [row], owner) ?? { ...row, today: owner, parts: [row], asks: [] };
  });
}
