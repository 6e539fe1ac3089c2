import { type Span, wordCount } from './spans';

/** The longest that begins, or ends, with a word, whatever it may mean and whether it is believed or not. */
export interface SpanIndex {
  startingAt(at: number, word: number): Span | undefined;
  endingAt(at: number, word: number): Span | undefined;
}

export function indexSpans(spans: readonly Span[]): SpanIndex {
  let starts: Places | null = null;
  let ends: Places | null = null;
  return {
    startingAt(at, word) {
      starts ??= byPlace(spans, ({ first }) => first);
      return starts[at]?.[word];
    },
    endingAt(at, word) {
      ends ??= byPlace(spans, ({ last }) => last);
      return ends[at]?.[word];
    },
  };
}

/** By block and word. */
type Places = readonly (readonly (Span | undefined)[] | undefined)[];

function byPlace(spans: readonly Span[], word: (span: Span) => number): Places {
  const places: (Span | undefined)[][] = [];
  // From behind, so that each list is made as long as it gets.
  for (let index = spans.length - 1; index >= 0; index--) {
    const span = spans[index] as Span;
    places[span.at] ??= [];
    const there = places[span.at] as (Span | undefined)[];
    const known = there[word(span)];
    if (!known || wordCount(known) <= wordCount(span)) there[word(span)] = span;
  }
  return places;
}
