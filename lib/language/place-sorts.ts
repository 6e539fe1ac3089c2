/** What sort of place a noun names; a `region` has a government and settlements. */
export type PlaceSort = 'settlement' | 'region' | 'water' | 'land' | 'building';

/** Lists of words by sort → the sort of each word. */
export const sortsByWord = (lists: Readonly<Record<PlaceSort, string>>): ReadonlyMap<string, PlaceSort> =>
  new Map(
    (Object.entries(lists) as [PlaceSort, string][]).flatMap(([sort, words]) =>
      words
        .trim()
        .split(/\s+/)
        .map((word) => [word, sort] as const),
    ),
  );
