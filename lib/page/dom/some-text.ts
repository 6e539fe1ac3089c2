import * as dom from './dom';

/** Nodes examined for a box's text: nested boxes without text would each be walked entirely. */
const NODES = 2_000;
const ELEMENTS_AND_TEXT = 5;

/**
 * The beginning of a box's text, white space collapsed, and the number of its characters without white space between
 * nodes. Reads only as much as shows that there are more than `limit`: boxes may hold a megabyte.
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
