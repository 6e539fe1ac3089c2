import * as dom from './dom';
import type { Hit } from './hit-test';

/**
 * A tap on a known name opens its card, marked or not, unless it lands on something that the page itself answers to: links
 * stay links, one that is stretched over the words, too. Nothing is kept from the page. Long presses and everything else
 * are the system's.
 */

const INTERACTIVE =
  'a[href], area[href], button, input, select, textarea, label, summary, option, video, audio, [onclick], [role="button"], ' +
  '[role="link"], [role="tab"], [role^="menuitem"], [role="option"], [role="checkbox"], [role="radio"], [role="switch"], ' +
  '[contenteditable]:not([contenteditable="false"])';

export interface TouchOptions {
  readonly doc: Document;
  readonly isOwn: (target: EventTarget | null) => boolean;
  readonly hit: (doc: Document, x: number, y: number) => Hit | null;
  readonly tapped: (hit: Hit) => void;
  readonly signal: AbortSignal;
}

export function watchTouch({ doc, isOwn, hit, tapped, signal }: TouchOptions): void {
  const view = dom.defaultView(doc);
  if (!view) return;
  let byTouch = false;
  view.addEventListener(
    'pointerdown',
    (event) => {
      byTouch = event.isTrusted && event.pointerType === 'touch';
    },
    { capture: true, passive: true, signal },
  );
  // A click comes only of a tap: the browser has already sorted out scrolls, pinches and long presses.
  view.addEventListener(
    'click',
    (event) => {
      if (!byTouch || !event.isTrusted || event.defaultPrevented || isOwn(event.target)) return;
      const interactive = event
        .composedPath()
        .some((node) => dom.isElement(node as Node) && dom.matches(node as Element, INTERACTIVE));
      if (interactive) return;
      const found = hit(doc, event.clientX, event.clientY);
      if (found) tapped(found);
    },
    { capture: true, passive: true, signal },
  );
}
