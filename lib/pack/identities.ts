/**
 * Identity of entities across all packs in use. Each pack lists the former keys of its entities; followed from pack to
 * pack, a key leads to the one used today, or to several where it was split. Rows with the same key are one entity.
 *
 * note on "opec-plus" ─► pack 1: former key of q2994842 ─► pack 2: q2994842 is a former key of q7 ─► q7
 *
 * Where packs contradict each other, the less disruptive claim wins: a key that some pack uses is not split by another,
 * an id in use is not replaced by a slug, and in a circle of keys the alphabetically first stands.
 */
import type { EntityKey } from '../facts';
import type { Pack } from './types';

export interface RowInPack {
  /** Index of the pack among those in use. */
  readonly pack: number;
  readonly row: number;
}

export interface Identities {
  /** What a stored key means today; the key itself if no pack says otherwise. Never empty. */
  heirs(key: EntityKey): readonly EntityKey[];
  /** The one key that stands for this today; null if it was split, so that no single one does. */
  current(key: EntityKey): EntityKey | null;
  /** The rows of an entity with this current key, in pack order. */
  rows(key: EntityKey): readonly RowInPack[];
}

const ID = /^q[1-9]\d*$/;

let kept: { readonly packs: readonly Pack[]; readonly identities: Identities } | null = null;

/** For these packs; the latest is cached, since most questions concern the same packs. */
export function openIdentities(packs: readonly Pack[]): Identities {
  const same =
    kept !== null && kept.packs.length === packs.length && kept.packs.every((pack, at) => pack === packs[at]);
  if (kept === null || !same) kept = { packs: [...packs], identities: makeIdentities(packs) };
  return kept.identities;
}

function makeIdentities(packs: readonly Pack[]): Identities {
  const known = new Map<EntityKey, readonly EntityKey[]>();

  /** One step: the entities that had this key before. */
  function next(key: EntityKey): readonly EntityKey[] {
    const inUse = packs.some((pack) => pack.row(key) >= 0);
    // Within one pack no key in use is also a former one.
    if (inUse && packs.length === 1) return [];
    const found = new Set(packs.flatMap((pack) => pack.heirs(key).map((row) => pack.entity(row).key)));
    const [first] = found;
    if (first === undefined || (inUse && found.size > 1)) return [];
    return inUse && ID.test(key) && !ID.test(first) ? [] : [...found];
  }

  function follow(key: EntityKey): readonly EntityKey[] {
    const reached = new Set([key]);
    const ends: EntityKey[] = [];
    for (const one of reached) {
      const more = next(one);
      if (more.length === 0) ends.push(one);
      for (const other of more) reached.add(other);
    }
    return ends.length > 0 ? ends.sort() : [...reached].sort().slice(0, 1);
  }

  function heirs(key: EntityKey): readonly EntityKey[] {
    // For a single pack caching is not worth it.
    if (packs.length === 1) return follow(key);
    const found = known.get(key) ?? follow(key);
    known.set(key, found);
    return found;
  }

  const current = (key: EntityKey): EntityKey | null => {
    const [first, second] = heirs(key);
    return second === undefined ? (first ?? key) : null;
  };

  return {
    heirs,
    current,
    rows(key) {
      if (packs.length === 1) {
        const row = packs[0]!.row(key);
        return row < 0 ? [] : [{ pack: 0, row }];
      }
      const rows: RowInPack[] = [];
      const keys = new Set([key]);
      for (const one of keys) {
        if (current(one) !== key) continue;
        for (const [pack, { row: rowOf, formerKeys }] of packs.entries()) {
          const row = rowOf(one);
          if (row < 0) continue;
          rows.push({ pack, row });
          for (const former of formerKeys(row)) keys.add(former);
        }
      }
      return rows.sort((one, other) => one.pack - other.pack || one.row - other.row);
    },
  };
}
