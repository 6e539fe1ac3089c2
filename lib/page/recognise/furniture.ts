import type { BlockRole } from '../../linking';
import { ancestors } from '../dom/ancestors';
import * as dom from '../dom/dom';
import { someText } from '../dom/some-text';
import type { ArticleKind } from './article-kind';
import { isTeaser } from './teasers';

/**
 * What an element is for a reader: prose with a role, or furniture to skip (navigation, cookie bars, related stories,
 * adverts, newsletters, buttons, forms, code, anything editable). Judged by markup alone, which costs no layout;
 * whether it is *visible* is checked by the text map.
 */

const FURNITURE_TAGS = new Set(
  (
    'nav footer form button select textarea input label code pre kbd samp math svg canvas audio video object embed ' +
    'script style noscript template menu datalist option progress meter map area head link meta title iframe ' +
    'frame frameset dir marquee amp-ad amp-embed amp-sticky-ad amp-consent amp-user-notification amp-social-share ' +
    'amp-sidebar amp-subscriptions'
  ).split(' '),
);

const FURNITURE_ROLES = new Set(
  'navigation banner contentinfo search button toolbar menu menubar menuitem tablist tab alert alertdialog status form listbox combobox slider switch textbox searchbox tooltip img presentation-ad'.split(
    ' ',
  ),
);

/** Whole words in class, id or data-* names, so that `lead` is not `ad` and `sharepoint` not `share`. */
const FURNITURE_WORDS = new Set(
  (
    'nav navbar navigation menu breadcrumb breadcrumbs footer sidebar masthead cookie cookies consent gdpr cmp advert ' +
    'advertisement advertising ads ad adslot dfp sponsor sponsored promo promoted promotion related recirculation recirc ' +
    'recommended recommendations trending popular newsletter subscribe subscription signup paywall share sharing social ' +
    'sharebar toolbar byline author authors bio tags taglist topics pagination pager skip outbrain taboola print-only ' +
    'printonly toc metadata timestamp readmore credit credits copyright kicker eyebrow overline follow ' +
    'teilen anzeige werbung partage publicite compartir relacionadas publicidad condividi correlati pubblicita ' +
    'compartilhar delen gerelateerd advertentie reklama'
  ).split(' '),
);

/** Such boxes may have more text than many stories, under their own headline. */
const CONSENT_WORDS = new Set('cookie cookies consent gdpr cmp'.split(' '));

/** A word after one of these in a name describes something around the box: `has-sidebar`, `no-ads`. */
const STATE_WORDS = new Set('has no with without hide hides hidden show shows not'.split(' '));

/**
 * These mean "story" more strongly than a furniture word in the same name means "no story"
 * (`article-body--has-sidebar`).
 */
const PROSE_WORDS =
  /(?:^|[-_ ])(?:article|story|post|entry|content|body|main|paragraph|text|live|liveblog)(?:[-_ ]|$)/i;

const COMMENT_WORDS =
  /(?:^|[-_ ])(?<!(?:has|no|with)[-_])(?:comments?|commentlist|disqus|replies|discussion|respond|reader-?responses?)(?![-_](?:open|closed|enabled|disabled|on|off)(?:[-_ ]|$))(?:[-_ ]|$)/i;
const STANDFIRST_WORDS =
  /(?:^|[-_ ])(?:standfirst|subtitle|sub-?head(?:line|ing)?|sub-?deck|dek|deck|lede?|summary|teaser|intro|strapline|excerpt)(?:[-_ ]|$)/i;
const CAPTION_WORDS = /(?:^|[-_ ])(?:caption|figcaption|wp-caption-text)(?:[-_ ]|$)/i;

const namesOf = (element: Element): string => {
  const of = (name: string) => dom.getAttribute(element, name) ?? '';
  return `${of('class')} ${of('id')} ${of('data-component')} ${of('data-testid')}`;
};

/**
 * `relatedLinks`, `related-links`, `related_links` and `related2` all contain the word `related`. Random names from
 * build tools (`1ad9k5`, `fzAdBk`) contain none, whatever their letters spell.
 */
function wordsOf(name: string): string[] {
  return name.split(/[^a-z0-9]+/i).flatMap((token) => {
    const letters = token.replace(/\d+$/, '');
    if (/\d/.test(letters)) return [];
    const words = letters
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .split(' ');
    return words.length > 2 && words.every(({ length }) => length < 3) ? [] : words;
  });
}

/** The words in `names` that make the box itself furniture. */
function furnitureWords(names: string): string[] {
  return names.split(/\s+/).flatMap((name) => {
    const words = wordsOf(name);
    const state = words.findIndex((word) => STATE_WORDS.has(word));
    return (state < 0 ? words : words.slice(0, state)).filter((word) => FURNITURE_WORDS.has(word));
  });
}

