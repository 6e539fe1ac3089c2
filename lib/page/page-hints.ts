import * as dom from './dom';
import { OTHER_OG, OTHER_TYPE } from './other-things';

/**
 * What a page seems to say that it is, for a look that has to cost nothing: `article` rather too often, `other` only where
 * `whatPageSays` says so too.
 */
export type PageHints = 'article' | 'other' | 'nothing';

/** Elements of each kind that are looked at. */
const LOOKED_AT = 300;
/** Characters of JSON-LD that are searched for the word of an article. */
const DATA_LENGTH = 200_000;
/**
 * The types that `isArticleThing` knows, found without parsing, also where letters are escaped. A few more get through.
 * Not one pattern: what runs once is run by the browser's slow matcher.
 */
const CLAIMS = ['Article', 'BlogPosting', 'SocialMediaPosting', 'Report', '\\u00'];
/** The type of the outermost thing, where no other thing stands before it. */
const OUTERMOST = /^\s*\{[^{}[\]]*?"@type"\s*:\s*"(\w+)"/;
const BEGINNING = 500;

/**
 * Three questions of one word each, not one list of all that could be meant: such a query goes through a large page in a
 * tenth of the time.
 */
export function pageHints(doc: Document): PageHints {
  let ogType = '';
  for (const meta of first(LOOKED_AT, dom.all(doc, 'meta'))) {
    const name = `${dom.getAttribute(meta, 'property')} ${dom.getAttribute(meta, 'name')}`.toLowerCase();
    if (name.includes('article:published_time')) return 'article';
    if (!name.includes('og:type')) continue;
    const type = dom.getAttribute(meta, 'content') ?? '';
    if (/article/i.test(type)) return 'article';
    // The first one counts.
    ogType ||= type.trim();
  }
  let isOther = OTHER_OG.test(ogType);
  let left = DATA_LENGTH;
  for (const script of first(LOOKED_AT, dom.all(doc, 'script'))) {
    if (!/^application\/ld\+json/i.test(dom.getAttribute(script, 'type') ?? '')) continue;
    const data = dom.textContent(script);
    left -= data.length;
    if (left < 0 || CLAIMS.some((claim) => data.includes(claim))) return 'article';
    if (OTHER_TYPE.test(OUTERMOST.exec(data.slice(0, BEGINNING))?.[1] ?? '')) isOther = true;
  }
  for (const marked of first(LOOKED_AT, dom.all(doc, '[itemtype]')))
    if (/(?:Article|Posting)$/.test(dom.getAttribute(marked, 'itemtype') ?? '')) return 'article';
  return isOther ? 'other' : 'nothing';
}

function* first<Item>(count: number, items: Iterable<Item>): Generator<Item> {
  let left = count;
  for (const item of items) {
    if (left-- === 0) return;
    yield item;
  }
}
