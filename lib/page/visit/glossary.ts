import type { EntityKey, EntityLabel } from '../../facts';
import { formOf, type Spot } from '../read/spot';
import type { GlossaryEntry } from './glossary-entry';

/** A story uses a handful of names for one thing; with more it is no story. */
const MOST_FORMS = 12;

/** The entities of a page in order of appearance. `spots` are in reading order. */
export function glossaryOf(
  spots: readonly Spot[],
  entities: ReadonlyMap<EntityKey, EntityLabel>,
): readonly GlossaryEntry[] {
  const counted = new Map<EntityKey, { order: number; count: number; salience: number; forms: string[] }>();
  spots.forEach((spot, order) => {
    const { mention } = spot;
    const form = formOf(spot);
    const known = counted.get(mention.entity);
    if (!known) counted.set(mention.entity, { order, count: 1, salience: mention.salience, forms: [form] });
    else {
      known.count++;
      if (known.forms.length < MOST_FORMS && !known.forms.includes(form)) known.forms.push(form);
      known.salience = Math.max(known.salience, mention.salience);
    }
  });
  return [...counted].flatMap(([entity, seen]) => {
    const named = entities.get(entity);
    return named ? [{ entity, ...named, ...seen }] : [];
  });
}
