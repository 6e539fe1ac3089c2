import { ancestors, FARTHEST, isWithin, parentOf } from '../dom/ancestors';
import * as dom from '../dom/dom';
import type { MappedBlock } from './text-block';

/** The nearest box around each dirty element within the story, without nesting. */
export function dirtyBoxes(dirty: ReadonlySet<Element>, roots: readonly Element[]): Set<Element> {
  const boxes = new Set<Element>();
  const known = new Map<Element, Element>();
  for (const element of dirty) {
    if (!dom.isConnected(element)) continue;
    const box = boxAround(element, roots, known);
    if (box && roots.some((root) => isWithin(box, root))) boxes.add(box);
  }
  for (const box of [...boxes]) {
    for (const around of ancestors(box)) {
      if (!boxes.has(around)) continue;
      boxes.delete(box);
      break;
    }
  }
  return boxes;
}

/** `known` caches results for everything on the way: a thousand words may share the same ancestors. */
function boxAround(element: Element, roots: readonly Element[], known: Map<Element, Element>): Element | null {
  const passed: Element[] = [];
  let found: Element | null = null;
  for (let around: Element | null = element; around && passed.length < FARTHEST; around = parentOf(around)) {
    if (known.has(around) || roots.includes(around) || !isInline(around)) {
      found = known.get(around) ?? around;
      break;
    }
    passed.push(around);
  }
  if (found) for (const inline of passed) known.set(inline, found);
  return found;
}

const isInline = (element: Element): boolean => /^(?:inline|contents|ruby)/.test(dom.styleOf(element)?.display ?? '');

/**
 * The blocks in each of the (disjoint) boxes. Blocks no longer in the document go to the first box, where their text
 * may reappear.
 */
export function staleIn(
  boxes: readonly Element[],
  blocks: readonly MappedBlock[],
): ReadonlyMap<Element, readonly MappedBlock[]> {
  const stale = new Map<Element, MappedBlock[]>(boxes.map((box) => [box, []]));
  const first = boxes.find(dom.isConnected);
  /** Also caches everything on the way: a hundred thousand blocks share their ancestors. */
  const known = new Map<Element, Element | undefined>();
  for (const block of blocks) {
    if (!dom.isThere(block.element)) {
      if (first) stale.get(first)?.push(block);
      continue;
    }
    const passed: Element[] = [];
    let found: Element | undefined;
    for (let at: Element | null = block.element; at && passed.length < FARTHEST; at = parentOf(at)) {
      found = stale.has(at) ? at : known.get(at);
      if (found || known.has(at)) break;
      passed.push(at);
    }
    for (const element of passed) known.set(element, found);
    if (found) stale.get(found)?.push(block);
  }
  return stale;
}
