/** CSS px of a browser's default text size. */
const USUAL = 16;
/** With larger text a card of 380 px would hold no line. */
const MOST = 2;

/**
 * The factor by which the card is enlarged for a reader who has set larger text in the browser, since its sizes are in
 * px.
 */
export function textZoom(root: Element): number {
  const size = Number.parseFloat(getComputedStyle(root).fontSize);
  return Math.min(MOST, Math.max(1, size / USUAL || 1));
}
