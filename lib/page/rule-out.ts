/**
 * Can this document be ruled out, without the reader script? Says no more than it is sure of: whatever is a story for
 * `findArticle` is never ruled out here. Bounded, so that it costs next to nothing on a page of any size.
 */
import isProbablyReaderable from '@mozilla/readability/Readability-readerable.js';
import { CLAIMED_ARTICLE_TEXT, isPrivate, meta, PARAGRAPH_TEXT, PARAGRAPHS } from './article';

export type RuledOut = 'private' | 'no-story';

/** Elements of text that are looked at; a page with more is left to reading. */
const ELEMENTS = 1_000;
/** Characters above which a whole section of a page is not copied out to be counted. */
const LONG_TEXT = 10_000;
/** Characters of JSON-LD that are searched for the word of an article. */
const DATA_LENGTH = 200_000;

/** The types that `isArticleThing` knows, found without parsing, also where letters are escaped. A few more get through. */
const CLAIM = /Article|BlogPosting|SocialMediaPosting|Report|\\u00[4-7]/;

/** Null: reading has to decide. */
export function ruleOut(view: Window): RuledOut | null {
  try {
    return isInPrivatePage(view) ? 'private' : verdictOn(view.document, new URL(view.location.href));
  } catch {
    // A page that breaks what is asked of it is no reason to keep quiet about it.
    return null;
  }
}

/** A mailbox shows its letters in frames. */
function isInPrivatePage(view: Window): boolean {
  try {
    for (let at = view; at !== at.parent && at.frameElement !== null; at = at.parent) {
      const { document, location } = at.parent;
      if (verdictOn(document, new URL(location.href)) === 'private') return true;
    }
  } catch {
    // The page around is a stranger's.
  }
  return false;
}

function verdictOn(doc: Document, address: URL): RuledOut | null {
  if (!doc.body || !/html/.test(doc.contentType)) return 'no-story';
  const claims = mayClaimArticle(doc);
  if (isPrivate(doc, address, claims)) return 'private';
  if (claims && hasProse(doc)) return null;
  const isFront = address.pathname === '/' || address.pathname === '';
  return isFront || !mayBeReadable(doc) ? 'no-story' : null;
}

function mayClaimArticle(doc: Document): boolean {
  if (meta(doc, 'og:type') === 'article') return true;
  if (doc.querySelector('[itemtype*="schema.org/"][itemtype$="Article"]') !== null) return true;
  let left = DATA_LENGTH;
  for (const { textContent: data } of doc.querySelectorAll('script[type^="application/ld+json" i]')) {
    left -= data?.length ?? 0;
    if (left < 0 || CLAIM.test(data ?? '')) return true;
  }
  return false;
}

/** Counts what `findArticle` may leave out; stops where that is enough. */
function hasProse(doc: Document): boolean {
  const isEnough = (elements: Iterable<Element>): boolean => {
    let prose = 0;
    for (const element of elements) {
      const length = lengthOf(element, CLAIMED_ARTICLE_TEXT);
      if (length >= PARAGRAPH_TEXT) prose += length;
      if (prose >= CLAIMED_ARTICLE_TEXT) return true;
    }
    return false;
  };
  // Most have it in plain paragraphs, which are found without going through the whole page.
  return isEnough(doc.getElementsByTagName('p')) || isEnough(doc.querySelectorAll(PARAGRAPHS));
}

/** The judgement of Readability, as far as it can be had cheaply. */
function mayBeReadable(doc: Document): boolean {
  let seen = 0;
  let undecided = false;
  const visibilityChecker = (node: Node): boolean => {
    const element = node as HTMLElement;
    if (undecided || element.style?.display === 'none' || element.hasAttribute('hidden')) return false;
    seen += 1;
    undecided = seen > ELEMENTS || (element.localName !== 'p' && lengthOf(element, LONG_TEXT) > LONG_TEXT);
    return !undecided;
  };
  return isProbablyReaderable(doc, { visibilityChecker }) || undecided;
}

/** Characters of its text, blanks and all; counted no further than a little beyond `limit`. */
function lengthOf(element: Element, limit: number): number {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let length = 0;
  while (length <= limit && walker.nextNode()) length += (walker.currentNode as Text).length;
  return length;
}
