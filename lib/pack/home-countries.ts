/**
 * The countries an entity belongs to, for browsing by country: named in its qualifier ("Person · Iraq"), those of the
 * place or body in the qualifier, and those of its ties to places and what stands there.
 */
import type { PropertyName } from '../facts';
import { foldText } from '../text';
import type { EntityRow, FactRow } from './source';

/** The entity is where the value is. */
const PLACES: ReadonlySet<PropertyName> = new Set([
  'citizen', 'located-in', 'part-of', 'happened-in', 'held-in', 'signed-in', 'founded-in', 'hosted-by', 'heads',
  'second-in', 'post-in', 'forces-of', 'agency-of', 'branch-of', 'parent', 'represents', 'party-to', 'signed-by', 'office',
]); // biome-ignore format: one list
/** The same read from the other side: whose capital it is, who takes part in it. */
const TOLD_PLACES: ReadonlySet<PropertyName> = new Set(['capital', 'party-to']);
const COUNTRY = 'Country';
/** From a person through an office or a city to its country: farther ties say little. */
const FARTHEST = 3;
/** "France and Germany", "United States, 2021". */
const PARTS = /\s*(?:,|·|\/|\band\b)\s*/;

/** The folded names in a qualifier. Cached: there are few different ones, most shared by thousands of entities. */
function qualifierReader(): (qualifier: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (qualifier) => {
    const parts = known.get(qualifier) ?? qualifier.split(PARTS).map(foldText).filter(Boolean);
    known.set(qualifier, parts);
    return parts;
  };
}

/** Rows of countries, ascending, for each row. */
export function homeCountries(
  entities: readonly EntityRow[],
  facts: readonly FactRow[],
  rowOf: ReadonlyMap<string, number>,
): (row: number) => readonly number[] {
  const isCountry = ({ kind, qualifier }: EntityRow): boolean => kind === 'place' && qualifier === COUNTRY;
  const partsOf = qualifierReader();
  const named = byName(entities, partsOf, isCountry);
  const known = new Map<number, readonly number[]>();
  const tied = tiedPlaces(facts, rowOf);

  function find(row: number, steps: number): readonly number[] {
    const entity = entities[row]!;
    if (isCountry(entity)) return [row];
    const near = new Set(tied.get(row));
    for (const part of partsOf(entity.qualifier)) {
      const other = named.get(part);
      if (other !== undefined) near.add(other);
    }
    near.delete(row);
    const found = new Set<number>();
    for (const other of near) {
      if (isCountry(entities[other]!)) found.add(other);
      else if (steps > 1) for (const country of find(other, steps - 1)) found.add(country);
    }
    return [...found].sort((one, other) => one - other);
  }

  return (row) => {
    // Most entities have no such tie: this avoids a hundred thousand sets.
    if (!tied.has(row) && partsOf(entities[row]!.qualifier).length === 0) return NOWHERE;
    const done = known.get(row) ?? find(row, FARTHEST);
    known.set(row, done);
    return done;
  };
}

const NOWHERE: readonly number[] = [];

/** Rows of the places an entity is tied to, for entities that have such ties. */
function tiedPlaces(facts: readonly FactRow[], rowOf: ReadonlyMap<string, number>): ReadonlyMap<number, number[]> {
  const found = new Map<number, number[]>();
  const put = (entity: string, place: string): void => {
    const [row, other] = [rowOf.get(entity), rowOf.get(place)];
    if (row === undefined || other === undefined) return;
    const rows = found.get(row);
    if (rows) rows.push(other);
    else found.set(row, [other]);
  };
  for (const { entity, property, value } of facts) {
    if (typeof value !== 'string') continue;
    if (PLACES.has(property)) put(entity, value);
    if (TOLD_PLACES.has(property)) put(value, entity);
  }
  return found;
}

/** Whom a qualifier means: a country, or else the most prominent bearer of the name. */
function byName(
  entities: readonly EntityRow[],
  partsOf: (qualifier: string) => readonly string[],
  isCountry: (entity: EntityRow) => boolean,
): ReadonlyMap<string, number> {
  const wanted = new Set(entities.flatMap(({ qualifier }) => partsOf(qualifier)));
  const found = new Map<string, number>();
  const weight = (entity: EntityRow): number => entity.prominence + (isCountry(entity) ? 256 : 0);
  entities.forEach((entity, row) => {
    const name = foldText(entity.name);
    if (!wanted.has(name)) return;
    const other = found.get(name);
    if (other === undefined || weight(entity) > weight(entities[other]!)) found.set(name, row);
  });
  return found;
}
