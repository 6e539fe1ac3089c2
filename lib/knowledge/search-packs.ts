/**
 * Searches everything the packs know, by any name, kind and country: best matches first, then the most prominent. An
 * entity in several packs is found once, by all its names.
 */
import { type EntityKey, KINDS, type Kind } from '../facts';
import { matchNames, type NameIndex, NO_MATCH, openIdentities, type Pack } from '../pack';
import { entityIn } from './dossier';
import { ownRows } from './owned-rows';

export interface KnowledgeQuery {
  /** Empty: whatever passes the filters. */
  readonly words: string;
  readonly kind: Kind | null;
  readonly country: EntityKey | null;
}

export interface FoundEntity {
  readonly entity: EntityKey;
  readonly kind: Kind;
  readonly name: string;
  readonly qualifier: string;
  readonly gloss: string;
}

export interface FoundKnowledge {
  /** How many there are; `found` holds the first ones. */
  readonly total: number;
  readonly found: readonly FoundEntity[];
}

/** What there is to search. */
export interface KnowledgeOutline {
  readonly total: number;
  readonly kinds: Readonly<Record<Kind, number>>;
  /** Countries that other entities belong to, by name. */
  readonly countries: readonly { readonly entity: EntityKey; readonly name: string }[];
}

/** Equal matches are ranked by prominence: one number combines both. */
const PROMINENCES = 256;
/** The match value of a row when no words were given. */
const UNSOUGHT = 0;

export async function searchPacks(
  packs: readonly Pack[],
  { words, kind, country }: KnowledgeQuery,
  most: number,
): Promise<FoundKnowledge> {
  const indexes = await Promise.all(packs.map((pack) => pack.names()));
  const owned = ownRows(packs);
  const matches = indexes.map((index) => matchNames(index, words));
  // Words without a letter, "–" or "?", find nothing; no words at all leave the filters' result.
  if (words.trim() !== '' && matches.every((match) => match === null)) return { total: 0, found: [] };
  const isThere = countryFilter(packs, indexes, country);
  /** By owner; lower is better. */
  const best = indexes.map((index) => new Uint16Array(index.entityCount).fill(NOT_FOUND));
  indexes.forEach((index, pack) => {
    const match = matches[pack] ?? null;
    for (let row = 0; row < index.entityCount; row++) {
      const how = match === null ? UNSOUGHT : match[row]!;
      if (how === NO_MATCH || !isThere(pack, row)) continue;
      const owner = owned.ownerOf(pack, row);
      const own = indexes[owner.pack]!;
      if (kind !== null && own.kind(owner.row) !== kind) continue;
      const rank = how * PROMINENCES + (PROMINENCES - 1 - own.prominence(owner.row));
      const ofPack = best[owner.pack]!;
      if (rank < ofPack[owner.row]!) ofPack[owner.row] = rank;
    }
  });
  const first = firstOf(best, most);
  return {
    total: best.reduce((sum, all) => sum + all.reduce((count, rank) => count + Number(rank !== NOT_FOUND), 0), 0),
    found: first.map(({ pack, row }) => foundAt(packs, indexes, pack, row)),
  };
}

/** Above all ranks. */
const NOT_FOUND = 0xffff;

interface Place {
  readonly pack: number;
  readonly row: number;
}

/** The places with the lowest ranks: counted first, so that only candidates for the result are sorted. */
function firstOf(best: readonly Uint16Array[], most: number): readonly Place[] {
  const counts = new Uint32Array(NOT_FOUND + 1);
  for (const ranks of best) for (const rank of ranks) counts[rank]!++;
  let last = 0;
  for (let sum = counts[0]!; sum < most && last < NOT_FOUND - 1; ) sum += counts[++last]!;
  const places: (Place & { readonly rank: number })[] = [];
  best.forEach((ranks, pack) => {
    ranks.forEach((rank, row) => {
      if (rank <= last) places.push({ pack, row, rank });
    });
  });
  return places
    .sort((one, other) => one.rank - other.rank || one.pack - other.pack || one.row - other.row)
    .slice(0, most);
}

function foundAt(packs: readonly Pack[], indexes: readonly NameIndex[], pack: number, row: number): FoundEntity {
  const { key, kind, name, gloss } = packs[pack]!.entity(row);
  const entity = packs.length === 1 ? key : (openIdentities(packs).current(key) ?? key);
  return { entity, kind, name, gloss, qualifier: indexes[pack]!.qualifier(row) };
}

/** Does the row belong to the country? Each pack has its own row for it. */
function countryFilter(
  packs: readonly Pack[],
  indexes: readonly NameIndex[],
  country: EntityKey | null,
): (pack: number, row: number) => boolean {
  if (country === null) return () => true;
  const { current, rows } = openIdentities(packs);
  const today = current(country);
  const sought = new Map((today === null ? [] : rows(today)).map(({ pack, row }) => [pack, row]));
  return (pack, row) => {
    const there = sought.get(pack);
    return there !== undefined && indexes[pack]!.countries(row).includes(there);
  };
}

export async function outlineOf(packs: readonly Pack[]): Promise<KnowledgeOutline> {
  const indexes = await Promise.all(packs.map((pack) => pack.names()));
  const owned = ownRows(packs);
  const kinds = Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Record<Kind, number>;
  let total = 0;
  const countries = new Map<EntityKey, string>();
  indexes.forEach((index, pack) => {
    const peopled = new Set<number>();
    for (let row = 0; row < index.entityCount; row++) {
      for (const country of index.countries(row)) if (country !== row) peopled.add(country);
      if (!owned.isOwner(pack, row)) continue;
      kinds[index.kind(row)]++;
      total++;
    }
    for (const row of peopled) {
      const key = packs[pack]!.entity(row).key;
      const known = entityIn(packs, key);
      if (known && !countries.has(known.key)) countries.set(known.key, known.name);
    }
  });
  return { total, kinds, countries: [...countries].map(([entity, name]) => ({ entity, name })) };
}
