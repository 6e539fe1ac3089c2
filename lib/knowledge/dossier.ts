/** What all packs together say of an entity. The first pack that knows it names it; the others add to it. */
import type { Dossier, EntityKey, Fact, Relation } from '../facts';
import type { Pack } from '../pack';

export function readDossier(packs: readonly Pack[], key: EntityKey): Dossier | null {
  const parts = packs.flatMap((pack) => {
    const row = pack.row(key);
    return row < 0 ? [] : [{ pack, row }];
  });
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
    background: parts.map((part) => part.pack.background(part.row)).find((found) => found !== null) ?? null,
  };
}

export function nameIn(packs: readonly Pack[], key: EntityKey): string | null {
  for (const pack of packs) {
    const row = pack.row(key);
    if (row >= 0) return pack.entity(row).name;
  }
  return null;
}

const factIdentity = ({ kind, text, start, end }: Fact) => [kind, text, start, end].join('|');
const relationIdentity = ({ other, text, start, end }: Relation) => [other, text, start, end].join('|');

function distinct<T>(items: readonly T[], identity: (item: T) => string): T[] {
  return [...new Map(items.map((item) => [identity(item), item])).values()];
}
