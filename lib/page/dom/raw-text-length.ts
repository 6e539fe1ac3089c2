import * as dom from './dom';

/** Characters of a node's text, blanks included; stops counting a little beyond `limit`. */
export function rawTextLength(node: Node, limit: number): number {
  if (dom.isText(node)) return node.length;
  const walker = dom.createTreeWalker(dom.documentOf(node), node, NodeFilter.SHOW_TEXT);
  let length = 0;
  while (walker && length <= limit && walker.nextNode()) length += (walker.currentNode as Text).length;
  return length;
}
