import { isGivenName } from '../known/is-given-name';
import type { Option, Shelf } from '../known/shelf';
import type { Reading } from '../read/reading';
import type { Span } from './spans';

const FEWEST = 3;
/** One part in three may look different: "… and her son Israel, 4". */
const MOST_OF = 1.5;
/** "Tyler Rhodes", "Rhodes, Tyler", "Carolina de Mendes", "Sofia Bertani, 34, a nurse". */
const PERSON = /^\p{Lu}[\p{L}'’-]*,?(?: \p{Ll}{1,3})? \p{Lu}[\p{L}'’.-]*(?:, \d{1,3}\b.*)?$/u;

/**
 * Does the span stand in a list of people: "Rhodes, Tyler; Santiago, India; Sharif, Omar"? Most parts must look like a
 * person's name and not end in a place, as in "Lyon, France; Perth, Australia".
 */
export function findNameLists(
  spans: readonly Span[],
  readings: readonly Reading[],
  shelf: Shelf,
): (span: Span) => boolean {
  const known = new Map<number, boolean>();
  return ({ at }) => {
    const before = known.get(at);
    if (before !== undefined) return before;
    const is = isListOfPeople(at, readings[at]?.block.text ?? '', spans, shelf);
    known.set(at, is);
    return is;
  };
}

/** A town called Tyler, which needs its state, does not count as ending in a place. */
const isPlaceByName = ({ ref, use }: Option, shelf: Shelf): boolean =>
  use === 'name' && shelf.entity(ref).kind === 'place';

function isListOfPeople(at: number, text: string, spans: readonly Span[], shelf: Shelf): boolean {
  if (!text.includes(';')) return false;
  const parts = text.split(';');
  if (parts.length < FEWEST) return false;
  const people = parts.filter((part) => PERSON.test(part.trim().replace(/\.$/, ''))).length;
  if (people < FEWEST || people * MOST_OF < parts.length) return false;
  const places = new Set(
    spans
      .filter(
        (span) =>
          span.at === at && !isGivenName(span.folded) && span.options.some((option) => isPlaceByName(option, shelf)),
      )
      .map(({ end }) => end),
  );
  let end = -1;
  let placed = 0;
  for (const part of parts) {
    end += part.length + 1;
    if (places.has(end - (part.length - part.trimEnd().length))) placed += 1;
  }
  return placed * 2 < parts.length;
}
