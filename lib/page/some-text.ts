import * as dom from './dom';

/** Nodes that are looked at for the text in a box: in boxes within boxes without any, each would be gone through whole. */
const NODES = 2_000;
const ELEMENTS_AND_TEXT = 5;

/**
 * The beginning of the text in a box, white space collapsed, and how many characters of it are no white space between
 * two nodes. No more is read than it takes to know that there are over `limit`: boxes may hold a megabyte.
 */
export function someText(box: Node, limit: number): { readonly text: string; readonly length: number } {
  const walker = dom.createTreeWalker(dom.documentOf(box), box, ELEMENTS_AND_TEXT);
  let text = '';
  let length = 0;
  for (
    let at: Node | null = box, left = NODES;
    at && left > 0 && length <= limit;
    at = walker?.nextNode() ?? null, left--
  ) {
    if (!dom.isText(at)) continue;
    const piece = at.data.slice(0, limit + 1).replace(/\s+/g, ' ');
    text += piece;
    length += piece.trim().length;
  }
  return { text: text.trim(), length };
}
