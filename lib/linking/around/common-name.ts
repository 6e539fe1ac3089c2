import { isGivenName } from '../known/is-given-name';
import type { Candidate } from './clue';

/** From so many bearers on that the packs know, a surname has many more whom they do not know. */
const MANY = 7;

/** "Andy Williams": a common given name and a common surname; hardly any bearer is the one that the packs know. */
export function hasCommonName({ span, single, story: { shelf, spans, readings } }: Candidate): boolean {
  if (single || !isGivenName(readings[span.at]?.words[span.first]?.folded ?? '')) return false;
  const surname = spans.startingAt(span.at, span.last);
  if (surname?.last !== span.last) return false;
  let bearers = 0;
  for (const { ref } of surname.options) if (shelf.entity(ref).kind === 'person') bearers += 1;
  return bearers >= MANY;
}
