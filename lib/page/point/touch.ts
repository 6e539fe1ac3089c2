import * as dom from '../dom/dom';
import type { Hit } from './hit-test';

/**
 * A tap on a known name opens its card, marked or not, unless it lands on something the page itself handles: links stay
 * links, even one stretched over the words. Nothing is withheld from the page. Long presses and everything else belong
 * to the system.
 */

const INTERACTIVE =
  'a[href], area[href], button, input, select, textarea, label, summary, option, video, audio, [onclick], [role="button"], ' +
  '[role="link"], [role="tab"], [role^="menuitem"], [role="option"], [role="checkbox"], [role="radio"], [role="switch"], ' +
  '[contenteditable]:not([contenteditable="false"])';

export interface TouchOptions {
  readonly doc: Document;
  readonly isOwn: (event: Event) => boolean;
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
  // Only a tap causes a click: the browser has already handled scrolls, pinches and long presses.
  view.addEventListener(
    'click',
    (event) => {
      if (!byTouch || !event.isTrusted || event.defaultPrevented || isOwn(event)) return;
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
