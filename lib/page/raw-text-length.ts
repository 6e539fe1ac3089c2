/** Characters of a node's text, blanks and all; counted no further than a little beyond `limit`. */
export function rawTextLength(node: Node, limit: number): number {
  if (node.nodeType === 3) return (node as Text).length;
  const doc = node.ownerDocument ?? (node as Document);
  const walker = doc.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  let length = 0;
  while (length <= limit && walker.nextNode()) length += (walker.currentNode as Text).length;
  return length;
}