/** Elements that can be a list of links; only these are weighed, since weighing reads text. */
const LINK_LIST_TAGS = new Set(['ul', 'ol', 'section', 'aside', 'div', 'dl', 'table']);
/** With more text a box is prose whatever links it has; also bounds the cost of weighing. */
const LINK_LIST_TEXT = 1_500;
/** The share of text in links that makes a box a list of links, with or without a heading that says so. */
const LINK_DENSITY = 0.7;
const LABELLED_DENSITY = 0.25;
/** Characters of a box without links under such a heading: a newsletter or advert. */
const LABELLED_TEXT = 300;
/** The beginnings of boxes that lead away from the story. */
const HEADINGS = 'h2, h3, h4, h5, h6';
const LABEL =
  /^[\s|:»]*(?:related|more (?:on|from)|most (?:read|popular)|popular|trending|recommended|sponsored|newsletter|sign up|mehr zum|meistgelesen|lire aussi|les plus lus|te puede|lo más|leggi anche|leia|lees ook|meest gelezen|czytaj|関連|人気|相关)/i;

/**
 * With so many characters in paragraphs a box is not furniture, whatever its name: newsletter boxes and biographies are
 * shorter.
 */
const MUCH_PROSE = 2_000;
/** Paragraphs examined: a page may have a hundred thousand empty ones. */
const PARAGRAPHS = 500;
/** A page has one or two; of thousands no more are read. */
const HEADLINES = 20;
/** A shorter h1 is probably the newspaper's name in its masthead. */
const HEADLINE_TEXT = 20;

function holdsMuchProse(element: Element): boolean {
  let length = 0;
  let looked = 0;
  for (const p of dom.byTag(element, 'p')) {
    length += someText(p, MUCH_PROSE).length;
    if (length >= MUCH_PROSE) return true;
    if (++looked === PARAGRAPHS) break;
  }
  return false;
}

const isHeadline = (h1: Element): boolean => someText(h1, HEADLINE_TEXT).length >= HEADLINE_TEXT;
const holdsHeadline = (element: Element): boolean => [...dom.byTag(element, 'h1')].slice(0, HEADLINES).some(isHeadline);

/** Old servers wrap the whole page in one `form`. */
export const isPageForm = (element: Element): boolean =>
  dom.localName(element) === 'form' && (dom.one(element, 'article, main, h1') !== null || holdsMuchProse(element));

export function hasFurnitureTag(element: Element, isStory = false): boolean {
  const tag = dom.localName(element);
  return FURNITURE_TAGS.has(tag) && !(tag === 'form' && (isStory || isPageForm(element)));
}

function isFurnitureByName(element: Element, names: string): boolean {
  const words = furnitureWords(names);
  if (words.length === 0 || PROSE_WORDS.test(names)) return false;
  return words.some((word) => CONSENT_WORDS.has(word)) || !(holdsHeadline(element) || holdsMuchProse(element));
}

function isLinkList(element: Element, tag: string): boolean {
  if (!LINK_LIST_TAGS.has(tag)) return false;
  const links = dom.byTag(element, 'a');
  // Most boxes have neither and need not be read.
  if (links.length === 0 && dom.one(element, HEADINGS) === null) return false;
  const labelled = LABEL.test(someText(element, LABEL_TEXT).text);
  // One link is a reference or a headline; a list starts at three (two in an aside).
  if (links.length > 200) return tag !== 'div';
  if (!labelled && links.length < (tag === 'aside' ? 2 : 3)) return false;
  if (!labelled && dom.byTag(element, 'p').length > links.length) return false;
  const all = someText(element, LINK_LIST_TEXT).length;
  if (all > LINK_LIST_TEXT) return false;
  let linked = 0;
  for (const link of links) linked += someText(link, LINK_LIST_TEXT).length;
  if (labelled && all < LABELLED_TEXT && dom.one(element, HEADINGS) !== null) return true;
  return all > 0 && linked / all >= (labelled ? LABELLED_DENSITY : LINK_DENSITY);
}

/** "Read more: <a>…</a>": a short label with a colon, and a link to the end of the line. */
const POINTER_LABEL = /^[^:]{1,30}:$/;
/** Characters needed to recognise such a label. */
const LABEL_TEXT = 40;

