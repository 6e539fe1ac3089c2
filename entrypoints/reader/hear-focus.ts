/** Tells when the focus comes into an open card and when it leaves it. The note frame in it counts as the card. */
import type { CardHost } from '../../lib/page';

export function hearFocus({ root, element }: CardHost, view: Window, tell: (inside: boolean) => void): void {
  root.addEventListener('focusin', () => tell(true));
  root.addEventListener('focusout', (event) => {
    const { relatedTarget } = event as FocusEvent;
    if (relatedTarget !== null) {
      if (!root.contains(relatedTarget as Node)) tell(false);
      return;
    }
    // Null also when the whole window loses the focus (the card stays in use then), and when a frame takes it: which of
    // them it was is known afterwards.
    view.setTimeout(() => {
      if (view.document.hasFocus() && view.document.activeElement !== element && element.isConnected) tell(false);
    });
  });
}
