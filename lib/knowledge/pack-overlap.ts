/** What a pack adds to the others: counted by current identity, so that an id and a slug of one entity match. */
import { openIdentities, type Pack } from '../pack';

export interface PackOverlap {
  /** Entities that none of the other packs knows. */
  readonly own: number;
  /** Entities that another pack knows too. */
  readonly shared: number;
}

/** Entities between two pauses: less than 50 ms. */
const SLICE = 1_000;
const SEVERAL = -1;

/** In the order of `packs`; each adds up to all entities of its pack. `pause` yields to other work. */
export async function overlapOf(packs: readonly Pack[], pause: () => Promise<void>): Promise<PackOverlap[]> {
  const [first] = packs;
  if (first === undefined) return [];
  if (packs.length === 1) return [{ own: first.info.entityCount, shared: 0 }];
  const { current } = openIdentities(packs);
  /** Entity → index of the only pack that knows it, or several. */
  const knownBy = new Map<string, number>();
  let looked = 0;
  for (const [at, pack] of packs.entries()) {
    for (let row = 0; row < pack.info.entityCount; row++) {
      const today = todayOf(pack.key(row));
      const other = knownBy.get(today);
      knownBy.set(today, other === undefined || other === at ? at : SEVERAL);
      if (++looked % SLICE === 0) await pause();
    }
  }
  const counted: PackOverlap[] = [];
  for (const pack of packs) {
    let shared = 0;
    for (let row = 0; row < pack.info.entityCount; row++) {
      if (knownBy.get(todayOf(pack.key(row))) === SEVERAL) shared++;
      if (++looked % SLICE === 0) await pause();
    }
    counted.push({ own: pack.info.entityCount - shared, shared });
  }
  return counted;

  /** A key that was split is unclear, so it stands for itself. */
  function todayOf(key: string): string {
    return current(key) ?? key;
  }
}
