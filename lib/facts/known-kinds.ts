/**
 * Kinds of which a reader may know all: those that stories often name and packs hold many of. Places, companies,
 * newspapers, clubs, and the politics of the countries most written about.
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

/** How a whole kind is written among the keys a reader knows: no key begins like this. */
export const keyOfKind = (kind: KnownKind): string => `*${kind}`;
