/**
 * The order in which packs are asked: where two contradict each other, the first wins. The bundled pack is at 0,
 * imported ones before or after it; those without a place come last, by name.
 */
import type { BackstoryDatabase } from '../database';

/** The name of an imported pack; null is the bundled one. */
export type PackId = string | null;

/** Packs with their place numbers; those without one are missing. */
export type PackPlaces = ReadonlyMap<string, number>;

const PREFIX = 'pack-place ';
export const placeName = (pack: string): string => PREFIX + pack;

/** Call it within a transaction if it must be consistent with other reads or writes. */
export async function readPlaces(database: BackstoryDatabase): Promise<PackPlaces> {
  const rows = await database.meta.where('name').startsWith(PREFIX).toArray();
  return new Map(rows.map(({ name, value }) => [name.slice(PREFIX.length), value]));
}

export const rankOf = (places: PackPlaces, pack: string): number => places.get(pack) ?? Number.POSITIVE_INFINITY;

export function sortedByPlace<T extends { readonly name: string }>(packs: readonly T[], places: PackPlaces): T[] {
  return [...packs].sort(
    (one, other) =>
      comparePlaces(rankOf(places, one.name), rankOf(places, other.name)) || (one.name < other.name ? -1 : 1),
  );
}

/** After all that have a place. */
export const lastPlace = (places: PackPlaces): number => Math.max(0, ...places.values()) + 1;

/** Rows that give the imported packs in `order` their places around the bundled one. */
export function placesFor(order: readonly PackId[]): { name: string; value: number }[] {
  const bundled = Math.max(0, order.indexOf(null));
  return order.flatMap((pack, at) => (pack === null ? [] : { name: placeName(pack), value: at - bundled }));
}

/** Not by subtraction: Infinity minus Infinity is NaN. */
const comparePlaces = (one: number, other: number): number => (one === other ? 0 : one < other ? -1 : 1);
