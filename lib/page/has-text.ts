import { DENSE_LETTER } from './amounts';
import * as dom from './dom';

/** Pieces of text that are looked at. */
const PIECES = 2_500;
const TEXT = 4;
const PASSED = 'script, style, noscript, template, textarea, nav, footer, [hidden], [aria-hidden="true"]';
const DENSE = /[\u3040-\u30ff\u3400-\u9fff]/;

/** Are there so many characters in elements with `long` text of their own, whatever they are? Counts rather too much. */
export function hasText(body: Element, enough: number, long: number): boolean {
  const walker = dom.createTreeWalker(dom.documentOf(body), body, TEXT);
  /** A text may be in a node for each letter. */
  const held = new Map<Element, number>();
  let length = 0;
  for (let left = PIECES; walker?.nextNode() && left > 0; left--) {
    const text = (walker.currentNode as Text).data.trim();
    const parent = text === '' ? null : dom.parentElement(walker.currentNode);
    if (!parent) continue;
    const before = held.get(parent) ?? 0;
    const now = before + text.length * (DENSE.test(text) ? DENSE_LETTER : 1);
    const isNew = before < long && now >= long;
    held.set(parent, isNew && dom.closest(parent, PASSED) ? Number.NEGATIVE_INFINITY : now);
    if (now >= long && held.get(parent) === now) length += isNew ? now : now - before;
    if (length >= enough) return true;
  }
  return false;
}
