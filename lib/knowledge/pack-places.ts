/**
 * In which order packs are asked: where two contradict one another, the first holds. The bundled pack stands at 0, the
 * imported ones before or behind it; those that nobody has placed come last, by their names.
 */
import type { BackstoryDatabase } from '../database';

/** The name of an imported pack; null is the bundled one. */
export type PackId = string | null;

/** Of `packs`, each with its number; a pack that has none is not among them. */
export type PackPlaces = ReadonlyMap<string, number>;

const PREFIX = 'pack-place ';
export const placeName = (pack: string): string => PREFIX + pack;

/** To be called within a transaction where it has to fit what else is read or written. */
export async function readPlaces(database: BackstoryDatabase): Promise<PackPlaces> {
  const rows = await database.meta.where('name').startsWith(PREFIX).toArray();
  return new Map(rows.map(({ name, value }) => [name.slice(PREFIX.length), value]));
}

export const placeOf = (places: PackPlaces, pack: string): number => places.get(pack) ?? Number.POSITIVE_INFINITY;

export function inOrder<T extends { readonly name: string }>(packs: readonly T[], places: PackPlaces): T[] {
  return [...packs].sort(
    (one, other) =>
      comparePlaces(placeOf(places, one.name), placeOf(places, other.name)) || (one.name < other.name ? -1 : 1),
  );
}

/** Behind all that have a place. */
export const lastPlace = (places: PackPlaces): number => Math.max(0, ...places.values()) + 1;

/** Rows that give the imported packs of `order` their places around the bundled one. */
export function placesFor(order: readonly PackId[]): { name: string; value: number }[] {
  const bundled = Math.max(0, order.indexOf(null));
  return order.flatMap((pack, at) => (pack === null ? [] : { name: placeName(pack), value: at - bundled }));
}

/** Not by their difference: of two without a place there is none. */
const comparePlaces = (one: number, other: number): number => (one === other ? 0 : one < other ? -1 : 1);
