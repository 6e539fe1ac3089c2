import type { BlockRole } from '../linking';

/**
 * What an element is for a reader: prose with a role, or furniture that is left out (navigation, cookie bars, related
 * stories, adverts, newsletters, buttons, forms, code, anything editable). Judged by markup alone, so that it costs
 * no layout; whether an element is *visible* is asked by the text map.
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

/** Whole words of class, id or data-* names. Word-wise, so that `lead` is no `ad` and `sharepoint` no `share`. */
const FURNITURE_WORDS = new Set(
  (
    'nav navbar navigation menu breadcrumb breadcrumbs footer sidebar masthead cookie cookies consent gdpr cmp advert ' +
    'advertisement advertising ads ad adslot dfp sponsor sponsored promo promoted promotion related recirculation recirc ' +
    'recommended recommendations trending popular newsletter subscribe subscription signup paywall share sharing social ' +
    'sharebar toolbar byline author authors bio tags taglist topics pagination pager skip outbrain taboola print-only ' +
    'printonly toc metadata timestamp dateline-only readmore'
  ).split(' '),
);

/** Boxes of these may hold more text than many a story, under a headline of their own. */
const CONSENT_WORDS = new Set('cookie cookies consent gdpr cmp'.split(' '));

/** What follows these in a name is said of something around the box: `has-sidebar`, `no-ads`. */
const STATE_WORDS = new Set('has no with without hide hides hidden show shows not'.split(' '));

/** These say "story" louder than a furniture word in the same name says "no story" (`article-body--has-sidebar`). */
const PROSE_WORDS =
  /(?:^|[-_ ])(?:article|story|post|entry|content|body|main|paragraph|text|live|liveblog)(?:[-_ ]|$)/i;

const COMMENT_WORDS =
  /(?:^|[-_ ])(?<!(?:has|no|with)[-_])(?:comments?|commentlist|disqus|replies|discussion|respond|reader-?responses?)(?![-_](?:open|closed|enabled|disabled|on|off)(?:[-_ ]|$))(?:[-_ ]|$)/i;
const STANDFIRST_WORDS =
  /(?:^|[-_ ])(?:standfirst|subtitle|sub-?head(?:line|ing)?|sub-?deck|dek|deck|lede?|summary|teaser|intro|strapline|excerpt)(?:[-_ ]|$)/i;
const CAPTION_WORDS = /(?:^|[-_ ])(?:caption|figcaption|wp-caption-text|image-credit|photo-credit)(?:[-_ ]|$)/i;

const namesOf = (element: Element): string => {
  const className = element.getAttribute('class') ?? '';
  return `${className} ${element.id} ${element.getAttribute('data-component') ?? ''} ${element.getAttribute('data-testid') ?? ''}`;
};

/**
 * `relatedLinks`, `related-links`, `related_links` and `related2` all hold the word `related`. Names that a build tool
 * drew by lot (`1ad9k5`, `fzAdBk`) hold none, whatever their letters spell.
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

/** The words of `names` that say "furniture" of the box itself. */
function furnitureWords(names: string): string[] {
  return names.split(/\s+/).flatMap((name) => {
    const words = wordsOf(name);
    const state = words.findIndex((word) => STATE_WORDS.has(word));
    return (state < 0 ? words : words.slice(0, state)).filter((word) => FURNITURE_WORDS.has(word));
  });
}

/** Elements that can hold a list of links; only these are weighed, since weighing reads text. */
const LINK_LIST_TAGS = new Set(['ul', 'ol', 'section', 'aside', 'div', 'dl', 'table']);
/** Text above which a box is prose whatever links it holds; also bounds what weighing costs. */
const LINK_LIST_TEXT = 1_500;
/** Share of the text that stands in links from which a box counts as a list of links. */
const LINK_DENSITY = 0.7;

/** Characters of text in `element`, counted no further than `limit`: boxes may hold a megabyte. */
function textLength(element: Element, limit: number): number {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let length = 0;
  for (let node = walker.nextNode(); node && length <= limit; node = walker.nextNode()) {
    length += (node as Text).data
      .slice(0, limit + 1)
      .replace(/\s+/g, ' ')
      .trim().length;
  }
  return length;
}

/** Characters of paragraphs from which a box is no furniture, whatever its name: no newsletter box or biography is so long. */
const MUCH_PROSE = 2_000;
/** An h1 shorter than this is rather the name of the paper in its masthead. */
const HEADLINE_TEXT = 20;

function holdsMuchProse(element: Element): boolean {
  let length = 0;
  for (const p of element.getElementsByTagName('p')) {
    length += textLength(p, MUCH_PROSE);
    if (length >= MUCH_PROSE) return true;
  }
  return false;
}

const holdsHeadline = (element: Element): boolean =>
  [...element.getElementsByTagName('h1')].some((h1) => textLength(h1, HEADLINE_TEXT) >= HEADLINE_TEXT);

/** Old servers wrap the whole page in one `form`. */
export const isPageForm = (element: Element): boolean =>
  element.localName === 'form' && (element.querySelector('article, main, h1') !== null || holdsMuchProse(element));

function isFurnitureByName(element: Element, names: string): boolean {
  const words = furnitureWords(names);
  if (words.length === 0 || PROSE_WORDS.test(names)) return false;
  return words.some((word) => CONSENT_WORDS.has(word)) || !(holdsHeadline(element) || holdsMuchProse(element));
}

