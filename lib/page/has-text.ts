import { DENSE_LETTER } from './amounts';
import * as dom from './dom';

/** Pieces of text that are looked at. */
const PIECES = 2_500;
const TEXT = 4;
const PASSED = 'script, style, noscript, template, textarea, nav, footer, [hidden], [aria-hidden="true"]';
const DENSE = /[\u3040-\u30ff\u3400-\u9fff]/;

/** Are there so many characters in long pieces of text, in whatever boxes? Counts rather too much. */
export function hasText(body: Element, enough: number, long: number): boolean {
  const walker = dom.createTreeWalker(dom.documentOf(body), body, TEXT);
  let length = 0;
  for (let left = PIECES; walker?.nextNode() && left > 0; left--) {
    const { data } = walker.currentNode as Text;
    if (data.length * DENSE_LETTER < long) continue;
    const weight = DENSE.test(data) ? DENSE_LETTER : 1;
    if (data.length * weight < long) continue;
    const parent = dom.parentElement(walker.currentNode);
    if (!parent || dom.closest(parent, PASSED)) continue;
    length += data.length * weight;
    if (length >= enough) return true;
  }
  return false;
}
