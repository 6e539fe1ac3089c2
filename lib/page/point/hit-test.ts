import { firstWhere } from '../../lists';
import { ancestors } from '../dom/ancestors';
import * as dom from '../dom/dom';
import { type Box, frameDocument, toTop } from '../dom/frames';
import type { PageIndex } from '../read/page-index';
import { rangeOf, type Spot, spotAt } from '../read/spot';
import { locate } from '../read/text-block';
import { isSeen, layersAt } from './see-through';

/**
 * Which mention lies under a point?
 *
 * The browser says between which characters the point lies; an interval search finds the mention; its rectangles have
 * the last word, because carets snap to the nearest text from far away. Where the point is on no character of what is
 * pointed at, the rectangles of the mentions around it are searched, and what lies over them is looked at (see-through.ts).
 *
 * Diary of browsers (each seen in our tests, `test/browser/page/reading.test.ts`):
 * - Highlights take no events and `highlightsFromPoint` is not in every browser, hence all this.
 * - `caretPositionFromPoint` stops at shadow hosts unless it is told the open roots (`shadowRoots`).
 * - `user-select: none` makes the caret snap to other text, or to none.
 */

/** A mention as measured now, in CSS px of the top window's viewport. */
export interface Hit {
  readonly spot: Spot;
  /** The line of the mention under the point (the first one if no point was given). */
  readonly line: Box;
  /** All its lines: none may be covered. */
  readonly rects: readonly Box[];
}

/** CSS px around a rectangle that still count: half the gap left by a line height of 1.5 at 16 px. */
const REACH = 2;
/** Mentions measured in one search by rectangles: about 0.02 ms each, a few milliseconds in all. */
const SEARCH_LIMIT = 200;
/** Nested shadow trees entered at each pointer move. */
const ROOT_LIMIT = 50;

const holds = (box: Box, x: number, y: number): boolean =>
  x >= box.x - REACH && x <= box.x + box.width + REACH && y >= box.y - REACH && y <= box.y + box.height + REACH;

/** The innermost element under a point, through open shadow roots, and those roots. */
export interface Pointed {
  readonly element: Element | null;
  readonly roots: ShadowRoot[];
}

/** As found by the browser for an event, during that event: finding it again would cost as much as everything else. */
export function pointedAt(event: Event): Pointed | undefined {
  const path = event.composedPath() as Node[];
  const [element] = path;
  if (!element || !dom.isElement(element)) return undefined;
  return { element, roots: path.filter((node): node is ShadowRoot => dom.hostOf(node) !== null) };
}

function deepElement(doc: Document, x: number, y: number): Pointed {
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

/** A spot's lines in its own document's viewport, without empty boxes (collapsed or hidden text). */
function linesOf(spot: Spot): Box[] {
  const range = rangeOf(spot);
  if (!range) return [];
  const boxes = [...range.getClientRects()].filter((rect) => rect.width > 0 && rect.height > 0);
  const lines: Box[] = [];
  for (const { x, y, width, height } of boxes) {
    const last = lines.at(-1);
    // Adjacent text nodes on a line have a rectangle each; together they are the mention's line.
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

/** Where a spot is now; null if it has no box. */
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

/** Searches the spots of one box, starting from the nearest in height, found by bisection: lines run downwards. */
function searchByRects(
  spots: readonly Spot[],
  x: number,
  y: number,
  top: Window,
  isVisible: (spot: Spot) => boolean,
): Hit | null {
  let candidates = spots;
  if (spots.length > SEARCH_LIMIT) {
    const near = firstWhere(spots.length - 1, (index) => {
      const bottom = linesOf(spots[index]!).at(-1);
      return !bottom || bottom.y + bottom.height >= y;
    });
    candidates = spots.slice(Math.max(0, near - SEARCH_LIMIT / 2), near + SEARCH_LIMIT / 2);
  }
  for (const spot of candidates) {
    const hit = hitOf(spot, x, y, top);
    if (hit && isVisible(spot)) return hit;
  }
  return null;
}

/** Is the point on a character next to the caret, or as close as the next line would be? */
function isAtCharacter(node: Text, offset: number, x: number, y: number): boolean {
  const range = dom.createRange(dom.documentOf(node));
  range?.setStart(node, Math.max(0, offset - 1));
  range?.setEnd(node, Math.min(node.length, offset + 1));
  for (const { left, right, top, bottom } of range?.getClientRects() ?? []) {
    const reach = Math.min(bottom - top, right - left) / 2;
    if (x >= left - reach && x <= right + reach && y >= top - reach && y <= bottom + reach) return true;
  }
  return false;
}

function spotAtCaret(index: PageIndex, node: Text, offset: number): Spot | null {
  for (const block of index.blocksIn(node)) {
    const spot = spotAt(index.spotsIn(block), block, node, offset);
    if (spot) return spot;
  }
  return null;
}

function isInBox(element: Element, doc: Document, x: number, y: number): boolean {
  return dom.documentOf(element) === doc && holds(dom.boxOf(element), x, y);
}

/**
 * `x`, `y` in the viewport of `doc`: `top`'s own document or that of a same-origin frame. `near`: boxes with mentions
 * that may lie under what is pointed at. `pointed`: what that is, if known.
 */
export function hitTest(
  index: PageIndex,
  doc: Document,
  x: number,
  y: number,
  top: Window,
  near: Iterable<Element> = [],
  pointed = deepElement(doc, x, y),
): Hit | null {
  const { element, roots } = pointed;
  if (!element) return null;
  if (dom.localName(element) === 'iframe') {
    const inner = frameDocument(element);
    const view = dom.defaultView(doc);
    const at = inner && view && toTop({ x: 0, y: 0, width: 1, height: 1 }, inner, view);
    return at ? hitTest(index, inner, (x - at.x) / at.width, (y - at.y) / at.height, top, near) : null;
  }
  const caret = caretAt(doc, x, y, roots);
  // The caret also snaps through what covers the text: the text must be visible in the element under the point.
  if (caret && dom.isText(caret.node) && isAtCharacter(caret.node, caret.offset, x, y)) {
    const spot = spotAtCaret(index, caret.node, caret.offset);
    // The usual case: the story's text, without a name. Visibility need not be checked.
    if (!spot && dom.parentElement(caret.node) === element) return null;
    if (isSeen(caret.node, [element], x, y)) return spot && hitOf(spot, x, y, top);
  }
  let layers: readonly Element[] | null = null;
  const isVisible = ({ block, mention }: Spot): boolean => {
    const text = locate(block, mention.start, mention.end)?.start.node;
    layers ??= layersAt(doc, x, y);
    return text !== undefined && isSeen(text, layers, x, y);
  };
  const boxes = new Set([element, ...ancestors(element)]);
  for (const box of near) if (isInBox(box, doc, x, y)) boxes.add(box);
  for (const box of boxes) {
    const spots = index.blocksOf(box).flatMap((block) => index.spotsIn(block));
    const hit = spots.length > 0 ? searchByRects(spots, x, y, top, isVisible) : null;
    if (hit) return hit;
  }
  return null;
}
