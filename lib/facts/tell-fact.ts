/** Where a card tells a fact: as a line with a time, among the ties, or both. */
import type { EntityKey, Fact } from './model';
import { type LineKind, type PropertyName, propertyOf } from './properties';

/** The kind of line a fact makes on the card it is read from; null if none. */
export function lineOf({ property, side, value, start, end }: Fact): LineKind | null {
  const isThrough = value?.type === 'entity' && value.via !== null;
  const { line, told, way } = propertyOf(property);
  if (side === 'own') return way === 'dated' && value !== null && start === null && end === null ? null : line;
  if (told !== undefined) return told;
  // An office is told through its holders, and what it heads through whoever holds it.
  if (property === 'office' || property === 'held-by' || (property === 'heads' && isThrough)) return 'office';
  return property === 'second-in' && isThrough ? 'role' : null;
}

/** The entity the fact ties to the card's own; null if it is not a tie, or a line already says it. */
export function tiedTo({ property, value }: Fact): EntityKey | null {
  if (value?.type !== 'entity' || property === 'office' || propertyOf(property).way === 'no-tie') return null;
  return value.key;
}

/** Does the fact place an office in its country or body? */
export const isPlacing = (property: PropertyName): boolean =>
  property === 'heads' || property === 'second-in' || property === 'post-in';

/** Does the card's entity end with it? */
export const endsEntity = ({ property, side }: Fact): boolean => side === 'own' && propertyOf(property).ends === true;
