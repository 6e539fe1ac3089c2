/**
 * The entity of the packs that a label of a benchmark means. Its id says so, where we have that id. Else its title may: an
 * entity of that very name, or the only one about which that article is. One that has another id is another thing, and so
 * is one that shares its article with others (OPEC+ is told of in the article on OPEC).
 */
import type { EntityRow } from '../../lib/pack';

interface Labelled {
  /** Empty: the benchmark has none. */
  readonly id: string;
  readonly title: string;
}

export function heldBy(entities: readonly EntityRow[]): (label: Labelled) => string | null {
  const ids = new Map<string, string>();
  const named = new Map<string, EntityRow[]>();
  const about = new Map<string, EntityRow[]>();
  const put = (into: Map<string, EntityRow[]>, words: string, entity: EntityRow): void => {
    into.set(words.toLowerCase(), [...(into.get(words.toLowerCase()) ?? []), entity]);
  };
  for (const entity of entities) {
    if (entity.wikidata) ids.set(entity.wikidata, entity.key);
    put(named, entity.name, entity);
    if (entity.wikipedia) put(about, entity.wikipedia, entity);
  }
  return ({ id, title }) => {
    const known = ids.get(id);
    if (known !== undefined) return known;
    const isOther = ({ wikidata }: EntityRow): boolean => wikidata !== null && id !== '';
    for (const found of [named, about]) {
      const [only, second] = found.get(title.toLowerCase()) ?? [];
      if (only && !second) return isOther(only) ? null : only.key;
    }
    return null;
  };
}
