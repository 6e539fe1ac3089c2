import * as dom from '../dom/dom';
import type { Box } from '../dom/frames';

/**
 * Places the card by the words: below, else above, else beside; never over any line of the mention or outside the
 * visible part. With little room it is smaller and scrolls.
 */

/** CSS px between the words and the card: enough for the underline, little enough to cross. */
const GAP = 6;
/** CSS px kept free at the window's edges. */
const EDGE = 8;
/** CSS px of height below which a card is useless; then it goes along the window's far edge instead. */
const LEAST_HEIGHT = 72;
/**
 * Enough room whatever the card shows now: a card that fills while it is read grows on its side without jumping, and a
 * tall one scrolls below the words instead of moving beside them, over the text being read. In CSS px, and as a share
 * of the window.
 */
const COMFORT_HEIGHT = 280;
const COMFORT_SHARE = 0.45;
/** CSS px in which a card scrolls rather than go beside the words, if neither side has enough room. */
const SCANT_HEIGHT = 160;
/**
 * Lines of a mention closer than this multiple of their height belong together (the next line, not the next column).
 */
const NEXT_LINE = 1.5;

const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** The line under the pointer, extended by adjacent lines of the same mention. */
export function anchorOf(line: Box, rects: readonly Box[]): Box {
  let top = line.y;
  let bottom = line.y + line.height;
  for (let grown = true; grown; ) {
    grown = false;
    for (const { y, height } of rects) {
      const near = y <= bottom + height * NEXT_LINE && y + height >= top - height * NEXT_LINE;
      if (!near || (y >= top && y + height <= bottom)) continue;
      top = Math.min(top, y);
      bottom = Math.max(bottom, y + height);
      grown = true;
    }
  }
  return { x: line.x, y: top, width: line.width, height: bottom - top };
}

/** The visible part of the window in client coordinates (smaller than the window under pinch zoom). */
export function visibleBox(view: Window): Box {
  const visual = view.visualViewport;
  const root = dom.documentElement(view.document);
  if (!visual)
    return { x: 0, y: 0, width: root ? dom.clientWidth(root) : 0, height: root ? dom.clientHeight(root) : 0 };
  return { x: visual.offsetLeft, y: visual.offsetTop, width: visual.width, height: visual.height };
}

/** The card at full height, in CSS px. */
export interface CardSize {
  readonly width: number;
  readonly height: number;
}

export interface CardSpot {
  readonly x: number;
  readonly y: number;
  /** A taller one scrolls. */
  readonly height: number;
}

/** CSS px; a taller card would hide the story. */
export const TALLEST = 480;

/**
 * Where the card goes and how tall it may be; null if no place keeps the words free. In client coordinates, since the
 * card is fixed in the top layer. (Floating UI did this: 3 kB of a reader script that has 36.)
 */
export function placeBeside(card: CardSize, line: Box, rects: readonly Box[], view: Window): CardSpot | null {
  const visible = visibleBox(view);
  if (!overlaps(line, visible)) return null;
  const { width } = card;
  const words = anchorOf(line, rects);
  const right = visible.x + visible.width - EDGE;
  const bottom = visible.y + visible.height - EDGE;
  const within = (px: number) => Math.floor(Math.min(card.height, TALLEST, Math.max(0, px)));
  /** Near an edge it slides along the words rather than go beside them, over the line being read. */
  const along = (wanted: number, size: number, start: number, end: number) =>
    Math.max(start + EDGE, Math.min(wanted, end - size));

  const underneath = words.y + words.height + GAP;
  const below = bottom - underneath;
  const above = words.y - GAP - EDGE - visible.y;
  const x = along(words.x, width, visible.x, right);
  const whole = visible.height - 2 * EDGE;
  const comfort = Math.max(COMFORT_HEIGHT, visible.height * COMFORT_SHARE);
  const atBottom: CardSpot = { x, y: underneath, height: within(below) };
  const atTop: CardSpot = { x, y: words.y - GAP - within(above), height: within(above) };
  const height = within(whole);
  const y = along(words.y + (words.height - height) / 2, height, visible.y, bottom);
  const larger = above > below ? atTop : atBottom;
  const choices = [
    below >= comfort && atBottom,
    above >= comfort && atTop,
    Math.max(above, below) >= SCANT_HEIGHT && larger,
    { x: words.x + words.width + GAP, y, height },
    { x: words.x - GAP - width, y, height },
    larger,
    alongEdge(width, rects, visible, within),
  ];
  const least = Math.min(LEAST_HEIGHT, height);
  const isGood = (spot: CardSpot): boolean =>
    spot.height >= Math.max(1, least) &&
    spot.x >= visible.x - 1 &&
    spot.y >= visible.y - 1 &&
    spot.x + width <= right + EDGE + 1 &&
    spot.y + spot.height <= bottom + EDGE + 1 &&
    !rects.some((rect) => overlaps({ ...spot, width }, rect));
  return choices.find((spot): spot is CardSpot => Boolean(spot) && isGood(spot as CardSpot)) ?? null;
}

/** The larger of the free strips above and below the whole mention. */
function alongEdge(
  width: number,
  rects: readonly Box[],
  visible: Box,
  within: (px: number) => number,
): CardSpot | null {
  const top = Math.min(...rects.map((rect) => rect.y));
  const bottom = Math.max(...rects.map((rect) => rect.y + rect.height));
  const above = top - GAP - (visible.y + EDGE);
  const below = visible.y + visible.height - EDGE - (bottom + GAP);
  const room = Math.min(Math.max(above, below), visible.height - 2 * EDGE);
  if (room < LEAST_HEIGHT) return null;
  const height = within(room);
  const x = visible.x + Math.max(EDGE, (visible.width - width) / 2);
  const y = below >= above ? Math.max(bottom + GAP, visible.y + EDGE) : top - GAP - height;
  return y < visible.y ? null : { x, y, height };
}
