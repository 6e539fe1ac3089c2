/**
 * What a reader may know all of. Chosen by what stories name again and again and packs hold much of: places, firms, papers, clubs, and
 * the politics of those countries of which most is told.
 */
export const KNOWN_KINDS = [
  'countries',
  'places',
  'politics_us',
  'politics_uk',
  'politics_de',
  'companies',
  'media',
  'teams',
] as const;

export type KnownKind = (typeof KNOWN_KINDS)[number];

/** How all of a kind stands among the keys of what a reader knows: no key begins so. */
export const keyOfKind = (kind: KnownKind): string => `*${kind}`;
