import type { Reading } from './reading';
import { placeOf, type Span, wordCount } from './spans';

const COMMA = /^,\s+$/;

/** What stands in one list with a name, as far as it may name something: "Georgia, Ohio and Washington". */
export function findLists(spans: readonly Span[], readings: readonly Reading[]): (span: Span) => readonly Span[] {
  let starts: Map<number, Span> | null = null;
  let ends: Map<number, Span> | null = null;
  const index = (): void => {
    starts = new Map();
    ends = new Map();
    for (const span of spans) {
      put(starts, placeOf(span.at, span.first), span);
      put(ends, placeOf(span.at, span.last), span);
    }
  };
  return (span) => {
    const reading = readings[span.at];
    if (!reading) return [];
    if (!starts || !ends) index();
    const { and } = reading.language.cues;
    const isAnd = (word: number): boolean => and.has(reading.words[word]?.folded ?? '');
    const gap = (from: number, to: number): string => reading.block.text.slice(from, to);
    const others: Span[] = [];
    let joined = false;
    for (let one: Span | undefined = span; one && !joined; ) {
      const last: boolean = isAnd(one.last + 1);
      const next: Span | undefined = starts?.get(placeOf(span.at, one.last + (last ? 2 : 1)));
      if (!next || (!last && !COMMA.test(gap(one.end, next.start)))) break;
      joined = last;
      others.push(next);
      one = next;
    }
    let ended = isAnd(span.first - 1);
    for (let one: Span | undefined = span, first = true; one; first = false) {
      const last: boolean = first && isAnd(one.first - 1);
      const before: Span | undefined = ends?.get(placeOf(span.at, one.first - (last ? 2 : 1)));
      if (!before || (!last && !COMMA.test(gap(before.end, one.start)))) {
        if (first) ended = false;
        break;
      }
      others.push(before);
      one = before;
    }
    // "Tbilisi, Georgia" is no list.
    return joined || ended ? others : [];
  };
}

function put(places: Map<number, Span>, place: number, span: Span): void {
  const known = places.get(place);
  if (!known || wordCount(known) < wordCount(span)) places.set(place, span);
}
