import type { CardView, EntityKey } from '../facts';
import type { GlossaryEntry } from '../messages';
import type { Spot } from './spot';

/** The entities of a page in the order in which they first come up. `spots` in reading order. */
export function glossaryOf(
  spots: readonly Spot[],
  previews: ReadonlyMap<EntityKey, CardView>,
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
    const preview = previews.get(entity);
    return preview ? [{ entity, kind: preview.kind, name: preview.name, gloss: preview.gloss, ...seen }] : [];
  });
}
