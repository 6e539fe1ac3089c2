/** Which row speaks for an entity that several packs have: that of the first of them, whatever keys they know it by. */
import { openIdentities, type Pack, type PackRow } from '../pack';

export interface OwnedRows {
  ownerOf(pack: number, row: number): PackRow;
  isOwner(pack: number, row: number): boolean;
}

let kept: { readonly packs: readonly Pack[]; readonly owned: OwnedRows } | null = null;

/** Of these packs; the last one is kept, since letter after letter is asked of the same packs. */
export function ownRows(packs: readonly Pack[]): OwnedRows {
  const same =
    kept !== null && kept.packs.length === packs.length && kept.packs.every((pack, at) => pack === packs[at]);
  if (kept === null || !same) kept = { packs: [...packs], owned: findOwners(packs) };
  return kept.owned;
}

/**
 * Rows are one entity only where a pack behind the first knows of it: within one pack no two are. So the rows of the first,
 * the largest by far, need not be gone through.
 */
function findOwners(packs: readonly Pack[]): OwnedRows {
  const owners = packs.map(() => new Map<number, PackRow>());
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
