import * as dom from '../dom/dom';
import { DENSE_LETTER } from './amounts';

/** Pieces of text examined. */
const PIECES = 2_500;
const TEXT = 4;
/** Long ones among them; if so many are apart from each other, so are the rest. */
const LONG_PIECES = 60;
/** In characters; shorter pieces are buttons, names and numbers, which pages have by the thousand, */
const SHORT = 20;
/** unless they are single letters of a text with a node for each. */
const LETTERS = 100;
const PASSED = 'script, style, noscript, template, textarea, nav, footer, [hidden], [aria-hidden="true"]';
const DENSE = /[\u3040-\u30ff\u3400-\u9fff]/;
/** Boxes around a paragraph and its neighbours. */
const AROUND = 3;

export interface TextWanted {
  /** Number of characters that suffice. */
  readonly enough: number;
  /** Characters an element must have itself to count. */
  readonly long: number;
  /** Only elements close together count. */
  readonly together: boolean;
}

/** `scattered`: much text, but nowhere enough. */
export type TextFound = 'enough' | 'scattered' | 'little';

/** Is there enough text, in whatever elements? Overcounts rather than undercounts. */
export function findText(body: Element, { enough, long, together }: TextWanted): TextFound {
  const walker = dom.createTreeWalker(dom.documentOf(body), body, TEXT);
  /** The text directly in each element, and the counted text in each box. */
  const held = new Map<Element, number>();
  const counted = new Map<Element, number>();
  let letters = 0;
  let apart = 0;
  for (let left = PIECES; walker?.nextNode() && left > 0; left--) {
    const piece = walker.currentNode as Text;
    if (piece.length < SHORT) {
      if (piece.length === 1 && /\p{L}/u.test(piece.data) && ++letters > LETTERS) return 'enough';
      continue;
    }
    const text = piece.data.trim();
    const parent = text === '' ? null : dom.parentElement(piece);
    if (!parent) continue;
    const before = held.get(parent) ?? 0;
    const now = before + text.length * (DENSE.test(text) ? DENSE_LETTER : 1);
    held.set(parent, now);
    if (now < long) continue;
    let box: Element | null = together ? parent : body;
    for (let up = together ? AROUND : 0; box && up >= 0; up--, box = dom.parentElement(box)) {
      const sum = (counted.get(box) ?? 0) + (before < long ? now : now - before);
      if (sum < enough) counted.set(box, sum);
      // Checked last, since it costs most.
      else if (!dom.closest(parent, PASSED)) return 'enough';
    }
    if (++apart > LONG_PIECES) return 'scattered';
  }
  return 'little';
}
