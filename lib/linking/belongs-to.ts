import { english } from '../language';
import { stems } from '../text';
import { isCountry } from './is-country';
import { isState } from './is-state';
import type { Ref, Shelf } from './shelf';

/** Names in a gloss: "United States" in "State of the United States"; its first word has a capital in any case. */
const NAMES = /(?<!^)\b\p{Lu}[\p{L}'’-]*/gu;

/** By body and place: a story asks it for each of its mentions, round after round. */
const answers = new WeakMap<Shelf, Map<Ref, Map<Ref, boolean>>>();

/** Does the pack say anything of the body that ties it to the place? A house of a state is none of the country's. */
export function belongsTo(body: Ref, place: Ref, shelf: Shelf): boolean {
  const bodies = answers.get(shelf) ?? new Map<Ref, Map<Ref, boolean>>();
  answers.set(shelf, bodies);
  const places = bodies.get(body) ?? new Map<Ref, boolean>();
  bodies.set(body, places);
  const known = places.get(place) ?? isTied(body, place, shelf);
  places.set(place, known);
  return known;
}

function isTied(body: Ref, place: Ref, shelf: Shelf): boolean {
  if (body === place || shelf.neighbours(body).includes(place)) return true;
  const known = shelf.stems(body);
  const head = shelf.entity(place);
  const lies = isState(head) || isCountry(head) ? [] : (head.gloss.match(NAMES) ?? []);
  const told = [head.name, ...lies].join(' ');
  return stems(told, english.stem).some((stem) => known.includes(stem));
}
