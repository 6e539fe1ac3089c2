import * as dom from '../dom/dom';
import { OTHER_OG, OTHER_TYPE } from './other-things';

/** What a page seems to be, at almost no cost: `article` a little too often, `other` only if `whatPageSays` agrees. */
export type PageHints = 'article' | 'other' | 'nothing';

/** Elements examined of each kind. */
const LOOKED_AT = 300;
/** Characters of JSON-LD searched for an article's type. */
const DATA_LENGTH = 200_000;
/**
 * The types of `isArticleThing`, found without parsing, even with escaped letters. A few others pass. Not one pattern:
 * browsers run a one-off pattern on their slow matcher.
 */
const CLAIMS = ['Article', 'BlogPosting', 'SocialMediaPosting', 'Report', '\\u00'];
/** The type of the outermost thing, if no other comes before it. */
const OUTERMOST = /^\s*\{[^{}[\]]*?"@type"\s*:\s*"(\w+)"/;
const BEGINNING = 500;

/** Three one-word queries rather than one list of everything: on a large page that takes a tenth of the time. */
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
