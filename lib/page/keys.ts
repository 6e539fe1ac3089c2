/**
 * Escape, and nothing else, and only while a card is open: then it closes the card and only the card. The page hears
 * neither the press nor the release, so that its own dialog does not close with it.
 *
 * A page script that listened on `window` in the capture phase before us hears it first: no way round is known.
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
