/** Where a card tells a fact: as a line with a time, among the ties, or both. */
import type { EntityKey, Fact } from './model';
import { type LineKind, type PropertyName, propertyOf } from './properties';

/** The line that the fact makes on the card from whose side it is read; null where it makes none. */
export function lineOf({ property, side, value, start, end }: Fact): LineKind | null {
  const isThrough = value?.type === 'entity' && value.via !== null;
  const { line, told, way } = propertyOf(property);
  if (side === 'own') return way === 'dated' && value !== null && start === null && end === null ? null : line;
  if (told !== undefined) return told;
  // An office is told by its holders, what it heads by whoever holds it.
  if (property === 'office' || property === 'held-by' || (property === 'heads' && isThrough)) return 'office';
  return property === 'second-in' && isThrough ? 'role' : null;
}

/** The entity that the fact ties to the card's own; null where it is no tie. What a line says already is none. */
export function tiedTo({ property, value }: Fact): EntityKey | null {
  if (value?.type !== 'entity' || property === 'office' || propertyOf(property).way === 'no-tie') return null;
  return value.key;
}

/** Does the fact place an office in the country or body to which it belongs? */
export const isPlacing = (property: PropertyName): boolean =>
  property === 'heads' || property === 'second-in' || property === 'post-in';

/** Is the card's entity no more after it? */
export const endsEntity = ({ property, side }: Fact): boolean => side === 'own' && propertyOf(property).ends === true;
