import type { Day } from '../facts';
import { dayInAddress, printedDay } from './printed-day';
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
  for (const meta of doc.querySelectorAll('meta[content]')) {
    const name = meta.getAttribute('property') ?? meta.getAttribute('name') ?? meta.getAttribute('itemprop');
    const key = name?.toLowerCase();
    if (key && !said.has(key)) said.set(key, meta.getAttribute('content') ?? '');
  }
  for (const name of METAS) {
    const day = printedDay(said.get(name) ?? '');
    if (day) return day;
  }
  return null;
}

/** `<time>` that the page itself marks as the publication, else the first in the head of the article. */
function fromTimeElement(doc: Document): Day | null {
  const marked = doc.querySelector(
    '[itemprop~="datePublished"], time[pubdate], time.published, time.dt-published, .entry-date',
  );
  const day = marked && dayOfElement(marked);
  if (day) return day;
  const scope = doc.querySelector('article, [role="article"], main') ?? doc.body;
  if (!scope) return null;
  const firstProse = [...scope.querySelectorAll('p')].filter((p) => (p.textContent ?? '').trim().length > 120)[1];
  for (const time of scope.querySelectorAll('time')) {
    // Below the second long paragraph stand related stories and comments.
    if (firstProse && firstProse.compareDocumentPosition(time) & Node.DOCUMENT_POSITION_FOLLOWING) break;
    if (
      /updat|modif/i.test(
        `${time.className} ${time.getAttribute('itemprop') ?? ''} ${time.parentElement?.className ?? ''}`,
      )
    )
      continue;
    const found = dayOfElement(time);
    if (found) return found;
  }
  return null;
}

const dayOfElement = (element: Element): Day | null =>
  printedDay(element.getAttribute('datetime') ?? element.getAttribute('content') ?? '') ??
  printedDay(element.textContent ?? '');

export function publicationDay(doc: Document, address: string): Day | null {
  return (
    fromStructuredData(doc) ??
    fromMeta(doc) ??
    fromTimeElement(doc) ??
    dayInAddress(address) ??
    dayInAddress(doc.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? '')
  );
}
