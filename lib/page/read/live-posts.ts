import { ancestors } from '../dom/ancestors';
import * as dom from '../dom/dom';

/** Posts of one shape that make a story live, and siblings compared. */
const POSTS = 3;
const SIBLINGS = 60;

const POST = /^(?:article|section|li|div)$/;
/** What a post has of its own: a time or a headline. */
const HEADED = 'time, [datetime], h2, h3, h4';

const numbers = new WeakMap<Element, number>();
let last = 0;
const known = new WeakMap<Element, boolean>();

function isPost(element: Element): boolean {
  const parent = dom.parentElement(element);
  if (!parent || !POST.test(dom.localName(element)) || !dom.one(element, HEADED)) return false;
  const name = dom.getAttribute(element, 'class');
  let alike = 0;
  let left = SIBLINGS;
  for (const one of dom.children(parent)) {
    if (left-- === 0) break;
    if (dom.localName(one) !== dom.localName(element) || dom.getAttribute(one, 'class') !== name) continue;
    if (dom.one(one, HEADED) && ++alike === POSTS) return true;
  }
  return false;
}

/** A number for the post containing this element, the outermost in the story; none outside posts. */
export function postAround(element: Element, story: Element): number | undefined {
  let post: Element | null = null;
  for (const at of [element, ...ancestors(element)]) {
    if (at === story) break;
    const is = known.get(at) ?? isPost(at);
    known.set(at, is);
    if (is) post = at;
  }
  if (!post) return undefined;
  const number = numbers.get(post) ?? ++last;
  numbers.set(post, number);
  return number;
}
