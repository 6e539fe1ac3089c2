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
  const isGivenName = (word: Word | null | undefined, { at }: Span): boolean =>
    word != null && mayBeGivenName(word) && !readings[at]?.language.names.placeHeads.has(word.folded);
  for (const span of spans) {
    const around = arounds.get(span);
    if (wordCount(span) > 1) {
      const isPerson = span.options.some(({ ref, use }) => use === 'name' && shelf.entity(ref).kind === 'person');
      if (isPerson) for (const word of span.folded.split(' ')) count(word, 2);
    } else if (isGivenName(around?.strangerBefore, span) || isGivenName(around?.strangerAfter, span)) {
      count(span.folded, 2);
    } else if (around?.afterPlacePreposition) count(span.folded, -1);
  }
  return (span) => (balance.get(span.folded) ?? 0) > 0;
}

/** No acronym, and no single letter. */
const mayBeGivenName = ({ folded, joint, initial }: Word): boolean =>
  folded.length > 2 && (joint === 'space' || initial);
