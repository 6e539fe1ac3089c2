/**
 * The countries that an entity belongs to, for who looks for what there is of one: said by its qualifier ("Person · Iraq"),
 * by the place or body that the qualifier names, and by its ties to places and to what stands there.
 */
import type { PropertyName } from '../facts';
import { foldText } from '../text';
import type { FactIndex } from './fact-index';
import type { EntityRow } from './source';

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

/** Rows of countries, ascending, for each row. */
export function homeCountries(
  entities: readonly EntityRow[],
  facts: FactIndex,
  rowOf: ReadonlyMap<string, number>,
): (row: number) => readonly number[] {
  const isCountry = ({ kind, qualifier }: EntityRow): boolean => kind === 'place' && qualifier === COUNTRY;
  const named = byName(entities, isCountry);
  const known = new Map<number, readonly number[]>();

  function find(row: number, steps: number): readonly number[] {
    const entity = entities[row]!;
    if (isCountry(entity)) return [row];
    const near = new Set<number>();
    for (const part of entity.qualifier.split(PARTS)) {
      const other = part === '' ? undefined : named.get(foldText(part));
      if (other !== undefined) near.add(other);
    }
    for (const { property, value } of facts.own(row)) {
      const other = PLACES.has(property) && typeof value === 'string' ? rowOf.get(value) : undefined;
      if (other !== undefined) near.add(other);
    }
    for (const { property, entity: key } of facts.told(row)) {
      const other = TOLD_PLACES.has(property) ? rowOf.get(key) : undefined;
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
    const done = known.get(row) ?? find(row, FARTHEST);
    known.set(row, done);
    return done;
  };
}

/** Whom a qualifier means: a country, else whoever is named so and is most in the news. */
function byName(
  entities: readonly EntityRow[],
  isCountry: (entity: EntityRow) => boolean,
): ReadonlyMap<string, number> {
  const wanted = new Set(entities.flatMap(({ qualifier }) => qualifier.split(PARTS).map(foldText)));
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
