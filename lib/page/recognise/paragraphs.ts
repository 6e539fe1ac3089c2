import * as dom from '../dom/dom';
import { DENSE_LETTER, PARAGRAPH_TEXT } from './amounts';
import { hasFurnitureTag } from './furniture';

/** A paragraph of prose, in whatever box: `p`, `div` with or without `br`, `section`, `td`, custom elements. */
export interface Paragraph {
  readonly element: Element;
  /** In characters; Chinese and Japanese ones count several times. */
  readonly length: number;
  /** Contains the end of a sentence. */
  readonly isSentence: boolean;
}

/** Largest share of a paragraph that may be links. */
const LINKED_SHARE = 0.6;

/** Paragraphs examined; on a page with a thousand, more would only cost time. */
const PARAGRAPHS = 200;
/** Nodes visited for them. */
const NODES = 12_000;
/** Counted at most, per text and in total. */
const TEXT_MOST = 20_000;
const ALL_TEXT = 500_000;
/** Inline ancestors searched for a text's box. */
const INLINE_DEEP = 30;
/** Nodes per step. */
const STEP = 64;

const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite data del dfn em font i ins kbd mark q ruby s samp small span strike strong sub sup time tt u var'.split(
    ' ',
  ),
);
/** One of these letters says as much as several of an alphabet. */
const DENSE = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/g;
/** Without letter classes, which browsers take milliseconds to compile. */
const SENTENCE_END = /[^\s.!?][.!?…؟।։]+["'”’»)\]]*(?:\s|$)|[。！？]/;

const ELEMENTS_AND_TEXT = 5;

interface Seen {
  length: number;
  linked: number;
  isSentence: boolean;
  /** The last letter: a text may have a node for each. */
  last: string;
}

/** In steps, to be run in slices. */
export function* paragraphsOf(body: Element): Generator<void, readonly Paragraph[]> {
  const walker = dom.createTreeWalker(dom.documentOf(body), body, ELEMENTS_AND_TEXT);
  const boxes = new Map<Element, Seen>();
  let long = 0;
  let room = ALL_TEXT;
  let parent: Element | null = null;
  let box: Element = body;
  let isLinked = false;
  let node = walker?.nextNode() ?? null;
  for (let left = NODES; walker && node && left > 0 && room > 0 && long <= PARAGRAPHS; left--) {
    if (left % STEP === 0) yield;
    if (dom.isElement(node)) {
      node = isPassed(node) ? passed(walker) : walker.nextNode();
      continue;
    }
    if (dom.isText(node)) {
      const text = node.data.slice(0, TEXT_MOST).trim();
      if (text !== '') {
        const around = dom.parentElement(node);
        if (around !== parent && around) {
          parent = around;
          isLinked = false;
          box = around;
          for (let deep = INLINE_DEEP; deep > 0 && INLINE.has(dom.localName(box)); deep--) {
            isLinked ||= dom.localName(box) === 'a';
            box = dom.parentElement(box) ?? body;
          }
        }
        const seen = boxes.get(box) ?? { length: 0, linked: 0, isSentence: false, last: '' };
        boxes.set(box, seen);
        const dense = text.match(DENSE)?.length ?? 0;
        const length = text.length + dense * (DENSE_LETTER - 1);
        if (seen.length < PARAGRAPH_TEXT && seen.length + length >= PARAGRAPH_TEXT) long++;
        seen.length += length;
        room -= text.length;
        if (isLinked) seen.linked += length;
        seen.isSentence ||= SENTENCE_END.test(seen.last + text);
        seen.last = text.slice(-1);
      }
    }
    node = walker.nextNode();
  }
  return [...boxes]
    .filter(([, { length, linked }]) => length >= PARAGRAPH_TEXT && linked < length * LINKED_SHARE)
    .map(([element, { length, isSentence }]) => ({ element, length, isSentence }));
}

/** Their content is not prose, or not the page's. */
function isPassed(element: Element): boolean {
  return (
    hasFurnitureTag(element) ||
    /^h\d$/.test(dom.localName(element)) ||
    dom.hasAttribute(element, 'hidden') ||
    dom.getAttribute(element, 'aria-hidden') === 'true'
  );
}

/** The next node after the walker's whole subtree. */
function passed(walker: TreeWalker): Node | null {
  for (;;) {
    const next = walker.nextSibling();
    if (next) return next;
    if (!walker.parentNode()) return null;
  }
}
