import * as dom from './dom';

/** Steps outwards after which nobody looks further; what is read stands less deep (see `text-map`). */
export const FARTHEST = 2_000;

/** The parent as a reader sees it: out of a shadow tree to its host, out of a same-origin frame to the frame element. */
export function parentOf(node: Node): Element | null {
  return dom.parentElement(node) ?? holderOf(node);
}

/** The host or frame element that the whole tree of a node stands in. */
export function holderOf(node: Node): Element | null {
  const root = dom.rootOf(node);
  return dom.hostOf(root) ?? frameOf(root);
}

/** The frame element around the document `root`; null where there is none, or it is a stranger's. */
function frameOf(root: Node): Element | null {
  try {
    return (dom.isDocument(root) && dom.defaultView(root)?.frameElement) || null;
  } catch {
    return null;
  }
}

/** What stands around a node, from the inside out. */
export function* ancestors(node: Node): Generator<Element> {
  let at = parentOf(node);
  for (let left = FARTHEST; at && left > 0; at = parentOf(at), left--) yield at;
}

export function isWithin(element: Element, box: Element): boolean {
  if (element === box) return true;
  for (const around of ancestors(element)) if (around === box) return true;
  return false;
}
