import type { Day } from '../facts';
import * as dom from './dom';
import { dayInAddress, printedDay } from './printed-day';
import { someText } from './some-text';
import { isArticleThing, structuredThings, textOf, unreadableScripts } from './structured-data';

/**
 * The day on which the page's story was published, in the page's own offset; null when the page does not say.
 *
 * Invariant: "published" goes before "modified" everywhere, and an update never counts as publication: a card reckons
 * what was true from this day.
 */

/** Meta names in the order in which they are believed; matched against name, property and itemprop, case-blind. */
const METAS = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'article.published',
  'published-date',
  'publish-date',
  'publication_date',
  'pubdate',
  'publishdate',
  'cxenseparse:recs:publishtime',
  'dcterms.created',
  'dc.date.issued',
  'dcterms.issued',
  'dc.date',
  'dc.date.created',
  'article.created',
  'citation_publication_date',
  'citation_date',
  'og:published_time',
  'date',
];

function fromStructuredData(doc: Document): Day | null {
  const articles = structuredThings(doc).filter(isArticleThing);
  for (const key of ['datePublished', 'dateCreated', 'uploadDate']) {
    for (const thing of articles) {
      const day = printedDay(textOf(thing, key) ?? '');
      if (day) return day;
    }
  }
  for (const script of unreadableScripts(doc)) {
    const day = printedDay(/"datePublished"\s*:\s*"([^"]{8,60})"/.exec(script)?.[1] ?? '');
    if (day) return day;
  }
  return null;
}

function fromMeta(doc: Document): Day | null {
  const said = new Map<string, string>();
  for (const meta of dom.all(doc, 'meta[content]')) {
    const of = (name: string) => dom.getAttribute(meta, name);
    const key = (of('property') ?? of('name') ?? of('itemprop'))?.toLowerCase();
    if (key && !said.has(key)) said.set(key, of('content') ?? '');
  }
  for (const name of METAS) {
    const day = printedDay(said.get(name) ?? '');
    if (day) return day;
  }
  return null;
}

/** `<time>` that the page itself marks as the publication, else the first in the head of the article. */
function fromTimeElement(doc: Document): Day | null {
  const marked = dom.one(
    doc,
    '[itemprop~="datePublished"], time[pubdate], time.published, time.dt-published, .entry-date',
  );
  const day = marked && dayOfElement(marked);
  if (day) return day;
  const scope = dom.one(doc, 'article, [role="article"], main') ?? dom.body(doc);
  if (!scope) return null;
  const end = secondProse(scope);
  for (const time of dom.all(scope, 'time')) {
    // Below the second long paragraph stand related stories and comments.
    if (end && dom.follows(time, end)) break;
    const parent = dom.parentElement(time);
    const names = [
      dom.getAttribute(time, 'class'),
      dom.getAttribute(time, 'itemprop'),
      parent && dom.getAttribute(parent, 'class'),
    ];
    if (names.some((name) => name && /updat|modif/i.test(name))) continue;
    const found = dayOfElement(time);
    if (found) return found;
  }
  return null;
}

/** Characters of a paragraph that belongs to the story itself. */
const PROSE = 120;
/** Characters in which a date is printed. */
const DATE = 200;

function secondProse(scope: Element): Element | null {
  let first = true;
  for (const p of dom.all(scope, 'p')) {
    if (someText(p, PROSE).length <= PROSE) continue;
    if (!first) return p;
    first = false;
  }
  return null;
}

const dayOfElement = (element: Element): Day | null =>
  printedDay(dom.getAttribute(element, 'datetime') ?? dom.getAttribute(element, 'content') ?? '') ??
  printedDay(someText(element, DATE).text);

export function publicationDay(doc: Document, address: string): Day | null {
  const canonical = dom.one(doc, 'link[rel="canonical"]');
  return (
    fromStructuredData(doc) ??
    fromMeta(doc) ??
    fromTimeElement(doc) ??
    dayInAddress(address) ??
    dayInAddress((canonical && dom.getAttribute(canonical, 'href')) ?? '')
  );
}
