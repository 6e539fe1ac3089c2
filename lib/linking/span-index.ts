import { placeOf, type Span, wordCount } from './spans';

/** The longest that begins, or ends, with a word, whatever it may mean and whether it is believed or not. */
export interface SpanIndex {
  startingAt(at: number, word: number): Span | undefined;
  endingAt(at: number, word: number): Span | undefined;
}

export function indexSpans(spans: readonly Span[]): SpanIndex {
  let starts: Map<number, Span> | null = null;
  let ends: Map<number, Span> | null = null;
  return {
    startingAt(at, word) {
      starts ??= byPlace(spans, ({ first }) => first);
      return starts.get(placeOf(at, word));
    },
    endingAt(at, word) {
      ends ??= byPlace(spans, ({ last }) => last);
      return ends.get(placeOf(at, word));
    },
  };
}

function byPlace(spans: readonly Span[], word: (span: Span) => number): Map<number, Span> {
  const places = new Map<number, Span>();
  for (const span of spans) {
    const place = placeOf(span.at, word(span));
    const known = places.get(place);
    if (!known || wordCount(known) < wordCount(span)) places.set(place, span);
  }
  return places;
}
