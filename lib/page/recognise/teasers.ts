import { createBoxTest } from '../dom/boxes-around';
import * as dom from '../dom/dom';
import { someText } from '../dom/some-text';

/** Adjacent boxes of one shape, or headlines, that make a list. */
const ITEMS = 3;
/** Siblings compared. */
const SIBLINGS = 100;
/** Characters of a headline compared with its link's. */
const HEADLINE = 300;
const LINKED_SHARE = 0.7;

const HEADLINES = 'h1, h2, h3, h4, h5, h6, dt';
const ITEM = /^(?:article|li|div|section|td|tr|dd|a|[a-z]+-[a-z-]+)$/;

function leadsAway(link: Element, here: URL, farther: boolean): boolean {
  try {
    const { protocol, hostname, pathname, search } = new URL(dom.getAttribute(link, 'href') ?? '', here);
    if (!/^https?:$/.test(protocol)) return false;
    if (hostname !== here.hostname) return farther;
    return pathname !== here.pathname || search !== here.search;
  } catch {
    return false;
  }
}

/** Does this headline lead to another page? `farther`: also if on another site. */
function leadsOn(headline: Element, here: URL, farther = true): boolean {
  const link = dom.one(headline, 'a[href]') ?? dom.closest(headline, 'a[href]');
  if (!link || !leadsAway(link, here, farther)) return false;
  return (
    dom.contains(link, headline) ||
    someText(link, HEADLINE).length >= someText(headline, HEADLINE).length * LINKED_SHARE
  );
}

function isHeaded(item: Element, here: URL): boolean {
  const headline = dom.one(item, HEADLINES);
  if (!headline || !leadsOn(headline, here)) return false;
  // Where the page's own headline is, its story is.
  const h1 = dom.one(item, 'h1');
  return h1 === null || leadsOn(h1, here);
}

function areMany(elements: Iterable<Element>, are: (element: Element) => boolean): boolean {
  let found = 0;
  let left = SIBLINGS;
  for (const one of elements) {
    if (are(one) && ++found >= ITEMS) return true;
    if (--left < 0) break;
  }
  return false;
}

const shapeOf = (element: Element): string =>
  `${dom.localName(element)} ${(dom.getAttribute(element, 'class') ?? '').trim().split(/\s/)[0]}`;

/**
 * Is this an item in a list of stories: one of several boxes of one shape, each with a headline that leads elsewhere?
 */
export function isTeaser(element: Element, here: URL): boolean {
  const parent = dom.parentElement(element);
  if (!parent || !ITEM.test(dom.localName(element)) || !isHeaded(element, here)) return false;
  const shape = shapeOf(element);
  return areMany(dom.children(parent), (one) => shapeOf(one) === shape && isHeaded(one, here));
}

/** Does it contain headlines and texts in sequence, without boxes? A story on ten things links to their makers. */
const isBareList = (element: Element, here: URL): boolean =>
  areMany(dom.children(element), (one) => dom.matches(one, HEADLINES) && leadsOn(one, here, false));

/** Tests whether elements below `body` are in such a list. */
export const createTeaserTest = (body: Element, here: URL): ((element: Element) => boolean) =>
  createBoxTest(body, (box) => isBareList(box, here) || (box !== body && isTeaser(box, here)));
