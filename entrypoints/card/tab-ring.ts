/**
 * Tab goes round within the card: it has come over the page on request, and Escape is the way out of it. Without this,
 * Tab would walk on through the whole page below while the card stands over it.
 */
const STOPS = 'button, a[href], input, select, textarea, [tabindex="0"]';

export function ringTab(doc: Document): void {
  doc.addEventListener('keydown', (event) => {
    const { key, shiftKey, altKey, ctrlKey, metaKey } = event;
    if (key !== 'Tab' || altKey || ctrlKey || metaKey) return;
    const stops = [...doc.querySelectorAll<HTMLElement>(STOPS)].filter(
      (stop) => !stop.matches(':disabled') && stop.checkVisibility(),
    );
    const [first, last] = [stops[0], stops.at(-1)];
    const at = doc.activeElement;
    // The heading, which takes the focus at first, is no stop: from there on backwards means the last one.
    const atStart = at === first || !stops.includes(at as HTMLElement);
    const goal = shiftKey ? (atStart ? last : null) : at === last ? first : null;
    if (!goal) return;
    event.preventDefault();
    goal.focus();
  });
}
