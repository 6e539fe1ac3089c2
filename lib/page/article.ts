import isProbablyReaderable from '@mozilla/readability/Readability-readerable.js';
import { isCommentBox, isPageForm } from './furniture';
import { isArticleThing, structuredThings, textOf } from './structured-data';

/**
 * Is this page a story, and where in it does the story stand?
 *
 * Errs to the side of "no": a mark in an editor, a mailbox or a bank is worse than a story without marks. The reader
 * can overrule "it does not look like a story" by hand (`asked`), but nothing overrules a page that is private.
 */

export interface Article {
  readonly headline: string;
  /** BCP 47 tag as the page gives it, lower case; '' when it does not say. */
  readonly language: string;
  /** Subtrees that hold the story and its comments, in document order, none inside another. */
  readonly roots: readonly Element[];
  /** The one of the roots that holds most of the story. */
  readonly story: Element;
}

/** First labels of host names behind which mail, documents and money live. */
const PRIVATE_HOSTS =
  /^(?:e?mail|webmail|outlook|owa|inbox|docs|drive|sheets|slides|calendar|meet|chat|messages|web\.whatsapp|(?:online|net|e|home|my)?-?bank(?:ing)?|secure|login|signin|sso|auth|accounts?|pay(?:ments?)?|checkout|wallet|admin|console|dashboard)\./i;

/** Characters of prose below which a page that only claims to be an article is none. Paywall stubs have some 200. */
export const CLAIMED_ARTICLE_TEXT = 160;
/** A paragraph shorter than this says nothing about where the story stands. */
export const PARAGRAPH_TEXT = 40;
export const PARAGRAPHS = 'p, article li, main li, blockquote, div:has(> br)';
/** Share of the paragraphs' text that the story's element must hold. */
const ROOT_SHARE = 0.7;

/** Paragraphs that are looked at to find where the story stands; on a page of a thousand more would only cost time. */
const PARAGRAPHS_LOOKED_AT = 300;

const PRIVATE_FIELDS = 'input[type="password" i], [autocomplete^="cc-" i], [autocomplete="one-time-code" i]';

function isShown(element: Element): boolean {
  return typeof element.checkVisibility === 'function'
    ? element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    : true;
}

export function isPrivate(doc: Document, address: URL, claimsArticle: boolean): boolean {
  if (doc.designMode === 'on' || doc.body?.isContentEditable) return true;
  if (PRIVATE_HOSTS.test(address.hostname)) return true;
  // Many papers keep a log-in or pay box in every page: beside a story that says it is one, it is no sign of a private page.
  if (!claimsArticle && [...doc.querySelectorAll(PRIVATE_FIELDS)].some(isShown)) return true;
  const editor = doc.querySelector(
    '[contenteditable=""], [contenteditable="true" i], [role="textbox"][aria-multiline="true"]',
  );
  // A comment box is small and below the story; an editor is the page.
  return editor !== null && !claimsArticle && (editor.textContent ?? '').length > 400;
}

function paragraphsOf(doc: Document): HTMLElement[] {
  const found: HTMLElement[] = [];
  for (const p of doc.querySelectorAll<HTMLElement>(PARAGRAPHS)) {
    if (found.length >= PARAGRAPHS_LOOKED_AT) break;
    if (lengthOf(p) >= PARAGRAPH_TEXT && !isBesideStory(p)) found.push(p);
  }
  return found;
}

function isBesideStory(element: Element): boolean {
  if (element.closest('nav, footer, [aria-hidden="true"], [hidden]')) return true;
  const form = element.closest('form');
  return form !== null && !isPageForm(form);
}

const lengthOf = (element: Element): number => (element.textContent ?? '').trim().length;

const inCommentBox = (element: Element, top: Element): boolean => {
  for (let at: Element | null = element; at && at !== top; at = at.parentElement) if (isCommentBox(at)) return true;
  return false;
};

