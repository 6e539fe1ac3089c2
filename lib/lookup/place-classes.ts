/** The river in a story is not the town of that name, and the state is not its city. */
import { encyclopedias, type PlaceSort } from '../language';
import { foldedWords, leadOf } from './words';

function sortOf(noun = ''): PlaceSort | null {
  for (const { sortOfPlace } of encyclopedias) {
    const sort = sortOfPlace(noun);
    if (sort !== null) return sort;
  }
  return null;
}

/** Do they name places of different sorts? If one does not say (a region, a port), it is unclear. */
export function areOtherPlaces(role: string, told: readonly string[]): boolean {
  const asked = sortOf(foldedWords(role).at(-1));
  if (asked === null) return false;
  const is = told.flatMap((text) => nounsOf(text).flatMap((noun) => sortOf(noun) ?? []));
  return is.length > 0 && !is.some((sort) => sort === asked || (IN_ONE.has(sort) && IN_ONE.has(asked)));
}

/** "Island country". */
const IN_ONE: ReadonlySet<PlaceSort> = new Set(['land', 'region']);

/** "Capital and state of Zendria" is both. */
function nounsOf(text: string): readonly (string | undefined)[] {
  const lead = leadOf(text);
  return lead.filter((_, at) => at === lead.length - 1 || encyclopedias.some(({ and }) => lead[at + 1] === and));
}
