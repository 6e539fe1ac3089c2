/** CSS px of a browser's usual text. */
const USUAL = 16;
/** Beyond it a card of 380 px holds no line. */
const MOST = 2;

/** By how much the card is drawn larger for a reader who has set larger text in the browser: its sizes are in px. */
export function textZoom(root: Element): number {
  const size = Number.parseFloat(getComputedStyle(root).fontSize);
  return Math.min(MOST, Math.max(1, size / USUAL || 1));
}