function isPointer(element: Element, tag: string): boolean {
  if (tag !== 'p' && tag !== 'li') return false;
  const nodes = dom.childNodes(element);
  // Most paragraphs are a single text and need not be read.
  if (nodes.length < 2 || nodes.length > 5) return false;
  const [label, link, more] = [...nodes].filter((node) => someText(node, LABEL_TEXT).length > 0);
  if (!label || !link || more || !dom.isElement(link) || dom.localName(link) !== 'a') return false;
  return POINTER_LABEL.test(someText(label, LABEL_TEXT).text);
}

function isEditable(element: Element): boolean {
  const editable = dom.getAttribute(element, 'contenteditable');
  return editable !== null && editable.toLowerCase() !== 'false';
}

/**
 * The role of text in `element`, given the role around it, or 'furniture'. `isStory`: the element is the found story or
 * in it; then names, which describe layout, do not count.
 */
export function roleOf(
  element: Element,
  around: BlockRole,
  isStory = false,
  kind: ArticleKind = 'live',
): BlockRole | 'furniture' {
  const tag = dom.localName(element);
  if (hasFurnitureTag(element, isStory)) return 'furniture';
  if (isEditable(element)) return 'furniture';
  if (dom.hasAttribute(element, 'hidden') || dom.hasAttribute(element, 'inert')) return 'furniture';
  if (dom.getAttribute(element, 'aria-hidden') === 'true') return 'furniture';
  if (tag === 'dialog' && !dom.hasAttribute(element, 'open')) return 'furniture';
  const ariaRole = dom.getAttribute(element, 'role')?.trim().toLowerCase() ?? '';
  if (FURNITURE_ROLES.has(ariaRole)) return 'furniture';
  if (tag === 'header' && !dom.one(element, 'h1') && dom.closest(element, 'article, main') === null) return 'furniture';
  if (isStory) return around;
  if (isPointer(element, tag)) return 'furniture';
  if (tag === 'p' || tag === 'span' || tag === 'a' || tag === 'em' || tag === 'strong' || tag === 'b' || tag === 'i') {
    const own = dom.getAttribute(element, 'class');
    if (!own) return around;
  }

  const names = namesOf(element);
  if (tag !== 'body' && tag !== 'article' && tag !== 'main' && isFurnitureByName(element, names)) return 'furniture';
  if (kind === 'page') return around;
  if (isLinkList(element, tag)) return 'furniture';
  if (kind === 'story' && (tag === 'a' || dom.one(element, 'a'))) {
    const here = dom.defaultView(dom.documentOf(element))?.location.href;
    if (here && isTeaser(element, new URL(here))) return 'furniture';
  }

  if (isCommentBox(element)) return 'comment';
  if (around === 'comment') return 'comment';
  if (tag === 'h1') return 'title';
  if (/^h[2-6]$/.test(tag) || ariaRole === 'heading') {
    return STANDFIRST_WORDS.test(names) || ariaRole === 'doc-subtitle' ? 'standfirst' : 'heading';
  }
  if (tag === 'figcaption' || tag === 'caption' || CAPTION_WORDS.test(names)) return 'caption';
  if (tag === 'aside' || ariaRole === 'complementary' || ariaRole === 'note') return 'aside';
  if (around === 'body' && (STANDFIRST_WORDS.test(names) || ariaRole === 'doc-subtitle')) {
    return someText(element, LINK_LIST_TEXT).length <= LINK_LIST_TEXT ? 'standfirst' : around;
  }
  return around;
}

/**
 * Is this a box of readers' comments, wherever it is? An outermost `article` is the story itself, whatever its name
 * mentions; a nested one may be a comment.
 */
export function isCommentBox(element: Element): boolean {
  if (!COMMENT_WORDS.test(namesOf(element)) || dom.matches(element, 'html, body, main')) return false;
  if (dom.matches(element, 'article') && !dom.matches(element, 'article article')) return false;
  return dom.one(element, 'h1') === null;
}

/**
 * Ancestors whose names are weighed, outermost first. Weighing reads their content: no layout is so deep, and deeper
 * nesting would be read a thousand times.
 */
export const LAYOUT_DEPTH = 256;

/** The role a subtree starts with, from its ancestors up to the body. `story`: the story's element. */
export function roleAbove(element: Element, story: Element): BlockRole | 'furniture' {
  const holders = new Set([story, ...ancestors(story)]);
  let role: BlockRole = 'body';
  for (const ancestor of [...ancestors(element)].reverse().slice(0, LAYOUT_DEPTH)) {
    // A frame is judged when the walk reaches it and says nothing about its text.
    if (/^(?:html|body|iframe)$/.test(dom.localName(ancestor))) continue;
    const next = roleOf(ancestor, role, holders.has(ancestor));
    if (next === 'furniture') return next;
    role = next;
  }
  return role;
}