/** Deepest element that holds most of the prose; widened to the `article` or `main` around it. */
function storyRoot(doc: Document, paragraphs: readonly Element[]): Element {
  const body = doc.body;
  const held = new Map<Element, number>();
  let total = 0;
  for (const p of paragraphs) {
    if (inCommentBox(p, body)) continue;
    const length = lengthOf(p);
    total += length;
    for (let at: Element | null = p; at; at = at.parentElement) held.set(at, (held.get(at) ?? 0) + length);
  }
  let root: Element = body;
  for (;;) {
    const inner = [...root.children].find((child) => (held.get(child) ?? 0) >= total * ROOT_SHARE && total > 0);
    if (!inner || inner.matches('p, li, blockquote')) break;
    root = inner;
  }
  return (
    root.closest('article, [role="article"], [itemprop="articleBody"]')?.closest('article, main') ??
    root.closest('main, [role="main"]') ??
    root
  );
}

function commentBoxes(doc: Document, root: Element): Element[] {
  return [...doc.querySelectorAll('section, div, ol, ul, aside')].filter(
    (box) => isCommentBox(box) && !root.contains(box) && !box.contains(root) && lengthOf(box) >= PARAGRAPH_TEXT,
  );
}

function withoutNested(elements: readonly Element[]): Element[] {
  const outer = elements.filter((one) => !elements.some((other) => other !== one && other.contains(one)));
  return [...new Set(outer)].sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
}

/** Why a page is not read. Only the first can be overruled by the reader. */
export type NoArticle = 'not-an-article' | 'off-limits';

/** The story of this page, or why there is none. `asked`: the reader pressed the button for this very page. */
export function findArticle(doc: Document, address: URL, asked: boolean): Article | NoArticle {
  if (!doc.body || !/html/.test(doc.contentType)) return 'off-limits';
  const things = structuredThings(doc);
  const thing = things.find(isArticleThing);
  const ogType = meta(doc, 'og:type');
  const claims =
    thing !== undefined ||
    ogType === 'article' ||
    doc.querySelector('[itemtype*="schema.org/"][itemtype$="Article"]') !== null;
  if (isPrivate(doc, address, claims)) return 'off-limits';
  const front = address.pathname === '/' || address.pathname === '';
  const paragraphs = paragraphsOf(doc);
  const prose = paragraphs.reduce((sum, p) => sum + lengthOf(p), 0);
  const looksLikeOne =
    asked ||
    (claims && prose >= CLAIMED_ARTICLE_TEXT) ||
    // A front page has readable blurbs but is no story unless it says so.
    (!front && isProbablyReaderable(doc));
  if (!looksLikeOne) return 'not-an-article';
  const root = storyRoot(doc, paragraphs);
  const h1 = root.querySelector('h1') ? null : [...doc.querySelectorAll('h1')].find((h) => !h.closest('nav, footer'));
  return {
    headline: claimedHeadline(doc),
    language: (doc.documentElement.lang || (thing && textOf(thing, 'inLanguage')) || meta(doc, 'og:locale') || '')
      .replace('_', '-')
      .toLowerCase(),
    story: root,
    roots: withoutNested([...(h1 ? [h1] : []), root, ...commentBoxes(doc, root)]),
  };
}

const meta = (doc: Document, name: string): string | null =>
  doc.querySelector(`meta[property="${name}" i], meta[name="${name}" i]`)?.getAttribute('content')?.trim() || null;

const headlineOf = (doc: Document, structured: string | null | undefined): string =>
  structured || meta(doc, 'og:title') || onlyH1(doc) || doc.title.trim();

/** The headline as printed; '' when there is none, or more than one. */
export function onlyH1(doc: Document): string {
  const h1s = doc.querySelectorAll('h1');
  return h1s.length === 1 ? (h1s[0]!.textContent ?? '').replace(/\s+/g, ' ').trim() : '';
}

/** The headline that the page claims to have, of whatever kind it is. */
export function claimedHeadline(doc: Document): string {
  const thing = structuredThings(doc).find(isArticleThing);
  return headlineOf(doc, thing && textOf(thing, 'headline'));
}
