import { asksPart, asksRegion } from './asks-region';
import type { Reading, Word } from './reading';
import type { Shelf } from './shelf';
import { type Span, wordCount } from './spans';
import type { Surroundings } from './surroundings';

/**
 * Does a word stand in the story as part of a person's name, known or not ("Nathan Lyon"), and more often than as where
 * something is ("in Lyon")?
 */
export function findNameParts(
  spans: readonly Span[],
  arounds: ReadonlyMap<Span, Surroundings>,
  readings: readonly Reading[],
  shelf: Shelf,
): (span: Span) => boolean {
  const balance = new Map<string, number>();
  const count = (word: string, by: number): void => void balance.set(word, (balance.get(word) ?? 0) + by);
  const placeHeads = ({ at }: Span): ReadonlySet<string> => readings[at]?.language.names.placeHeads ?? new Set();
  const isPlace = (span: Span): boolean => {
    const reading = readings[span.at];
    return reading !== undefined && (asksRegion(span, reading) || asksPart(span, reading));
  };
  for (const span of spans) {
    const around = arounds.get(span);
    if (wordCount(span) > 1) {
      const isPerson = span.options.some(({ ref, use }) => use === 'name' && shelf.entity(ref).kind === 'person');
      // Whom everybody knows is later called by the surname: "Israel Katz" leaves "Israel" the country.
      if (isPerson) count(span.folded.slice(span.folded.lastIndexOf(' ') + 1), 2);
    } else if (
      [around?.strangerBefore, around?.strangerAfter].some(
        (beside) => beside && !placeHeads(span).has(beside.folded) && isGivenName(beside),
      )
    ) {
      count(span.folded, 2);
    } else if (around?.afterPlacePreposition || isPlace(span)) count(span.folded, -1);
  }
  return (span) => (balance.get(span.folded) ?? 0) > 0;
}

/** No acronym, and no single letter. */
const isGivenName = ({ folded, joint, initial }: Word): boolean => folded.length > 2 && (joint === 'space' || initial);
