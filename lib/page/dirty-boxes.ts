import { parentOf } from './furniture';

/** The nearest box around each dirty element within the story, none inside another. */
export function dirtyBoxes(dirty: ReadonlySet<Element>, roots: readonly Element[]): Set<Element> {
  const boxes = new Set<Element>();
  for (const element of dirty) {
    if (!element.isConnected) continue;
    let box: Element | null = element;
    while (box && !roots.includes(box) && isInline(box)) box = parentOf(box);
    if (box && roots.some((root) => isWithin(box, root))) boxes.add(box);
  }
  for (const box of [...boxes]) {
    for (let at = parentOf(box); at; at = parentOf(at)) {
      if (!boxes.has(at)) continue;
      boxes.delete(box);
      break;
    }
  }
  return boxes;
}

const isInline = (element: Element): boolean =>
  /^(?:inline|contents|ruby)/.test(element.ownerDocument.defaultView?.getComputedStyle(element).display ?? '');

export function isWithin(element: Element, box: Element): boolean {
  for (let at: Element | null = element; at; at = parentOf(at)) if (at === box) return true;
  return false;
}
