import * as dom from './dom';

/** What a page's `meta` of this name says; null if nothing. */
export function metaOf(doc: Document, name: string): string | null {
  const element = dom.one(doc, `meta[property="${name}" i], meta[name="${name}" i]`);
  return (element && dom.getAttribute(element, 'content')?.trim()) || null;
}
