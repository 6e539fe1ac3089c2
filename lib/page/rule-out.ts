/**
 * Can this document be ruled out, without the reader script? Says no more than it is sure of: whatever is a story for
 * `findArticle` is never ruled out here. Bounded, so that it costs next to nothing on a page of any size.
 */
import { CLAIMED_ARTICLE_TEXT, LONG_PARAGRAPH, PARAGRAPH_TEXT, STORY_TEXT } from './amounts';
import * as dom from './dom';
import { isFrontAddress } from './front-address';
import { hasText } from './has-text';
import { isOtherAddress } from './other-address';
import { isPrivate } from './private-page';

export type RuledOut = 'private' | 'no-story';

/** Of what `findArticle` wants only a share, since a paragraph with links in it is in short pieces. */
const CLAIMED = { enough: CLAIMED_ARTICLE_TEXT / 2, long: PARAGRAPH_TEXT / 2, together: false };
const UNCLAIMED = { enough: (STORY_TEXT * 3) / 4, long: LONG_PARAGRAPH, together: true };
/** Characters of JSON-LD that are searched for the word of an article. */
const DATA_LENGTH = 200_000;
const DATA = 'script[type^="application/ld+json" i]';
const OG_TYPE = 'meta[property*="og:type" i], meta[name*="og:type" i]';
const PUBLISHED = 'meta[property="article:published_time" i], meta[name="article:published_time" i]';
const MARKED = '[itemtype$="Article"], [itemtype$="Posting"]';
/** One list of all: going through the page is what costs. */
const CLAIMING = [DATA, OG_TYPE, PUBLISHED, MARKED].join();

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
  if (!claims && (isFrontAddress(address) || isOtherAddress(address))) return 'no-story';
  if (!hasText(body, claims ? CLAIMED : UNCLAIMED)) return 'no-story';
  // Whether a password belongs to a box beside the story, reading has to decide.
  return isPrivate(doc, address, claims, () => true) ? 'private' : null;
}

function mayClaimArticle(doc: Document): boolean {
  let left = DATA_LENGTH;
  for (const said of dom.all(doc, CLAIMING)) {
    if (dom.localName(said) === 'script') {
      const data = dom.textContent(said);
      left -= data.length;
      if (left < 0 || CLAIMS.some((claim) => data.includes(claim))) return true;
    } else if (!dom.matches(said, OG_TYPE) || /article/i.test(dom.getAttribute(said, 'content') ?? '')) return true;
  }
  return false;
}
