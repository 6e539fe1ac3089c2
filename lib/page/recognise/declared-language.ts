import * as dom from '../dom/dom';
import { metaOf } from '../dom/meta';

const TAG = /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8}){0,3}$/i;

/** The page's stated language nearest to the story; null if there is none. */
export function declaredLanguage(doc: Document, story: Element): string | null {
  const box = dom.closest(story, '[lang]');
  const said = [box && dom.getAttribute(box, 'lang'), contentLanguage(doc), metaOf(doc, 'og:locale')];
  return said.map((tag) => tag?.trim() ?? '').find((tag) => TAG.test(tag)) ?? null;
}

function contentLanguage(doc: Document): string | null {
  const meta = dom.one(doc, 'meta[http-equiv="content-language" i]');
  return meta && dom.getAttribute(meta, 'content');
}
