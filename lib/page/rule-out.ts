/**
 * Can this document be ruled out, without the reader script? Says no more than it is sure of: whatever is a story for
 * `findArticle` is never ruled out here. Bounded, so that it costs next to nothing on a page of any size.
 */
import isProbablyReaderable from '@mozilla/readability/Readability-readerable.js';
import { CLAIMED_ARTICLE_TEXT, isPrivate, PARAGRAPH_TEXT, PARAGRAPHS } from './article';
import * as dom from './dom';
import { rawTextLength } from './raw-text-length';

export type RuledOut = 'private' | 'no-story';

/** Elements of text that are looked at; a page with more of them is left to reading. */
const ELEMENTS = 3_000;
/** As Readability counts: an element's characters below which it says nothing, and the score above which a page is read. */
const CANDIDATE_TEXT = 140;
const READABLE_SCORE = 20;
/** Characters of a section that are enough; its text may be a book's. A page of many sections has none of those. */
const LONG_TEXT = 10_000;
const FEW_SECTIONS = 20;
/** Characters of JSON-LD that are searched for the word of an article. */
const DATA_LENGTH = 200_000;
const DATA = 'script[type^="application/ld+json" i]';
const OG_TYPE = 'meta[property*="og:type" i], meta[name*="og:type" i]';

/**
 * The types that `isArticleThing` knows, found without parsing, also where letters are escaped. A few more get through.
 * Not one pattern: what runs once is run by the browser's slow matcher.
 */
const CLAIMS = ['Article', 'BlogPosting', 'SocialMediaPosting', 'Report', '\\u00'];

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
      if (isPrivate(document, new URL(location.href), mayClaimArticle(document))) return true;
    }
  } catch {
    // The page around is a stranger's.
  }
  return false;
}

/** The cheapest questions come first: most pages have no text to speak of. */
function verdictOn(doc: Document, address: URL): RuledOut | null {
  if (!dom.body(doc) || !/html/.test(dom.contentType(doc))) return 'no-story';
  const isFront = address.pathname === '/' || address.pathname === '';
  const mayBeStory =
    (mayClaimInData(doc) && hasProse(doc)) ||
    (!isFront && mayBeReadable(doc)) ||
    (claimsInMarkup(doc) && hasProse(doc));
  if (!mayBeStory) return 'no-story';
  return isPrivate(doc, address, mayClaimArticle(doc)) ? 'private' : null;
}

const mayClaimArticle = (doc: Document): boolean => mayClaimInData(doc) || claimsInMarkup(doc);

const claimsInMarkup = (doc: Document): boolean => dom.one(doc, '[itemtype$="Article"]') !== null;

function mayClaimInData(doc: Document): boolean {
  for (const meta of dom.all(doc, OG_TYPE)) if (/article/.test(dom.getAttribute(meta, 'content') ?? '')) return true;
  let left = DATA_LENGTH;
  for (const script of dom.all(doc, DATA)) {
    const data = dom.textContent(script);
    left -= data.length;
    if (left < 0 || CLAIMS.some((claim) => data.includes(claim))) return true;
  }
  return false;
}

/** Counts what `findArticle` may leave out; stops where that is enough. */
function hasProse(doc: Document): boolean {
  const isEnough = (elements: Iterable<Element>): boolean => {
    let prose = 0;
    for (const element of elements) {
      const length = rawTextLength(element, CLAIMED_ARTICLE_TEXT);
      if (length >= PARAGRAPH_TEXT) prose += length;
      if (prose >= CLAIMED_ARTICLE_TEXT) return true;
    }
    return false;
  };
  // Most have it in plain paragraphs.
  return isEnough(dom.all(doc, 'p')) || isEnough(dom.all(doc, PARAGRAPHS));
}

/** The judgement of Readability, asked for only where there is text enough; bounded. */
function mayBeReadable(doc: Document): boolean {
  const sections = dom.all(doc, 'article');
  const isLong = (section: Element): boolean => rawTextLength(section, LONG_TEXT) > LONG_TEXT;
  if (sections.length <= FEW_SECTIONS && [...sections].some(isLong)) return true;
  // One list for all: on most pages it is going through the page that costs.
  const found = dom.all(doc, 'p, pre, article, br');
  if (found.length > ELEMENTS) return true;
  let score = 0;
  for (const one of found) {
    const { length } = dom.textContent(dom.localName(one) === 'br' ? (dom.parentElement(one) ?? one) : one);
    if (length > CANDIDATE_TEXT) score += Math.sqrt(length - CANDIDATE_TEXT);
    // It leaves out more: what is hidden, and what is furniture by its name.
    if (score > READABLE_SCORE) return isProbablyReaderable(doc);
  }
  return false;
}
