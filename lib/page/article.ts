import isProbablyReaderable from '@mozilla/readability/Readability-readerable.js';
import { ancestors } from './ancestors';
import * as dom from './dom';
import { isCommentBox, isPageForm } from './furniture';
import { someText } from './some-text';
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

/** Characters of text from which something to be typed in is an editor. */
const EDITOR_TEXT = 400;

/** Of one paragraph no more is counted, nor of all: boxes within boxes would be counted again and again. */
const PARAGRAPH_MOST = 100_000;
const PARAGRAPHS_TEXT = 1_000_000;
/** Elements looked at for paragraphs, boxes for comments, and boxes of comments that are read. */
const CANDIDATES = 5_000;
const BOXES_LOOKED_AT = 20_000;
const COMMENT_BOXES = 50;
/** Characters of what a page says of itself: it goes with each question to the background. */
const SAID = 500;

const PRIVATE_FIELDS = 'input[type="password" i], [autocomplete^="cc-" i], [autocomplete="one-time-code" i]';

const isShown = (element: Element): boolean =>
  dom.checkVisibility(element, { visibilityProperty: true, opacityProperty: true }) ?? true;

export function isPrivate(doc: Document, address: URL, claimsArticle: boolean): boolean {
  const body = dom.body(doc);
  if (dom.designMode(doc) === 'on' || (body && dom.isEditable(body))) return true;
  if (PRIVATE_HOSTS.test(address.hostname)) return true;
  // Many papers keep a log-in or pay box in every page: beside a story that says it is one, it is no sign of a private page.
  if (!claimsArticle && [...dom.all(doc, PRIVATE_FIELDS)].some(isShown)) return true;
  const editor = dom.one(
    doc,
    '[contenteditable=""], [contenteditable="true" i], [role="textbox"][aria-multiline="true"]',
  );
  // A comment box is small and below the story; an editor is the page.
  return editor !== null && !claimsArticle && someText(editor, 2 * EDITOR_TEXT).length > EDITOR_TEXT;
}

interface Paragraph {
  readonly element: Element;
  readonly length: number;
}

function paragraphsOf(doc: Document): Paragraph[] {
  const found: Paragraph[] = [];
  const pageForms = new Map<Element, boolean>();
  let left = PARAGRAPHS_TEXT;
  let looked = 0;
  for (const element of dom.all(doc, PARAGRAPHS)) {
    if (found.length >= PARAGRAPHS_LOOKED_AT || looked++ >= CANDIDATES || left < 0) break;
    const { length } = someText(element, PARAGRAPH_MOST);
    left -= length;
    if (length >= PARAGRAPH_TEXT && !isBesideStory(element, pageForms)) found.push({ element, length });
  }
  return found;
}

function isBesideStory(element: Element, pageForms: Map<Element, boolean>): boolean {
  if (dom.closest(element, 'nav, footer, [aria-hidden="true"], [hidden]')) return true;
  const form = dom.closest(element, 'form');
  if (form === null) return false;
  if (!pageForms.has(form)) pageForms.set(form, isPageForm(form));
  return !pageForms.get(form);
}

/** Deepest element that holds most of the prose; widened to the `article` or `main` around it. */
function storyRoot(body: Element, paragraphs: readonly Paragraph[]): Element {
  const held = new Map<Element, number>();
  const comments = new Map<Element, boolean>();
  const isComments = (element: Element): boolean => {
    if (!comments.has(element)) comments.set(element, element !== body && isCommentBox(element));
    return comments.get(element) ?? false;
  };
  let total = 0;
  for (const { element, length } of paragraphs) {
    const around = [element, ...ancestors(element)];
    if (around.slice(0, around.indexOf(body)).some(isComments)) continue;
    total += length;
    for (const at of around) held.set(at, (held.get(at) ?? 0) + length);
  }
  let root = body;
  for (;;) {
    const inner = [...dom.children(root)].find((child) => (held.get(child) ?? 0) >= total * ROOT_SHARE && total > 0);
    if (!inner || dom.matches(inner, 'p, li, blockquote')) break;
    root = inner;
  }
  const article = dom.closest(root, 'article, [role="article"], [itemprop="articleBody"]');
  return (article && dom.closest(article, 'article, main')) ?? dom.closest(root, 'main, [role="main"]') ?? root;
}

