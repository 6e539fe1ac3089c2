/**
 * Offices and memberships end with the person's death, a body's with its dissolution, unless the tables give an earlier
 * end.
 */
import { type PropertyName, propertyOf } from '../facts';
import { earliest, isBefore, latest, type PartialDate } from '../time';
import type { FactRow } from './source';

const HELD: ReadonlySet<PropertyName> = new Set([
  'office', 'role', 'member-of', 'party', 'employer', 'plays-for', 'heads', 'second-in', 'post-in', 'served-under',
]); // biome-ignore format: one list

export function closeTerms(facts: readonly FactRow[]): readonly FactRow[] {
  const ends = new Map<string, PartialDate>();
  for (const { entity, property, start, end } of facts) {
    const date = end ?? start;
    if (propertyOf(property).ends && date !== null) ends.set(entity, date);
  }
  return facts.map((fact) => {
    const end = fact.end === null && HELD.has(fact.property) ? ends.get(fact.entity) : undefined;
    const isInOrder = end !== undefined && (fact.start === null || !isBefore(latest(end), earliest(fact.start)));
    return isInOrder ? { ...fact, end } : fact;
  });
}
