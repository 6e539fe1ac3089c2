/**
 * Can this document be ruled out, without the reader script? Says no more than it is sure of: whatever is a story for
 * `findArticle` is never ruled out here. Bounded, so that it costs next to nothing on a page of any size.
 */
import { CLAIMED_ARTICLE_TEXT, LONG_PARAGRAPH, PARAGRAPH_TEXT, STORY_TEXT } from './amounts';
import * as dom from './dom';
import { findText } from './find-text';
import { isFrontAddress } from './front-address';
import { type Address, isOtherAddress } from './other-address';
import { pageHints } from './page-hints';
import { isPrivate } from './private-page';

/** `list`: much text, in many places. `other`: by its address, or by what it says of itself; whatever text it may get does not change that. */
export type RuledOut = 'private' | 'no-story' | 'list' | 'other';

/** Of what `findArticle` wants only a share, since a paragraph with links in it is in short pieces. */
const CLAIMED = { enough: CLAIMED_ARTICLE_TEXT / 2, long: PARAGRAPH_TEXT / 2, together: false };
const UNCLAIMED = { enough: (STORY_TEXT * 3) / 4, long: LONG_PARAGRAPH, together: true };

/** Null: reading has to decide. */
export function ruleOut(view: Window): RuledOut | null {
  try {
    return isInPrivatePage(view) ? 'private' : verdictOn(view.document, view.location);
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
      if (isPrivate(document, location, pageHints(document) === 'article')) return true;
    }
  } catch {
    // The page around is a stranger's.
  }
  return false;
}

/** The cheapest questions come first: most pages have no text to speak of. */
function verdictOn(doc: Document, address: Address): RuledOut | null {
  const body = dom.body(doc);
  if (!body || !dom.contentType(doc).includes('html')) return 'no-story';
  const hint = pageHints(doc);
  const claims = hint === 'article';
  if (hint === 'other' || (!claims && (isFrontAddress(address) || isOtherAddress(address)))) return 'other';
  const text = findText(body, claims ? CLAIMED : UNCLAIMED);
  if (text !== 'enough') return text === 'scattered' ? 'list' : 'no-story';
  // Whether a password belongs to a box beside the story, reading has to decide.
  return isPrivate(doc, address, claims, () => true) ? 'private' : null;
}
