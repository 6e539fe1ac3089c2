import { firstWhere } from '../../lists';
import { fitsCase } from '../../pack';
import type { Option, Shelf } from '../known/shelf';
import { isBehindPointer } from '../read/is-behind-pointer';
import { overColons } from '../read/over-colons';
import { type Reading, wordAt } from '../read/reading';

/** Words of one block that may name something. `first`…`last` are word numbers in the reading, inclusive. */
export interface Span {
  readonly at: number;
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
  readonly surface: string;
  readonly folded: string;
  readonly options: readonly Option[];
}

/** May a surface form, which is in the tables' language, mean this in the language of the block? */
export type LanguageRule = (option: Option, span: Span, reading: Reading) => boolean;

/**
 * All occurrences of surface forms, and of nouns that may point back to something. `spans` are already limited by
 * language, day, spelling and the reader's choices; what `nouns` may mean is checked with `fits` only when one points
 * back.
 */
export function findSpans(
  readings: readonly Reading[],
  shelf: Shelf,
  allowed: (option: Option, span: Span) => boolean,
  speaks: LanguageRule,
): { spans: Span[]; nouns: Span[]; fits: (option: Option, span: Span) => boolean } {
  const spans: Span[] = [];
  const nouns: Span[] = [];
  const fits = (option: Option, span: Span): boolean => {
    const reading = readings[span.at] as Reading;
    return (
      fitsCase(option.caseRule, reading.block.text, span.start, span.end) &&
      speaks(option, span, reading) &&
      allowed(option, span)
    );
  };
  for (let at = 0; at < readings.length; at++) {
    for (const { span, meaning } of standsIn(at, readings, shelf)) {
      const options = optionsThatFit(span, fits);
      if (options.length > 0) spans.push(options === span.options ? span : { ...span, options });
      if (meaning.length > 0) nouns.push({ ...span, options: meaning });
    }
  }
  return { spans, nouns, fits };
}

/** An occurrence of a form; for a noun also its possible meanings. */
interface Stand {
  readonly span: Span;
  readonly meaning: readonly Option[];
}

/** Returns the same list when all fit, as they nearly always do. */
function optionsThatFit(span: Span, fits: (option: Option, span: Span) => boolean): readonly Option[] {
  for (const option of span.options)
    if (!fits(option, span)) return span.options.filter((one) => one !== option && fits(one, span));
  return span.options;
}

/** Every occurrence of a form in a block, in text order, including inflected names ("Bidens"). */
function standsIn(at: number, readings: readonly Reading[], shelf: Shelf): Stand[] {
  const reading = readings[at] as Reading;
  const { block, language } = reading;
  const { abbreviations } = language.sentences;
  const found: Stand[] = [];
  const meaningOf = (nouns: readonly Option[], word: number): readonly Option[] =>
    nouns.length > 0 && isBehindPointer(reading, word) ? nouns : NONE;
  for (const { start, end, options, nouns } of shelf.detect(block.text, abbreviations)) {
    // Nearly every occurrence of a noun is the noun as it is.
    if (options.length === 0 && meaningOf(nouns, wordAt(reading, start)).length === 0) continue;
    const span = makeSpan(readings, at, start, end, options);
    if (span) found.push({ span, meaning: meaningOf(nouns, span.first) });
  }
  for (const text of language.uninflected(block.text)) {
    for (const { start, end, options, nouns } of shelf.detect(text, abbreviations)) {
      const whole = makeSpan(readings, at, start, end, options);
      const word = whole && readings[at]?.words[whole.last];
      // Already found, unless an ending was stripped right behind it.
      if (!word || word.end <= end) continue;
      const span = { ...whole, end: word.end, folded: whole.folded.slice(0, end - word.end) };
      found.push({ span, meaning: meaningOf(nouns, span.first) });
    }
  }
  for (const span of titlesOverColons(at, readings, shelf)) found.push({ span, meaning: NONE });
  return found;
}

const NONE: readonly Option[] = [];

/** Titles of works that contain a colon, which separates all other names. */
function titlesOverColons(at: number, readings: readonly Reading[], shelf: Shelf): Span[] {
  const { block, language } = readings[at] as Reading;
  const text = overColons(block.text);
  if (text === null) return [];
  const found: Span[] = [];
  for (const { start, end, options } of shelf.detect(text, language.sentences.abbreviations)) {
    if (!block.text.slice(start, end).includes(':')) continue;
    const works = options.filter(({ ref, use }) => use === 'name' && shelf.entity(ref).kind === 'work');
    const span = works.length > 0 ? makeSpan(readings, at, start, end, works) : null;
    if (span) found.push(span);
  }
  return found;
}

export function makeSpan(
  readings: readonly Reading[],
  at: number,
  start: number,
  end: number,
  options: readonly Option[],
): Span | null {
  const reading = readings[at];
  if (!reading || end <= start) return null;
  const first = wordAt(reading, start);
  const word = reading.words[first];
  if (!word) return null;
  let last = first;
  while ((reading.words[last + 1]?.start ?? end) < end) last += 1;
  const surface = reading.block.text.slice(start, end);
  let folded = word.folded;
  for (let next = first + 1; next <= last; next++) folded += ` ${reading.words[next]?.folded ?? ''}`;
  return { at, first, last, start, end, sentence: word.sentence, surface, folded, options };
}

/** Orders places within a story. */
export const orderOf = (at: number, word: number): number => at * 2 ** 24 + word;
/** How many of the ascending places lie before `place`: the index of the first that does not. */
export const firstNotBefore = (places: readonly number[], place: number): number =>
  firstWhere(places.length, (index) => places[index]! >= place);
/** -1 where there is no place. */
export const blockOf = (place: number): number => Math.floor(place / 2 ** 24);
export const placeOfSpan = (span: Span): number => orderOf(span.at, span.first);
export const wordCount = (span: Span): number => span.last - span.first + 1;
