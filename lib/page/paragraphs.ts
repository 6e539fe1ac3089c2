import { DENSE_LETTER, PARAGRAPH_TEXT } from './amounts';
import * as dom from './dom';
import { hasFurnitureTag } from './furniture';

/** Where the prose of a page stands, in whatever boxes: `p`, `div` with or without `br`, `section`, `td`, elements of the site's own. */
export interface Paragraph {
  readonly element: Element;
  /** Characters, those of Chinese and Japanese for several. */
  readonly length: number;
  /** Holds the end of a sentence. */
  readonly isSentence: boolean;
}

/** Share of a paragraph that may stand in links. */
const LINKED_SHARE = 0.6;

/** Paragraphs that are looked at; on a page of a thousand more would only cost time. */
const PARAGRAPHS = 200;
/** Nodes gone through for them. */
const NODES = 12_000;
/** Of one text no more is counted, nor of all. */
const TEXT_MOST = 20_000;
const ALL_TEXT = 500_000;
/** Inline elements around a text that are gone through for its box. */
const INLINE_DEEP = 30;
/** Nodes looked at in a step. */
const STEP = 64;

const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite data del dfn em font i ins kbd mark q ruby s samp small span strike strong sub sup time tt u var'.split(
    ' ',
  ),
);
/** A letter of these says as much as several of an alphabet. */
const DENSE = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/g;
/** Without classes of letters: the browser takes milliseconds to make a pattern of them. */
const SENTENCE_END = /[^\s.!?][.!?…؟।։]+["'”’»)\]]*(?:\s|$)|[。！？]/;

const ELEMENTS_AND_TEXT = 5;

interface Seen {
  length: number;
  linked: number;
  isSentence: boolean;
  /** The last letter: a text may be in a node for each. */
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

/** What stands in these is no prose, or not the page's. */
function isPassed(element: Element): boolean {
  return (
    hasFurnitureTag(element) ||
    /^h\d$/.test(dom.localName(element)) ||
    dom.hasAttribute(element, 'hidden') ||
    dom.getAttribute(element, 'aria-hidden') === 'true'
  );
}

/** The node after all that the walker's one holds. */
function passed(walker: TreeWalker): Node | null {
  for (;;) {
    const next = walker.nextSibling();
    if (next) return next;
    if (!walker.parentNode()) return null;
  }
}
