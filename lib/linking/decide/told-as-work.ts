import type { Candidate } from '../around/clue';
import type { Scene } from '../around/scene';
import { type Span, wordCount } from '../find/spans';
import { arenasOf } from '../known/fields';
import type { Reading } from '../read/reading';
import { lacksCapital } from './lacks-capital';

/** Titles of so many words are hardly ever an ordinary phrase: "Lord of the Flies". */
const DISTINCT = 3;
const OPENING = '"“„«‘\'';
const CLOSING = /^[,.?!]?["”“»’']/;
/** “Top Gun: Maverick”: a different film or book from the words before the colon. */
const GOES_ON = /^: [\p{Lu}\p{N}]/u;

/**
 * "New Year's Eve", "Neighbours": a film or book may be called anything, and is meant only in quotation marks or where
 * films or books are mentioned.
 */
export function isToldAsWork(
  { kind, option, span, story: { shelf, arenas, readings } }: Candidate,
  scene: Scene,
): boolean {
  if (kind !== 'work' || option.via !== 'form') return true;
  const reading = readings[span.at] as Reading;
  const { names } = reading.language;
  const { text } = reading.block;
  const fields = arenasOf(shelf.entity(option.ref));
  const isOpened = OPENING.includes(text[span.start - 1] ?? ' ');
  if (isOpened && GOES_ON.test(text.slice(span.end, span.end + 3))) return false;
  if (fields.length === 0) return true;
  if (isOpened && CLOSING.test(text.slice(span.end, span.end + 2))) return true;
  if (names.holidays.has(span.folded) || isSmallWithin(span, reading, shelf.entity(option.ref).name)) return false;
  return wordCount(span) >= DISTINCT || fields.some((field) => arenas(field) > 0) || scene.relatedTo(option.ref) > 0;
}

/** "Twenty years after the first star" is no book. */
function isSmallWithin({ first, last }: Span, reading: Reading, name: string): boolean {
  for (let at = first + 1; at <= last; at++) if (lacksCapital(at, reading, name)) return true;
  return false;
}
