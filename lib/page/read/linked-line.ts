import * as dom from '../dom/dom';
import { someText } from '../dom/some-text';

/** In characters; a longer link is prose. */
const LINE = 200;

/** Is this whole short line a link elsewhere: a section's name, a tag, another story's headline? */
export function isLinkedLine(box: Element, text: string): boolean {
  if (text.length > LINE) return false;
  const link = dom.closest(box, 'a[href]') ?? dom.one(box, 'a[href]');
  if (!link || dom.getAttribute(link, 'href')?.startsWith('#')) return false;
  return dom.contains(link, box) || someText(link, LINE).text === text.trim();
}
