/**
 * Can this document be ruled out, without the reader script? Says no more than it is sure of: whatever is a story for
 * `findArticle` is never ruled out here. Bounded, so that it costs next to nothing on a page of any size.
 */
import { CLAIMED_ARTICLE_TEXT, LONG_PARAGRAPH, PARAGRAPH_TEXT, STORY_TEXT } from './amounts';
import * as dom from './dom';
import { isFrontAddress } from './front-address';
import { hasText } from './has-text';
import { isPrivate } from './private-page';

export type RuledOut = 'private' | 'no-story';

/** Shares of what `findArticle` wants, since a paragraph with links in it is in short pieces. */
const CLAIMED_TEXT = CLAIMED_ARTICLE_TEXT / 2;
const UNCLAIMED_TEXT = STORY_TEXT / 2;
/** Characters of JSON-LD that are searched for the word of an article. */
const DATA_LENGTH = 200_000;
const DATA = 'script[type^="application/ld+json" i]';
const OG_TYPE = 'meta[property*="og:type" i], meta[name*="og:type" i]';
const PUBLISHED = 'meta[property="article:published_time" i], meta[name="article:published_time" i]';

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
  const body = dom.body(doc);
  if (!body || !/html/.test(dom.contentType(doc))) return 'no-story';
  const claims = mayClaimArticle(doc);
  if (!claims && isFrontAddress(address)) return 'no-story';
  if (!(claims ? hasText(body, CLAIMED_TEXT, PARAGRAPH_TEXT / 2) : hasText(body, UNCLAIMED_TEXT, LONG_PARAGRAPH)))
    return 'no-story';
  // Whether a password belongs to a box beside the story, reading has to decide.
  return isPrivate(doc, address, claims, () => true) ? 'private' : null;
}

const mayClaimArticle = (doc: Document): boolean => mayClaimInData(doc) || claimsInMarkup(doc);

const claimsInMarkup = (doc: Document): boolean =>
  dom.one(doc, '[itemtype$="Article"], [itemtype$="Posting"]') !== null;

function mayClaimInData(doc: Document): boolean {
  for (const meta of dom.all(doc, OG_TYPE)) if (/article/i.test(dom.getAttribute(meta, 'content') ?? '')) return true;
  if (dom.one(doc, PUBLISHED)) return true;
  let left = DATA_LENGTH;
  for (const script of dom.all(doc, DATA)) {
    const data = dom.textContent(script);
    left -= data.length;
    if (left < 0 || CLAIMS.some((claim) => data.includes(claim))) return true;
  }
  return false;
}
