import { isGivenName } from '../known/is-given-name';
import type { Shelf } from '../known/shelf';
import type { Reading, Word } from '../read/reading';
import { asksPart, asksRegion } from './asks-region';
import { type Span, wordCount } from './spans';
import type { Surroundings } from './surroundings';

export interface NameParts {
  /** Is it used as part of a person's name, known or not ("Nathan Lyon"), more often than as a place ("in Lyon")? */
  isInName(span: Span): boolean;
  /** Does it end the name of an unknown person ("Tom Moody"), and never occur otherwise behind a known given name? */
  endsStrangersName(span: Span): boolean;
}

/** Which words the story uses as parts of people's names. */
export function findNameParts(
  spans: readonly Span[],
  arounds: readonly Surroundings[],
  readings: readonly Reading[],
  shelf: Shelf,
): NameParts {
  const balance = new Map<string, number>();
  const ends = new Set<string>();
  const alone: number[] = [];
  const count = (word: string, by: number): void => void balance.set(word, (balance.get(word) ?? 0) + by);
  const mayBeGiven = (word: Word | null | undefined, { at }: Span): boolean =>
    word != null &&
    mayBeGivenName(word) &&
    !readings[at]?.language.names.placeHeads.has(word.folded) &&
    !readings[at]?.language.names.treaties.has(word.folded);
  /** "Nathan Lyon", "Austin Powers"; not "Royal Birmingham Trust" or "Tokyo Metropolitan Assembly". */
  const isInPersonsName = (around: Surroundings | undefined, span: Span): boolean => {
    const words = readings[span.at]?.words ?? [];
    const goesOn = (word: Word | undefined): boolean => word?.capital === true && word.joint === 'space';
    if (mayBeGiven(around?.strangerBefore, span)) return !goesOn(words[span.last + 1]);
    return mayBeGiven(around?.strangerAfter, span) && !goesOn(words[span.last + 2]);
  };
  const isPlace = (span: Span): boolean => {
    const reading = readings[span.at];
    return reading !== undefined && (asksRegion(span, reading) || asksPart(span, reading));
  };
  for (let at = 0; at < spans.length; at++) {
    const span = spans[at] as Span;
    const around = arounds[at];
    // "US Airways": an acronym is neither a given name nor a surname.
    if (span.options.every((option) => option.caseRule === 'exact')) continue;
    if (wordCount(span) > 1) {
      const isPerson = span.options.some(({ ref, use }) => use === 'name' && shelf.entity(ref).kind === 'person');
      // A well-known person is later called by surname: "Israel Katz" leaves "Israel" to the country.
      if (isPerson) count(span.folded.slice(span.folded.lastIndexOf(' ') + 1), 2);
      continue;
    }
    if (around && endsName(around, span, readings[span.at])) ends.add(span.folded);
    if (isInPersonsName(around, span)) count(span.folded, 2);
    else alone.push(at);
  }
  // If nothing is part of a name anywhere, there is nothing to weigh.
  for (const at of balance.size === 0 ? [] : alone) {
    const span = spans[at] as Span;
    if (balance.has(span.folded) && (arounds[at]?.afterPlacePreposition || isPlace(span))) count(span.folded, -1);
  }
  return {
    isInName: (span) => (balance.get(span.folded) ?? 0) > 0,
    endsStrangersName: (span) => ends.has(span.folded),
  };
}

const AGE = /^(?:, \d\d[,.;]| \(\d\d\))/;

/** "Carmaker Ford": at the start of a sentence, only a given name or a following age proves a person. */
function endsName(
  { strangerBefore, strangerAfter }: Surroundings,
  { end }: Span,
  reading: Reading | undefined,
): boolean {
  if (strangerBefore === null || strangerAfter !== null || strangerBefore.folded.length <= 2) return false;
  return (
    !strangerBefore.initial ||
    isGivenName(strangerBefore.folded) ||
    AGE.test(reading?.block.text.slice(end, end + LONGEST_AGE) ?? '')
  );
}

const LONGEST_AGE = 6;

/** Excludes acronyms and single letters. */
const mayBeGivenName = ({ folded, joint, initial }: Word): boolean =>
  folded.length > 2 && (joint === 'space' || initial);
