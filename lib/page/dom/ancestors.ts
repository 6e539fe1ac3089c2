import * as dom from './dom';

/** Steps outwards after which the search stops; text this deep is not read (see `text-map`). */
export const FARTHEST = 2_000;

/** The parent as a reader sees it: from a shadow tree to its host, from a same-origin frame to the frame element. */
export function parentOf(node: Node): Element | null {
  return dom.parentElement(node) ?? holderOf(node);
}

/** The host or frame element that contains a node's whole tree. */
export function holderOf(node: Node): Element | null {
  const root = dom.rootOf(node);
  return dom.hostOf(root) ?? frameOf(root);
}

/** The frame element around the document `root`; null if there is none or it is cross-origin. */
function frameOf(root: Node): Element | null {
  try {
    return (dom.isDocument(root) && dom.defaultView(root)?.frameElement) || null;
  } catch {
    return null;
  }
}

/** The elements around a node, innermost first. */
export function* ancestors(node: Node): Generator<Element> {
  let at = parentOf(node);
  for (let left = FARTHEST; at && left > 0; at = parentOf(at), left--) yield at;
}

export function isWithin(element: Element, box: Element): boolean {
  if (element === box) return true;
  for (const around of ancestors(element)) if (around === box) return true;
  return false;
}
