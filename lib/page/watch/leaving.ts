import * as dom from '../dom/dom';
import { watchHidden } from '../dom/hidden';

/**
 * What may end a card besides pointer and Escape: a press outside, the tab becoming hidden, and anything that moves the
 * words (scrolling any box, resizing, zooming, pinching).
 */
export interface LeavingOptions {
  readonly doc: Document;
  readonly isOwn: (event: Event) => boolean;
  readonly pressedOutside: () => void;
  /** The words may have moved; at most once a frame. */
  readonly shifted: () => void;
  readonly hidden: () => void;
  readonly signal: AbortSignal;
}

export function watchLeaving({ doc, isOwn, pressedOutside, shifted, hidden, signal }: LeavingOptions): void {
  const view = dom.defaultView(doc);
  if (!view) return;
  const passive = { capture: true, passive: true, signal };
  let frame = 0;
  const shift = (event: Event) => {
    // Scrolling inside the card moves nothing on the page.
    if (isOwn(event)) return;
    frame ||= view.requestAnimationFrame(() => {
      frame = 0;
      if (!signal.aborted) shifted();
    });
  };
  view.addEventListener(
    'pointerdown',
    (event) => {
      if (event.isTrusted && !isOwn(event)) pressedOutside();
    },
    passive,
  );
  view.addEventListener('scroll', shift, passive);
  view.addEventListener('resize', shift, passive);
  view.visualViewport?.addEventListener('resize', shift, passive);
  view.visualViewport?.addEventListener('scroll', shift, passive);
  dom.listen(doc, 'fullscreenchange', shift, passive);
  watchHidden(doc, hidden, signal);
  signal.addEventListener('abort', () => view.cancelAnimationFrame(frame));
}
