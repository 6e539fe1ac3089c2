import type { Reading } from '../read/reading';
import { type Span, wordCount } from './spans';

/** The longest that begins, or ends, with a word, whatever it may mean and whether it is believed or not. */
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
  /** Of each block, how many words the blocks before it have. */
  const before: number[] = [];
  let total = 0;
  for (const { words } of readings) {
    before.push(total);
    total += words.length;
  }
  /** By words of the story: the place in `spans`, one more than it is; 0 for none. */
  const places = new Uint32Array(total);
  // No array is asked for what is at -1, which costs an engine as much as a hundred others.
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
