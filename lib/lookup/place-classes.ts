/** The river that a story speaks of is not the town of that name. */
import { encyclopedias, type PlaceSort } from '../language';
import { leadOf, wordsOf } from './words';

function sortOf(noun = ''): PlaceSort | null {
  for (const { sortOfPlace } of encyclopedias) {
    const sort = sortOfPlace(noun);
    if (sort !== null) return sort;
  }
  return null;
}

/** Do they name places of two sorts? Where one says nothing of the sort (a region, a port) nobody can tell. */
export function areOtherPlaces(role: string, told: readonly string[]): boolean {
  const asked = sortOf(wordsOf(role).at(-1));
  if (asked === null) return false;
  const is = told.flatMap((text) => sortOf(leadOf(text).at(-1)) ?? []);
  return is.length > 0 && !is.includes(asked);
}
