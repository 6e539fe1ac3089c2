import { isCountry } from './is-country';
import type { Ref, Shelf } from './shelf';

const NONE: ReadonlySet<string> = new Set();
const known = new WeakMap<Shelf, Map<Ref, readonly Ref[]>>();

/** Countries that are named in what the tables say of it: "Turkey's main opposition party", "US regulator of aviation". */
export function homesOf(ref: Ref, shelf: Shelf): readonly Ref[] {
  const all = known.get(shelf) ?? new Map<Ref, readonly Ref[]>();
  known.set(shelf, all);
  const before = all.get(ref);
  if (before) return before;
  const homes = new Set<Ref>();
  for (const { options } of shelf.detect(shelf.entity(ref).gloss, NONE)) {
    for (const option of options) {
      const isName = option.use === 'name' || option.use === 'demonym';
      if (isName && option.language === null && isCountry(shelf.entity(option.ref))) homes.add(option.ref);
    }
  }
  const found = [...homes];
  all.set(ref, found);
  return found;
}
