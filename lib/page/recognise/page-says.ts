import * as dom from '../dom/dom';
import { metaOf } from '../dom/meta';
import { someText } from '../dom/some-text';
import { type Address, isOtherAddress } from './other-address';
import { OTHER_OG, OTHER_TYPE } from './other-things';
import { isArticleThing, structuredThings } from './structured-data';

/**
 * What a page claims to be. `article`: in its structured data, or in a meta with a publication time. `perhaps`: only in
 * one meta, which many sites put on every page. `other`: a product, a list, a forum, search results.
 */
export type PageSays = 'article' | 'perhaps' | 'nothing' | 'other';

const PRICES = 'meta[property^="product:" i], [itemprop="price"], [class*="add-to-cart" i], form[action*="/cart" i]';
const FORUM = ':is([class*="forum" i], [class~="thread" i], [id*="forum" i]):not(html)';
const CART = /^\W*add to (?:cart|basket|bag)|warenkorb|panier|carr(?:it|ell|inh)o|cesta|winkel(?:wagen|mand)|koszyk/i;
/** Buttons and marked-up things examined. */
const LOOKED_AT = 200;
/** Most articles a single-story page names: itself, in two ways. */
const ONE_STORY = 2;

/** `holdsProse`: is most of the page's prose in this element? */
export function whatPageSays(doc: Document, address: Address, holdsProse: (element: Element) => boolean): PageSays {
  const things = structuredThings(doc);
  const articles = new Set(things.filter(isArticleThing).map(({ headline, name }) => String(headline ?? name)));
  if (articles.size > 0 && articles.size <= ONE_STORY) return 'article';
  const marked = [...dom.all(doc, '[itemtype]')].slice(0, LOOKED_AT);
  const typed = (element: Element): string => dom.getAttribute(element, 'itemtype') ?? '';
  const stories = marked.filter((element) => /(?:Article|BlogPosting)$/.test(typed(element)));
  if (stories.length <= ONE_STORY ? stories.length > 0 : stories.some(holdsProse)) return 'article';
  const ogType = metaOf(doc, 'og:type') ?? '';
  const types = [...things.flatMap((thing) => thing['@type']), ...marked.map(typed)];
  if (OTHER_OG.test(ogType) || isOtherAddress(address) || types.some((type) => OTHER_TYPE.test(String(type))))
    return 'other';
  const published = metaOf(doc, 'article:published_time') !== null;
  if (/^article$/i.test(ogType)) return published ? 'article' : 'perhaps';
  if (dom.one(doc, PRICES) || sells(doc)) return 'other';
  if ([...dom.all(doc, FORUM)].slice(0, LOOKED_AT).some(holdsProse)) return 'other';
  return published ? 'perhaps' : 'nothing';
}

const sells = (doc: Document): boolean =>
  [...dom.all(doc, 'button, input[type="submit" i]')]
    .slice(0, LOOKED_AT)
    .some((button) => CART.test(dom.getAttribute(button, 'value') || someText(button, 60).text));
