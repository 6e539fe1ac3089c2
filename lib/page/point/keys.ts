/**
 * Handles only Escape, and only while a card is open: it then closes just the card. The page hears neither press nor
 * release, so that its own dialog stays open.
 *
 * A page script that listened on `window` in the capture phase before us hears it first: no workaround is known.
 */
export interface EscapeOptions {
  readonly view: Window;
  readonly isOpen: () => boolean;
  readonly pressed: () => void;
  readonly signal: AbortSignal;
}

export function watchEscape({ view, isOpen, pressed, signal }: EscapeOptions): void {
  let swallowed = false;
  const swallow = (event: Event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  view.addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted || event.key !== 'Escape' || event.isComposing || !isOpen()) return;
      swallowed = true;
      swallow(event);
      pressed();
    },
    { capture: true, signal },
  );
  view.addEventListener(
    'keyup',
    (event) => {
      if (!event.isTrusted || event.key !== 'Escape' || !swallowed) return;
      swallowed = false;
      swallow(event);
    },
    { capture: true, signal },
  );
}
