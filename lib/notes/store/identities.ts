/**
 * Whose note is whose, by the packs (`identities`, kept by `createIdentityKeeper`) and by the reader's decision
 * (`place`):
 *
 * place is its own key ─► it stands apart
 * place is another key ─► what that key means today
 * no place             ─► what the key it was written under means today
 *
 * Several owners: the key was split, and the reader is asked.
 */
import type { BackstoryDatabase, IdentityRow, NoteRow } from '../../database';
import type { EntityKey } from '../../facts';

export type Owners = (note: Pick<NoteRow, 'entity' | 'place'>) => readonly EntityKey[];

export function identityRow(key: EntityKey, heirs: readonly EntityKey[], due: 0 | 1): IdentityRow {
  return { key, heirs: [...heirs], moved: heirs.length === 1 && heirs[0] === key ? 0 : 1, due };
}

/** Call inside a transaction that writes `identities`: marks these keys for the packs to be asked. */
export async function register({ identities }: BackstoryDatabase, keys: readonly EntityKey[]): Promise<void> {
  if (keys.length === 0) return;
  const known = await identities.bulkGet([...keys]);
  const missing = keys.filter((_, at) => known[at] === undefined);
  if (missing.length > 0) await identities.bulkPut(missing.map((key) => identityRow(key, [key], 1)));
}

export async function heirsOf({ identities }: BackstoryDatabase, key: EntityKey): Promise<readonly EntityKey[]> {
  return (await identities.get(key))?.heirs ?? [key];
}

/** All keys that mean, or may mean, this entity today: its own first. */
export async function keysOf({ identities }: BackstoryDatabase, entity: EntityKey): Promise<readonly EntityKey[]> {
  const others = await identities.where('heirs').equals(entity).primaryKeys();
  return [...new Set([entity, ...others])];
}

export async function ownersOf({ identities }: BackstoryDatabase, notes: readonly NoteRow[]): Promise<Owners> {
  const keys = [...new Set(notes.flatMap(({ entity, place }) => (place === undefined ? entity : [entity, place])))];
  const rows = await identities.bulkGet(keys);
  const heirs = new Map(keys.map((key, at) => [key, rows[at]?.heirs ?? [key]]));
  return ({ entity, place }) => (place === entity ? [entity] : (heirs.get(place ?? entity) ?? [place ?? entity]));
}

/** Notes, kept or not, that belong or may belong to one of these keys. */
export async function notesUnder({ notes }: BackstoryDatabase, keys: readonly EntityKey[]): Promise<NoteRow[]> {
  const [own, placed] = await Promise.all([notes.bulkGet([...keys]), notes.where('place').anyOf(keys).toArray()]);
  const all = [...own.filter((note) => note !== undefined), ...placed];
  return [...new Map(all.map((note) => [note.entity, note])).values()];
}
