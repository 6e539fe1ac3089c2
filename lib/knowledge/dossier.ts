/** What all packs together say of an entity. The first pack that knows it names it; the others add to it. */
import type { Dossier, EntityKey, Fact } from '../facts';
import type { EntityHead, Pack } from '../pack';

export async function readDossier(packs: readonly Pack[], key: EntityKey): Promise<Dossier | null> {
  const cards = await Promise.all(rowsOf(packs, key).map(({ pack, row }) => pack.card(row)));
  const [first] = cards;
  if (!first) return null;
  return {
    entity: first.entity,
    facts: distinct(
      cards.flatMap((card) => card.facts),
      factIdentity,
    ),
    background: cards.find((card) => card.background)?.background ?? null,
  };
}

export function entityIn(packs: readonly Pack[], key: EntityKey): EntityHead | null {
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

const factIdentity = ({ property, side, value, words, start, end }: Fact) =>
  JSON.stringify([property, side, value, words, start, end]);

function distinct<T>(items: readonly T[], identity: (item: T) => string): T[] {
  return [...new Map(items.map((item) => [identity(item), item])).values()];
}
