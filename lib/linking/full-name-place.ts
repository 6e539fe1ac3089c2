import type { Scene } from './scene';
import type { Ref } from './shelf';
import { firstNotBefore, placeOfSpan, type Span } from './spans';

/** Where the full name of what a short form may mean stands: before it (in this batch or an earlier one), only later, nowhere. */
export function fullNamePlace(ref: Ref, span: Span, scene: Scene): 'before' | 'later' | 'none' {
  const places = scene.fullNames(ref);
  if (places.length > 0) return (places[0] as number) < placeOfSpan(span) ? 'before' : 'later';
  return scene.fullForm(ref) === null ? 'none' : 'before';
}

/** Place of the last full name of it before the span in these blocks; -1 where there is none. */
export function lastFullName(ref: Ref, span: Span, scene: Scene): number {
  const places = scene.fullNames(ref);
  return places[firstNotBefore(places, placeOfSpan(span)) - 1] ?? -1;
}
