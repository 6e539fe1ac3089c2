import type { Kind } from '../../facts';
import { english } from '../../language';
import type { FormUse } from '../../pack';
import { isCountry } from './is-country';
import { isRegion } from './is-region';
import type { Ref, Shelf, ShelfHit } from './shelf';

/** "Dublin daily" → Dublin → "Capital of Ireland" → Ireland. */
const MOST_STEPS = 3;
/** "Indian Ocean", "Gulf of Guinea", "the island of Ireland": named after a country but not in it. */
const WATER_AFTER = /^ (?:ocean|sea|gulf)\b/i;
const WATER_BEFORE = /\b(?:gulf|sea|bight|island) of (?:the )?$/i;
/** "Largest continent, from the Middle East to Japan". */
const NOBODYS = /^(?:the )?(?:[\w-]+ ){0,2}(?:continent|sea|strait|canal|river|countries|desert)\b|\bfrom .+ to\b/i;

const none: readonly Ref[] = [];

/**
 * Where an entity is at home, from its name and gloss: town, state, country. A place is at home in itself; what lies on
 * a border is at home in several countries.
 */
export function homesOf(ref: Ref, shelf: Shelf): readonly Ref[] {
  // Asked for again in every round.
  const notes = shelf.notes(ref);
  notes.homes ??= reckon(ref, shelf, MOST_STEPS);
  return notes.homes;
}

/** The countries among its homes. */
export function countriesOf(ref: Ref, shelf: Shelf): readonly Ref[] {
  const notes = shelf.notes(ref);
  notes.countries ??= countries(homesOf(ref, shelf), shelf);
  return notes.countries;
}

function reckon(ref: Ref, shelf: Shelf, steps: number): readonly Ref[] {
  const { homes: known } = shelf.notes(ref);
  if (known) return known;
  const { kind, name, gloss } = shelf.entity(ref);
  const homes = new Set<Ref>(kind === 'place' ? [ref] : []);
  if (steps === 0) return [...homes];
  const told = `${saysWhere(name, kind)} ${gloss}`;
  const named = placesIn(told, ref, shelf);
  const sure = new Set(named.flatMap((places) => (places.length === 1 ? around(places[0] as Ref, shelf, steps) : [])));
  const country = isCountry(shelf.entity(ref));
  for (const places of named) {
    const meant = places.length > 1 ? likeliest(places, ref, sure, shelf, steps) : places[0];
    // A country's gloss names its capital, but a country lies in nothing.
    if (meant === undefined || (country && !isCountry(shelf.entity(meant)))) continue;
    for (const home of around(meant, shelf, steps)) homes.add(home);
  }
  return homes.size === 0 ? none : [...homes];
}

/**
 * Among places of one name: the one tied to the entity, or fitting the rest of the text, as in "Georgia (US state)";
 * failing that the state, as in "City in Washington, the United States".
 */
function likeliest(
  places: readonly Ref[],
  ref: Ref,
  sure: ReadonlySet<Ref>,
  shelf: Shelf,
  steps: number,
): Ref | undefined {
  const tied = places.find((place) => shelf.neighbours(ref).includes(place));
  if (tied !== undefined) return tied;
  const fitting = places.filter((place) => around(place, shelf, steps).some((home) => sure.has(home)));
  return fitting.find((place) => isRegion(shelf.entity(place))) ?? fitting[0] ?? places[0];
}

/** A person may be called Israel, a town after another town; in "Ferguson, Missouri" the place is behind the comma. */
function saysWhere(name: string, kind: Kind): string {
  if (kind !== 'person' && kind !== 'place') return `${name}:`;
  const comma = kind === 'place' ? name.indexOf(', ') : -1;
  return comma < 0 ? '' : `${name.slice(comma + 2)}:`;
}

/** A place and what it lies in; a river through two countries is in neither. */
function around(place: Ref, shelf: Shelf, steps: number): readonly Ref[] {
  const head = shelf.entity(place);
  if (NOBODYS.test(head.gloss)) return [place];
  const homes = reckon(place, shelf, steps - 1);
  return isCountry(head) || countries(homes, shelf).length === 1 ? homes : [place];
}

const countries = (homes: readonly Ref[], shelf: Shelf): readonly Ref[] =>
  homes.filter((home) => isCountry(shelf.entity(home)));

/** The places named in the text; for an ambiguous name, likeliest first. */
function placesIn(text: string, self: Ref, shelf: Shelf): Ref[][] {
  const hits = shelf.detect(text, english.sentences.abbreviations).flatMap((hit) => {
    if (WATER_AFTER.test(text.slice(hit.end)) || WATER_BEFORE.test(text.slice(0, hit.start))) return [];
    const places = hit.options
      .filter(
        ({ ref, use, language }) =>
          language === null && shelf.entity(ref).kind === 'place' && mayLieIn(use, ref, shelf),
      )
      .sort((one, other) => other.prior - one.prior);
    return places.length === 0 ? [] : [{ ...hit, places: [...new Set(places.map(({ ref }) => ref))] }];
  });
  return hits
    .filter((hit) => !hits.some((other) => holds(other, hit)))
    .map(({ places }) => places.filter((place) => place !== self));
}

/** "Washington" in a gloss may be the state, though in a story that needs company. */
const mayLieIn = (use: FormUse, ref: Ref, shelf: Shelf): boolean =>
  use === 'name' || use === 'demonym' || (use === 'company' && isRegion(shelf.entity(ref)));

const holds = (one: ShelfHit, other: ShelfHit): boolean =>
  one.start <= other.start && one.end >= other.end && one.end - one.start > other.end - other.start;
