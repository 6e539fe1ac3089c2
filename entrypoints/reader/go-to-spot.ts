/** Bringing a mention into view, for the reader who comes by key or by the popup. */
import { type Box, type Hit, measure, type Spot } from '../../lib/page';

export const isInView = ({ x, y, width, height }: Box, view: Window): boolean =>
  y + height > 0 && y < view.innerHeight && x + width > 0 && x < view.innerWidth;

/** Scrolls so that the mention stands in the middle; null when its words have no place (a closed box, text gone). */
export function scrollTo(spot: Spot, view: Window): Hit | null {
  const before = measure(spot, view);
  if (!before) return null;
  if (isInView(before.line, view)) return before;
  // Every scrolling box on the way first; a long paragraph may still have the words outside the window.
  spot.block.element.scrollIntoView({ block: 'center', behavior: 'instant' });
  const after = measure(spot, view);
  if (!after || isInView(after.line, view)) return after;
  view.scrollBy({ top: after.line.y - view.innerHeight / 2, behavior: 'instant' });
  return measure(spot, view);
}

/** The spots in the order in which "next" or "previous" tries them, from the last shown or from what is in view. */
export function spotAfter(
  spots: readonly Spot[],
  last: string | null,
  direction: 'next' | 'previous',
  view: Window,
): readonly Spot[] {
  const known = spots.findIndex((spot) => spot.id === last);
  const inView = () => spots.findIndex((spot) => (measure(spot, view)?.line.y ?? -1) >= 0);
  const forwards = known >= 0 ? known + 1 : Math.max(0, inView());
  const ring = [...spots.slice(forwards), ...spots.slice(0, forwards)];
  if (direction === 'next') return ring;
  // Backwards from the one before; the last shown itself comes last.
  const backwards = [...ring].reverse();
  return known >= 0 ? [...backwards.slice(1), ...backwards.slice(0, 1)] : backwards;
}
