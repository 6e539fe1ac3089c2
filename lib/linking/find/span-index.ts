import type { Reading } from '../read/reading';
import { type Span, wordCount } from './spans';

/** The longest span that begins or ends at a word, whatever it may mean and whether or not it is accepted. */
export interface SpanIndex {
  startingAt(at: number, word: number): Span | undefined;
  endingAt(at: number, word: number): Span | undefined;
}

export function indexSpans(spans: readonly Span[], readings: readonly Reading[]): SpanIndex {
  let starts: Places | null = null;
  let ends: Places | null = null;
  return {
    startingAt(at, word) {
      starts ??= byPlace(spans, readings, ({ first }) => first);
      return starts(at, word);
    },
    endingAt(at, word) {
      ends ??= byPlace(spans, readings, ({ last }) => last);
      return ends(at, word);
    },
  };
}

/** By block and word. */
type Places = (at: number, word: number) => Span | undefined;

function byPlace(spans: readonly Span[], readings: readonly Reading[], word: (span: Span) => number): Places {
  /** For each block, how many words precede it. */
  const before: number[] = [];
  let total = 0;
  for (const { words } of readings) {
    before.push(total);
    total += words.length;
  }
  /** By word of the story: the span's index plus one, or 0 for none. */
  const places = new Uint32Array(total);
  // Reading index -1 of an array costs the engine as much as a hundred ordinary reads.
  const spanAt = (place: number): Span | undefined => {
    const index = places[place] as number;
    return index === 0 ? undefined : spans[index - 1];
  };
  for (let index = spans.length - 1; index >= 0; index--) {
    const span = spans[index] as Span;
    const place = (before[span.at] as number) + word(span);
    const known = spanAt(place);
    if (!known || wordCount(known) <= wordCount(span)) places[place] = index + 1;
  }
  return (at, word) => {
    if (!(word >= 0 && word < (readings[at]?.words.length ?? 0))) return undefined;
    return spanAt((before[at] as number) + word);
  };
}
