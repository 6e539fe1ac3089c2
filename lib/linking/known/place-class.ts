import { isCountry } from './is-country';
import { isRegion } from './is-region';
import { knownOfHead } from './known-of-head';

export type PlaceClass = 'country' | 'region' | 'town' | 'other';

const TOWN =
  /^(?:[\w-]+ ){0,3}(?:city|capital|town|port|suburb|borough|resort|village|metropolis|seat|centre|municipality)\b/i;

/** Judged by the gloss: "Largest city of Texas" is a town; a river is something else. */
export const placeClass = knownOfHead((head): PlaceClass | null => {
  if (head.kind !== 'place') return null;
  if (isCountry(head)) return 'country';
  if (isRegion(head)) return 'region';
  return TOWN.test(head.gloss) ? 'town' : 'other';
});
