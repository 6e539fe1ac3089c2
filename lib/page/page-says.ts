import * as dom from './dom';
import { metaOf } from './meta';
import { isArticleThing, structuredThings, type Thing } from './structured-data';

/**
 * What a page says that it is: `article` in its structured data, or with a time of publication; `perhaps` in one meta alone, which
 * many give to every page;
 * `other`: a product, a list, a forum, results of a search.
 */
export type PageSays = 'article' | 'perhaps' | 'nothing' | 'other';

const OTHER_TYPE =
  /^(?:\w*Products?|ProductGroup|ProductModel|(?:Aggregate)?Offer|QAPage|DiscussionForumPosting|(?:Collection|SearchResults|Profile|Item|Checkout)Page|ItemList|JobPosting|SoftwareApplication|LodgingBusiness|Hotel)$/;
const OTHER_OG = /^(?:og:)?(?:product|profile|business|place|book|video|music|game|ebay)/i;
/** Whole parts of an address. */
const OTHER_PATH =
  /^(?:products?|shop|store|cart|forums?|threads?|questions|discussions?|community|search|suche|tags?|categor(?:y|ies)|collections?)$/i;
const OTHER_HOST = /^(?:forums?|community|discuss|shop|store|support)\./i;
const OTHER_QUERY = /^(?:s|q|query|search|suche)$/i;
const PRICES =
  'meta[property^="product:" i], [itemprop="price"], [itemprop="offers"], [class*="add-to-cart" i], [class*="addtocart" i], [name="add-to-cart"], form[action*="/cart" i], form[action*="basket" i]';
const CART =
  /^\s*(?:add to (?:cart|basket|bag)|buy (?:it )?now|in den (?:waren|einkaufs)korb|ajouter au panier|a[ñn]adir (?:al carrito|a la cesta)|aggiungi al carrello|adicionar ao carrinho|in (?:winkelwagen|winkelmand)|do koszyka|カートに入れる|加入购物车)/i;
const BUTTONS = 200;
const MARKED_UP_THINGS = 200;
/** Articles that a page of one story names at most: itself, in two ways. */
const ONE_STORY = 2;
const MARKED_UP = 20;

const typesOf = (thing: Thing): readonly string[] =>
  [thing['@type']].flat().filter((type): type is string => typeof type === 'string');

/** `holdsProse`: most of the page's prose stands in this element. */
export function whatPageSays(doc: Document, address: URL, holdsProse: (element: Element) => boolean): PageSays {
  const things = structuredThings(doc);
  const articles = new Set(things.filter(isArticleThing).map((thing) => String(thing.headline ?? thing.name ?? '')));
  if (articles.size > 0 && articles.size <= ONE_STORY) return 'article';
  const markedUp = [
    ...dom.all(
      doc,
      '[itemtype*="schema.org/"][itemtype$="Article"], [itemtype$="/BlogPosting"], [itemtype$="/LiveBlogPosting"]',
    ),
  ];
  if (markedUp.length <= ONE_STORY ? markedUp.length > 0 : markedUp.slice(0, MARKED_UP).some(holdsProse))
    return 'article';
  const ogType = metaOf(doc, 'og:type') ?? '';
  if (OTHER_OG.test(ogType) || isOtherAddress(address)) return 'other';
  if (things.some((thing) => typesOf(thing).some((type) => OTHER_TYPE.test(type.replace(/^.*\//, ''))))) return 'other';
  if ([...dom.all(doc, '[itemtype]')].slice(0, MARKED_UP_THINGS).some(isOther)) return 'other';
  const published = metaOf(doc, 'article:published_time') !== null;
  if (/^article$/i.test(ogType)) return published ? 'article' : 'perhaps';
  if (dom.one(doc, PRICES) || sells(doc)) return 'other';
  return published ? 'perhaps' : 'nothing';
}

const isOther = (element: Element): boolean =>
  OTHER_TYPE.test((dom.getAttribute(element, 'itemtype') ?? '').replace(/^.*\//, ''));

const sells = (doc: Document): boolean =>
  [...dom.all(doc, 'button, input[type="submit" i]')]
    .slice(0, BUTTONS)
    .some(
      (button) => CART.test(dom.getAttribute(button, 'value') ?? '') || CART.test(dom.textContent(button).slice(0, 60)),
    );

function isOtherAddress({ hostname, pathname, searchParams }: URL): boolean {
  const parts = pathname.split('/');
  return (
    OTHER_HOST.test(hostname) ||
    parts.some((part) => OTHER_PATH.test(part)) ||
    /\/page\/\d+\/?$/.test(pathname) ||
    [...searchParams.keys()].some((key) => OTHER_QUERY.test(key))
  );
}
