import type { Span } from './spans';

/** A name that stands a thousand times is looked up in a few of its places. */
const MOST = 6;

/** The first places in which the same words stand, by any of them. */
export function sameWords(spans: readonly Span[]): (span: Span) => readonly Span[] {
  const places = new Map<string, Span[]>();
  for (const span of spans) {
    const there = places.get(span.folded);
    if (!there) places.set(span.folded, [span]);
    else if (there.length < MOST) there.push(span);
  }
  return (span) => places.get(span.folded) ?? [];
}
