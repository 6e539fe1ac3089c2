import type { EntityHead } from '../pack';
import { isCountry } from './is-country';
import { isRegion } from './is-region';

export type PlaceClass = 'country' | 'region' | 'town';

/** What is neither a country nor a part of one counts with the towns. */
export const placeClass = (head: EntityHead): PlaceClass | null =>
  head.kind !== 'place' ? null : isCountry(head) ? 'country' : isRegion(head) ? 'region' : 'town';
