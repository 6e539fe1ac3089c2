/** Which row represents an entity in several packs: the first pack's, whatever keys they know it by. */
import { openIdentities, type Pack, type RowInPack } from '../pack';

export interface OwnedRows {
  ownerOf(pack: number, row: number): RowInPack;
  isOwner(pack: number, row: number): boolean;
}

let kept: { readonly packs: readonly Pack[]; readonly owned: OwnedRows } | null = null;

/** For these packs; the latest is cached, since each typed letter asks the same packs. */
export function ownRows(packs: readonly Pack[]): OwnedRows {
  const same =
    kept !== null && kept.packs.length === packs.length && kept.packs.every((pack, at) => pack === packs[at]);
  if (kept === null || !same) kept = { packs: [...packs], owned: findOwners(packs) };
  return kept.owned;
}

/**
 * Within one pack all rows are distinct entities, so the first pack, by far the largest, need not be searched for
 * duplicates.
 */
function findOwners(packs: readonly Pack[]): OwnedRows {
  const owners = packs.map(() => new Map<number, RowInPack>());
  const { current, rows } = openIdentities(packs);
  packs.forEach((pack, at) => {
    if (at === 0) return;
    for (let row = 0; row < pack.info.entityCount; row++) {
      if (owners[at]!.has(row)) continue;
      const today = current(pack.entity(row).key);
      const all = today === null ? [] : rows(today);
      const [first] = all;
      if (first === undefined) continue;
      for (const other of all) if (other !== first) owners[other.pack]!.set(other.row, first);
    }
  });
  return {
    ownerOf: (pack, row) => owners[pack]!.get(row) ?? { pack, row },
    isOwner: (pack, row) => !owners[pack]!.has(row),
  };
}
