import { DENSE_LETTER, PARAGRAPH_TEXT } from './amounts';
import * as dom from './dom';

/** Pieces of text that are looked at. */
const PIECES = 2_500;
const TEXT = 4;
const HIDDEN = /^(?:script|style|noscript|template|textarea)$/;
const DENSE = /[\u3040-\u30ff\u3400-\u9fff]/;

/** Are there so many characters in pieces of text that may be parts of paragraphs, in whatever boxes? Counts rather too much. */
export function hasText(body: Element, enough: number): boolean {
  const walker = dom.createTreeWalker(dom.documentOf(body), body, TEXT);
  let length = 0;
  for (let left = PIECES; walker?.nextNode() && left > 0; left--) {
    const { data } = walker.currentNode as Text;
    if (data.length * DENSE_LETTER < PARAGRAPH_TEXT) continue;
    const weight = DENSE.test(data) ? DENSE_LETTER : 1;
    if (data.length * weight < PARAGRAPH_TEXT) continue;
    const parent = dom.parentElement(walker.currentNode);
    if (!parent || HIDDEN.test(dom.localName(parent))) continue;
    length += data.length * weight;
    if (length >= enough) return true;
  }
  return false;
}
