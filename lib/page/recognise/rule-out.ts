/**
 * Can this document be ruled out without the reader script? Only says what is certain: whatever is a story for
 * `findArticle` is never ruled out. Bounded, so that it costs next to nothing on a page of any size.
 */

import * as dom from '../dom/dom';
import { CLAIMED_ARTICLE_TEXT, LONG_PARAGRAPH, PARAGRAPH_TEXT, STORY_TEXT } from './amounts';
import { findText } from './find-text';
import { isFrontAddress } from './front-address';
import { type Address, isOtherAddress } from './other-address';
import { pageHints } from './page-hints';
import { isPrivate } from './private-page';

/**
 * `list`: much text in many places. `other`: by its address or what it says about itself, which further text does not
 * change.
 */
export type RuledOut = 'private' | 'no-story' | 'list' | 'other';

/** Less than `findArticle` requires, since links split a paragraph into short pieces. */
const CLAIMED = { enough: CLAIMED_ARTICLE_TEXT / 2, long: PARAGRAPH_TEXT / 2, together: false };
const UNCLAIMED = { enough: (STORY_TEXT * 3) / 4, long: LONG_PARAGRAPH, together: true };

/** Null: the reader script must decide. */
export function ruleOut(view: Window): RuledOut | null {
  try {
    return isInPrivatePage(view) ? 'private' : verdictOn(view.document, view.location);
  } catch {
    // If the page makes a check throw, the reader script decides.
    return null;
  }
}

/** A mailbox shows its mail in frames. */
function isInPrivatePage(view: Window): boolean {
  try {
    for (let at = view; at !== at.parent && at.frameElement !== null; at = at.parent) {
      const { document, location } = at.parent;
      if (isPrivate(document, location, pageHints(document) === 'article')) return true;
    }
  } catch {
    // The surrounding page is cross-origin.
  }
  return false;
}

/** Cheapest checks first: most pages have hardly any text. */
function verdictOn(doc: Document, address: Address): RuledOut | null {
  const body = dom.body(doc);
  if (!body || !dom.contentType(doc).includes('html')) return 'no-story';
  const hint = pageHints(doc);
  const claims = hint === 'article';
  if (hint === 'other' || (!claims && (isFrontAddress(address) || isOtherAddress(address)))) return 'other';
  const text = findText(body, claims ? CLAIMED : UNCLAIMED);
  if (text !== 'enough') return text === 'scattered' ? 'list' : 'no-story';
  // Whether a password field is just a box beside the story is left to the reader script.
  return isPrivate(doc, address, claims, () => true) ? 'private' : null;
}
