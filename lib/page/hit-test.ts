import { ancestors, FARTHEST, parentOf } from './ancestors';
import * as dom from './dom';
import { type Box, frameDocument, toTop } from './frames';
import type { PageIndex } from './page-index';
import { rangeOf, type Spot, spotAt } from './spot';

/**
 * Which mention lies under a point?
 *
 * The browser says between which characters the point lies; an interval search finds the mention; its rectangles have
 * the last word, because carets snap to the nearest text from far away.
 *
 * Diary of browsers (each seen in our tests, `test/browser/page/reading.test.ts`):
 * - Highlights take no events and `highlightsFromPoint` is not in every browser, hence all this.
 * - `caretPositionFromPoint` stops at shadow hosts unless it is told the open roots (`shadowRoots`).
 * - `user-select: none` makes the caret snap to other text, or to none: then the rectangles of the mentions in the
 *   blocks around the element under the point are searched.
 */

/** A mention as measured now, in CSS px of the top window's viewport. */
export interface Hit {
  readonly spot: Spot;
  /** The line of the mention under the point (the first one when it was not found by a point). */
  readonly line: Box;
  /** Every line of it: nothing may be laid over any. */
  readonly rects: readonly Box[];
}

/** CSS px around a rectangle that still count as it: half the gap that a line height of 1.5 leaves at 16 px text. */
const REACH = 2;
/** Mentions measured in one search by rectangles: some 0.02 ms each, so that it stays in a few milliseconds. */
const SEARCH_LIMIT = 200;
/** Shadow trees within one another that are gone into, at each move of the pointer. */
const ROOT_LIMIT = 50;

const holds = (box: Box, x: number, y: number): boolean =>
  x >= box.x - REACH && x <= box.x + box.width + REACH && y >= box.y - REACH && y <= box.y + box.height + REACH;

/** The innermost element under the point, through open shadow roots, and the roots on the way. */
function deepElement(doc: Document, x: number, y: number): { element: Element | null; roots: ShadowRoot[] } {
  const roots: ShadowRoot[] = [];
  let element = dom.elementFromPoint(doc, x, y);
  while (element && roots.length < ROOT_LIMIT) {
    const root = dom.shadowRoot(element);
    const inner = root?.elementFromPoint(x, y);
    if (root) roots.push(root);
    if (!inner || inner === element) break;
    element = inner;
  }
  return { element, roots };
}

function caretAt(doc: Document, x: number, y: number, roots: ShadowRoot[]): { node: Node; offset: number } | null {
  const position = dom.caretPositionFromPoint(doc, x, y, { shadowRoots: roots });
  if (position) return { node: position.offsetNode, offset: position.offset };
  const range = dom.caretRangeFromPoint(doc, x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}

/** Lines of a spot in its own document's viewport; boxes without area are dropped (collapsed or hidden text). */
function linesOf(spot: Spot): Box[] {
  const range = rangeOf(spot);
  if (!range) return [];
  const boxes = [...range.getClientRects()].filter((rect) => rect.width > 0 && rect.height > 0);
  const lines: Box[] = [];
  for (const { x, y, width, height } of boxes) {
    const last = lines.at(-1);
    // Text nodes side by side on a line make a rectangle each; together they are the line of the mention.
    if (
      last &&
      Math.abs(last.y - y) < 1 &&
      Math.abs(last.height - height) < 1 &&
      x <= last.x + last.width + 1 &&
      x >= last.x
    ) {
      lines[lines.length - 1] = { ...last, width: Math.max(last.width, x + width - last.x) };
    } else lines.push({ x, y, width, height });
  }
  return lines;
}

const docOf = (spot: Spot): Document => dom.documentOf(spot.block.element);

/** Where a spot is now; null when it has no box at all. */
export function measure(spot: Spot, top: Window): Hit | null {
  const rects = linesOf(spot).map((line) => toTop(line, docOf(spot), top));
  return rects[0] ? { spot, line: rects[0], rects } : null;
}

function hitOf(spot: Spot, x: number, y: number, top: Window): Hit | null {
  const lines = linesOf(spot);
  const index = lines.findIndex((line) => holds(line, x, y));
  if (index < 0) return null;
  const rects = lines.map((line) => toTop(line, docOf(spot), top));
  return { spot, line: rects[index]!, rects };
}

/** Spots of one box, nearest in height to the point first found by bisection: lines follow one another downwards. */
function searchByRects(spots: readonly Spot[], x: number, y: number, top: Window): Hit | null {
  let candidates = spots;
  if (spots.length > SEARCH_LIMIT) {
    let low = 0;
    let high = spots.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      const bottom = linesOf(spots[middle]!).at(-1);
      if (bottom && bottom.y + bottom.height < y) low = middle + 1;
      else high = middle;
    }
    candidates = spots.slice(Math.max(0, low - SEARCH_LIMIT / 2), low + SEARCH_LIMIT / 2);
  }
  for (const spot of candidates) {
    const hit = hitOf(spot, x, y, top);
    if (hit) return hit;
  }
  return null;
}

/** Is `node` painted within `element`? Along the flat tree: slotted text stands in its slot. */
function stands(node: Node, element: Element): boolean {
  let at: Node | null = node;
  for (let left = FARTHEST; at && left > 0; left--) {
    if (at === element) return true;
    at = dom.slotOf(at) ?? parentOf(at);
  }
  return false;
}

/** `x`, `y` in the viewport of `doc`, which is `top`'s own document or that of a same-origin frame in it. */
export function hitTest(index: PageIndex, doc: Document, x: number, y: number, top: Window): Hit | null {
  const { element, roots } = deepElement(doc, x, y);
  if (!element) return null;
  if (dom.localName(element) === 'iframe') {
    const inner = frameDocument(element);
    const view = dom.defaultView(doc);
    const at = inner && view && toTop({ x: 0, y: 0, width: 1, height: 1 }, inner, view);
    return at ? hitTest(index, inner, (x - at.x) / at.width, (y - at.y) / at.height, top) : null;
  }
  const caret = caretAt(doc, x, y, roots);
  if (caret && dom.isText(caret.node)) {
    for (const block of index.blocksIn(caret.node)) {
      const spot = spotAt(index.spotsIn(block), block, caret.node, caret.offset);
      // The caret also snaps through what covers the text: the text must stand in the element under the point.
      const hit = spot && stands(caret.node, element) ? hitOf(spot, x, y, top) : null;
      if (hit) return hit;
    }
  }
  for (const box of [element, ...ancestors(element)]) {
    const spots = index.blocksOf(box).flatMap((block) => index.spotsIn(block));
    const hit = spots.length > 0 ? searchByRects(spots, x, y, top) : null;
    if (hit) return hit;
  }
  return null;
}
