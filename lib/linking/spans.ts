import { fitsCase } from '../pack';
import { type Reading, wordAt } from './reading';
import type { Option, Shelf } from './shelf';

/** Words of one block that may name something. `first`…`last` are word numbers of the reading, both included. */
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

/** May a form of the tables, which are in a language of their own, mean this in the language of the block? */
export type LanguageRule = (option: Option, span: Span, reading: Reading) => boolean;

/** All stands of surface forms that the language, the day of the story, the letters and the reader's choices allow. */
export function findSpans(
  readings: readonly Reading[],
  shelf: Shelf,
  allowed: (option: Option, span: Span) => boolean,
  speaks: LanguageRule,
): { spans: Span[]; nouns: Span[] } {
  const spans: Span[] = [];
  const nouns: Span[] = [];
  for (const [at, reading] of readings.entries()) {
    for (const span of standsIn(at, readings, shelf)) {
      const options = only(
        span.options,
        (option) =>
          fitsCase(option.caseRule, reading.block.text, span.start, span.end) &&
          speaks(option, span, reading) &&
          allowed(option, span),
      );
      const names = only(options, (option) => option.use !== 'noun');
      if (names.length > 0) spans.push(names === span.options ? span : { ...span, options: names });
      if (names.length < options.length)
        nouns.push({ ...span, options: options.filter((option) => option.use === 'noun') });
    }
  }
  return { spans, nouns };
}

/** The very list where all fit, as nearly always. */
const only = (options: readonly Option[], fits: (option: Option) => boolean): readonly Option[] =>
  options.every(fits) ? options : options.filter(fits);

/** Every stand of a form in a block, in the order of the text; of names with an ending ("Bidens"), too. */
function standsIn(at: number, readings: readonly Reading[], shelf: Shelf): Span[] {
  const { block, language } = readings[at] as Reading;
  const { abbreviations } = language.sentences;
  const found: Span[] = [];
  const put = (span: Span | null): void => {
    if (span) found.push(span);
  };
  for (const { start, end, options } of shelf.detect(block.text, abbreviations)) {
    put(makeSpan(readings, at, start, end, options));
  }
  for (const text of language.uninflected(block.text)) {
    for (const { start, end, options } of shelf.detect(text, abbreviations)) {
      const whole = makeSpan(readings, at, start, end, options);
      const word = whole && readings[at]?.words[whole.last];
      // Found before, unless an ending was taken off right behind it.
      if (!word || word.end <= end) continue;
      put({ ...whole, end: word.end, folded: whole.folded.slice(0, end - word.end) });
    }
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

/** Order of places in a story. */
export const placeOf = (at: number, word: number): number => at * 2 ** 24 + word;
/** How many of the ascending places lie before `place`; so also where the first stands that does not. */
export function firstNotBefore(places: readonly number[], place: number): number {
  let low = 0;
  for (let high = places.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((places[middle] as number) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
/** -1 for no place. */
export const blockOf = (place: number): number => Math.floor(place / 2 ** 24);
export const placeOfSpan = (span: Span): number => placeOf(span.at, span.first);
export const wordCount = (span: Span): number => span.last - span.first + 1;
