/** What all packs together say of an entity. The first pack that knows it names it; the others add to it. */
import type { Background, Dossier, Entity, EntityKey, Fact, Relation } from '../facts';
import type { Pack } from '../pack';

/** All but the background. */
export function readDossier(packs: readonly Pack[], key: EntityKey): Omit<Dossier, 'background'> | null {
  const parts = rowsOf(packs, key);
  const [first] = parts;
  if (!first) return null;
  const { pack, row } = first;
  return {
    entity: pack.entity(row),
    facts: distinct(
      parts.flatMap((part) => part.pack.facts(part.row)),
      factIdentity,
    ),
    relations: distinct(
      parts.flatMap((part) => part.pack.relations(part.row)),
      relationIdentity,
    ),
  };
}

/** Apart from the rest: it lies in a compressed block, and most cards are never opened. */
export function readBackground(packs: readonly Pack[], key: EntityKey): Background | null {
  for (const { pack, row } of rowsOf(packs, key)) {
    const background = pack.background(row);
    if (background) return background;
  }
  return null;
}

export function entityIn(packs: readonly Pack[], key: EntityKey): Entity | null {
  for (const pack of packs) {
    const row = pack.row(key);
    if (row >= 0) return pack.entity(row);
  }
  return null;
}

export const nameIn = (packs: readonly Pack[], key: EntityKey): string | null => entityIn(packs, key)?.name ?? null;

function rowsOf(packs: readonly Pack[], key: EntityKey) {
  return packs.map((pack) => ({ pack, row: pack.row(key) })).filter(({ row }) => row >= 0);
}

const factIdentity = ({ kind, text, start, end }: Fact) => [kind, text, start, end].join('|');
const relationIdentity = ({ other, text, start, end }: Relation) => [other, text, start, end].join('|');

function distinct<T>(items: readonly T[], identity: (item: T) => string): T[] {
  return [...new Map(items.map((item) => [identity(item), item])).values()];
}
