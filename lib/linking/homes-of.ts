import { isCountry } from './is-country';
import { isState } from './is-state';
import type { Ref, Shelf } from './shelf';

/** "South America" is not the country. */
const DIRECTION = /\b(?:north|south|central|latin) $/i;
const NONE: ReadonlySet<string> = new Set();
const known = new WeakMap<Shelf, Map<Ref, readonly Ref[]>>();

/** Countries named in what the tables say of it, and those of the states: "Turkey's main opposition party", "City in Utah". */
export function homesOf(ref: Ref, shelf: Shelf): readonly Ref[] {
  const all = known.get(shelf) ?? new Map<Ref, readonly Ref[]>();
  known.set(shelf, all);
  const before = all.get(ref);
  if (before) return before;
  // Two states may each be named in what is said of the other.
  all.set(ref, []);
  const homes = new Set<Ref>();
  const head = shelf.entity(ref);
  // "Country in South America, capital Lima".
  const hits = isCountry(head) ? [] : shelf.detect(head.gloss, NONE);
  for (const { start, options } of hits) {
    if (DIRECTION.test(head.gloss.slice(0, start))) continue;
    for (const option of options) {
      if ((option.use !== 'name' && option.use !== 'demonym') || option.language !== null) continue;
      const place = shelf.entity(option.ref);
      if (isCountry(place)) homes.add(option.ref);
      else if (isState(place) && option.ref !== ref) for (const home of homesOf(option.ref, shelf)) homes.add(home);
    }
  }
  const found = [...homes];
  all.set(ref, found);
  return found;
}
