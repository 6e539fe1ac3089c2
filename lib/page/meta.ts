import * as dom from './dom';

/** What a page says of itself in a `meta` of this name; null when it says nothing. */
export function metaOf(doc: Document, name: string): string | null {
  const element = dom.one(doc, `meta[property="${name}" i], meta[name="${name}" i]`);
  return (element && dom.getAttribute(element, 'content')?.trim()) || null;
}