function commentBoxes(doc: Document, root: Element): Element[] {
  const found: Element[] = [];
  let looked = 0;
  for (const box of dom.all(doc, 'section, div, ol, ul, aside')) {
    if (found.length >= COMMENT_BOXES || looked++ >= BOXES_LOOKED_AT) break;
    const isOne = isCommentBox(box) && !dom.contains(root, box) && !dom.contains(box, root);
    if (isOne && someText(box, PARAGRAPH_TEXT).length >= PARAGRAPH_TEXT) found.push(box);
  }
  return found;
}

function withoutNested(elements: readonly Element[]): Element[] {
  const outer = elements.filter((one) => !elements.some((other) => other !== one && dom.contains(other, one)));
  return [...new Set(outer)].sort((a, b) => (dom.follows(b, a) ? -1 : 1));
}

/** Why a page is not read. Only the first can be overruled by the reader. */
export type NoArticle = 'not-an-article' | 'off-limits';

/** The story of this page, or why there is none. `asked`: the reader pressed the button for this very page. */
export function findArticle(doc: Document, address: URL, asked: boolean): Article | NoArticle {
  const body = dom.body(doc);
  if (!body || !/html/.test(dom.contentType(doc))) return 'off-limits';
  const things = structuredThings(doc);
  const thing = things.find(isArticleThing);
  const ogType = meta(doc, 'og:type');
  const claims =
    thing !== undefined ||
    ogType === 'article' ||
    dom.one(doc, '[itemtype*="schema.org/"][itemtype$="Article"]') !== null;
  if (isPrivate(doc, address, claims)) return 'off-limits';
  const front = address.pathname === '/' || address.pathname === '';
  const paragraphs = paragraphsOf(doc);
  const prose = paragraphs.reduce((sum, { length }) => sum + length, 0);
  const looksLikeOne =
    asked ||
    (claims && prose >= CLAIMED_ARTICLE_TEXT) ||
    // A front page has readable blurbs but is no story unless it says so.
    (!front && isProbablyReaderable(readable(doc)));
  if (!looksLikeOne) return 'not-an-article';
  const root = storyRoot(body, paragraphs);
  const h1 = dom.one(root, 'h1') ? null : [...dom.all(doc, 'h1')].find((h) => !dom.closest(h, 'nav, footer'));
  const html = dom.documentElement(doc);
  const claimed = html && dom.getAttribute(html, 'lang');
  return {
    headline: claimedHeadline(doc),
    language: (claimed || (thing && textOf(thing, 'inLanguage')) || meta(doc, 'og:locale') || '')
      .slice(0, SAID)
      .replace('_', '-')
      .toLowerCase(),
    story: root,
    roots: withoutNested([...(h1 ? [h1] : []), root, ...commentBoxes(doc, root)]),
  };
}

const meta = (doc: Document, name: string): string | null => {
  const element = dom.one(doc, `meta[property="${name}" i], meta[name="${name}" i]`);
  return (element && dom.getAttribute(element, 'content')?.trim()) || null;
};

/** All that the library asks of a document. */
const readable = (doc: Document): Document =>
  ({ querySelectorAll: (selector: string) => dom.all(doc, selector) }) as Document;

/** The headline as printed; '' when there is none, or more than one. */
export function onlyH1(doc: Document): string {
  const [h1, another] = dom.all(doc, 'h1');
  return h1 && !another ? someText(h1, SAID).text.slice(0, SAID) : '';
}

/** The headline that the page claims to have, of whatever kind it is. */
export function claimedHeadline(doc: Document): string {
  const thing = structuredThings(doc).find(isArticleThing);
  const claimed = (thing && textOf(thing, 'headline')) || meta(doc, 'og:title') || onlyH1(doc) || dom.title(doc).trim();
  return claimed.slice(0, SAID);
}
