import { blockOf, firstNotBefore, placeOfSpan, type Span } from '../find/spans';
import type { Ref } from '../known/shelf';
import type { Scene } from './scene';

/** Where the full name behind a short form stands: before it (in this or an earlier batch), only later, or nowhere. */
export function fullNamePlace(ref: Ref, span: Span, scene: Scene): 'before' | 'later' | 'none' {
  const places = scene.fullNames(ref);
  if (places.length > 0) return (places[0] as number) < placeOfSpan(span) ? 'before' : 'later';
  return scene.fullForm(ref) === null ? 'none' : 'before';
}

/** Is it named in full before the span in the same paragraph? */
export function isFullInParagraph(ref: Ref, span: Span, scene: Scene): boolean {
  const last = scene.fullNames(ref)[countFullNames(ref, span, scene) - 1];
  return last !== undefined && blockOf(last) === span.at;
}

/** How often it is named in full before the span in these blocks. */
export function countFullNames(ref: Ref, span: Span, scene: Scene): number {
  const places = scene.fullNames(ref);
  return firstNotBefore(places, placeOfSpan(span));
}
