import * as dom from './dom';
import { someText } from './some-text';

/** Characters; a longer link is prose. */
const LINE = 200;

/** Is all of this short line one link to another place: a section's name, a tag, the headline of another story? */
export function isLinkedLine(box: Element, text: string): boolean {
  if (text.length > LINE) return false;
  const link = dom.closest(box, 'a[href]') ?? dom.one(box, 'a[href]');
  if (!link || dom.getAttribute(link, 'href')?.startsWith('#')) return false;
  return dom.contains(link, box) || someText(link, LINE).text === text.trim();
}
