import type { Span } from './spans';

/** A name that occurs a thousand times is checked at a few of its places. */
const MOST = 6;

/** Finds the first occurrences of the same words. */
export function sameWords(spans: readonly Span[]): (span: Span) => readonly Span[] {
  const places = new Map<string, Span[]>();
  for (const span of spans) {
    const there = places.get(span.folded);
    if (!there) places.set(span.folded, [span]);
    else if (there.length < MOST) there.push(span);
  }
  return (span) => places.get(span.folded) ?? [];
}