function isLinkList(element: Element, tag: string): boolean {
  if (!LINK_LIST_TAGS.has(tag)) return false;
  const links = element.getElementsByTagName('a');
  // One link is a reference or a headline; a list begins with three (two in an aside, which is beside the story anyway).
  if (links.length < (tag === 'aside' ? 2 : 3) || links.length > 200) return links.length > 200 && tag !== 'div';
  if (element.getElementsByTagName('p').length > links.length) return false;
  const all = textLength(element, LINK_LIST_TEXT);
  if (all > LINK_LIST_TEXT) return false;
  let linked = 0;
  for (const link of links) linked += textLength(link, LINK_LIST_TEXT);
  return all > 0 && linked / all >= LINK_DENSITY;
}

/** "Read more: <a>…</a>": a short word with a colon and a link to the end of the line point out of the story. */
const POINTER_LABEL = /^[^:]{1,30}:$/;

function isPointer(element: Element, tag: string): boolean {
  if ((tag !== 'p' && tag !== 'li') || element.childNodes.length > 5) return false;
  const parts = [...element.childNodes].filter((node) => (node.textContent ?? '').trim() !== '');
  return (
    parts.length === 2 &&
    (parts[1] as Element).localName === 'a' &&
    POINTER_LABEL.test(parts[0]?.textContent?.trim() ?? '')
  );
}

function isEditable(element: Element): boolean {
  const editable = element.getAttribute('contenteditable');
  return editable !== null && editable.toLowerCase() !== 'false';
}

/**
 * Role of the text in `element` given the role around it, or 'furniture'. `isStory`: the story as found is this element
 * or stands in it; then names, which speak of the layout, count for nothing.
 */
export function roleOf(element: Element, around: BlockRole, isStory = false): BlockRole | 'furniture' {
  const tag = element.localName;
  if (FURNITURE_TAGS.has(tag) && !(tag === 'form' && (isStory || isPageForm(element)))) return 'furniture';
  if (isEditable(element)) return 'furniture';
  if (element.hasAttribute('hidden') || element.hasAttribute('inert')) return 'furniture';
  if (element.getAttribute('aria-hidden') === 'true') return 'furniture';
  if (tag === 'dialog' && !element.hasAttribute('open')) return 'furniture';
  const ariaRole = element.getAttribute('role')?.trim().toLowerCase() ?? '';
  if (FURNITURE_ROLES.has(ariaRole)) return 'furniture';
  if (tag === 'header' && !element.querySelector('h1') && element.closest('article, main') === null) return 'furniture';
  if (isStory) return around;
  if (isPointer(element, tag)) return 'furniture';
  if (tag === 'p' || tag === 'span' || tag === 'a' || tag === 'em' || tag === 'strong' || tag === 'b' || tag === 'i') {
    const own = element.getAttribute('class');
    if (!own) return around;
  }

  const names = namesOf(element);
  if (tag !== 'body' && tag !== 'article' && tag !== 'main' && isFurnitureByName(element, names)) return 'furniture';
  if (isLinkList(element, tag)) return 'furniture';

  if (isCommentBox(element)) return 'comment';
  if (around === 'comment') return 'comment';
  if (tag === 'h1') return 'title';
  if (/^h[2-6]$/.test(tag) || ariaRole === 'heading') {
    return STANDFIRST_WORDS.test(names) || ariaRole === 'doc-subtitle' ? 'standfirst' : 'heading';
  }
  if (tag === 'figcaption' || tag === 'caption' || CAPTION_WORDS.test(names)) return 'caption';
  if (tag === 'aside' || ariaRole === 'complementary' || ariaRole === 'note') return 'aside';
  if (around === 'body' && (STANDFIRST_WORDS.test(names) || ariaRole === 'doc-subtitle')) {
    return textLength(element, LINK_LIST_TEXT) <= LINK_LIST_TEXT ? 'standfirst' : around;
  }
  return around;
}

/**
 * Is this a box of readers' comments, wherever in the page it stands? An outermost `article` is the story itself, named
 * for what may be done with it; one inside another may be a comment.
 */
export function isCommentBox(element: Element): boolean {
  if (!COMMENT_WORDS.test(namesOf(element)) || element.matches('html, body, main')) return false;
  if (element.localName === 'article' && !element.parentElement?.closest('article')) return false;
  return element.querySelector('h1') === null;
}

/** The parent as a reader sees it: out of a shadow tree to its host, out of a same-origin frame to the frame element. */
export function parentOf(node: Node): Element | null {
  if (node.parentElement) return node.parentElement;
  const root = node.getRootNode();
  // Not `instanceof`: a frame has a ShadowRoot class of its own.
  const { host } = root as { host?: Element };
  if (host) return host;
  try {
    return (root as Document).defaultView?.frameElement ?? null;
  } catch {
    return null;
  }
}

/** Role that a subtree starts with: what its ancestors up to the body make of it. `story`: the element of the story. */
export function roleAbove(element: Element, story: Element): BlockRole | 'furniture' {
  const holders = new Set<Element>();
  for (let at: Element | null = story; at; at = parentOf(at)) holders.add(at);
  const chain: Element[] = [];
  for (let at = parentOf(element); at; at = parentOf(at)) chain.push(at);
  let role: BlockRole = 'body';
  for (const ancestor of chain.reverse()) {
    // A frame is taken or left when the walk comes to it; of its text it says nothing.
    if (/^(?:html|body|iframe)$/.test(ancestor.localName)) continue;
    const next = roleOf(ancestor, role, holders.has(ancestor));
    if (next === 'furniture') return next;
    role = next;
  }
  return role;
}
