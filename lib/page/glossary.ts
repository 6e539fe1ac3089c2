import type { EntityKey, NamedEntity } from '../facts';
import type { GlossaryEntry } from './glossary-entry';
import type { Spot } from './spot';

/** The entities of a page in the order in which they first come up. `spots` in reading order. */
export function glossaryOf(
  spots: readonly Spot[],
  entities: ReadonlyMap<EntityKey, NamedEntity>,
): readonly GlossaryEntry[] {
  const counted = new Map<EntityKey, { order: number; count: number; salience: number }>();
  spots.forEach(({ mention }, order) => {
    const known = counted.get(mention.entity);
    if (!known) counted.set(mention.entity, { order, count: 1, salience: mention.salience });
    else {
      known.count++;
      known.salience = Math.max(known.salience, mention.salience);
    }
  });
  return [...counted].flatMap(([entity, seen]) => {
    const named = entities.get(entity);
    return named ? [{ entity, ...named, ...seen }] : [];
  });
}
