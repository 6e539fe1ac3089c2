/**
 * The countries that an entity belongs to, for who looks for what there is of one: said by its qualifier ("Person · Iraq"),
 * by the place or body that the qualifier names, and by its ties to places and to what stands there.
 */
import type { PropertyName } from '../facts';
import { foldText } from '../text';
import type { EntityRow, FactRow } from './source';

/** Where the value stands, there stands the entity. */
const PLACES: ReadonlySet<PropertyName> = new Set([
  'citizen', 'located-in', 'part-of', 'happened-in', 'held-in', 'signed-in', 'founded-in', 'hosted-by', 'heads',
  'second-in', 'post-in', 'forces-of', 'agency-of', 'branch-of', 'parent', 'represents', 'party-to', 'signed-by', 'office',
]); // biome-ignore format: one list
/** The same told from the other side: whose capital it is, who takes part in it. */
const TOLD_PLACES: ReadonlySet<PropertyName> = new Set(['capital', 'party-to']);
const COUNTRY = 'Country';
/** From a person over an office to its country, or over a city: what is farther says little. */
const FARTHEST = 3;
/** "France and Germany", "United States, 2021". */
const PARTS = /\s*(?:,|·|\/|\band\b)\s*/;

/** The folded names in a qualifier; few are told apart, and most stand on thousands of entities. */
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
    // Most have nothing that says so: a hundred thousand sets would be made for them.
    if (!tied.has(row) && partsOf(entities[row]!.qualifier).length === 0) return NOWHERE;
    const done = known.get(row) ?? find(row, FARTHEST);
    known.set(row, done);
    return done;
  };
}

const NOWHERE: readonly number[] = [];

/** Rows of what an entity stands in by its ties, for those that have such ties. */
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

/** Whom a qualifier means: a country, else whoever is named so and is most in the news. */
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
