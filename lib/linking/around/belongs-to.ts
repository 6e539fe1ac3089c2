import { english } from '../../language';
import { stems } from '../../text';
import { countriesOf, homesOf } from '../known/homes';
import { isCountry } from '../known/is-country';
import { isRegion } from '../known/is-region';
import type { Ref, Shelf } from '../known/shelf';

/** Cached by body and place: asked for each mention in every round. */
const answers = new WeakMap<Shelf, Map<Ref, Map<Ref, boolean>>>();

/** Does the pack tie the body to the place? A chamber of a federal state never belongs to the country. */
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
  const homes = homesOf(body, shelf);
  if (homes.includes(place)) return true;
  const countries = countriesOf(body, shelf);
  const head = shelf.entity(place);
  if (countries.length > 0) {
    // A capital stands for its country: "Moscow's Supreme Court".
    const isTown = !isCountry(head) && !isRegion(head);
    return isTown && countriesOf(place, shelf).some((country) => countries.includes(country));
  }
  const { from, to } = shelf.stems(body);
  const known = shelf.allStems().subarray(from, to);
  const own = stems(head.name, english.stem);
  return own.length > 0 && own.every((stem) => known.includes(stem));
}
