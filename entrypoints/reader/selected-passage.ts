/** The story as notes name it, and what the reader has selected in it, to be quoted. */

import type { Passage } from '../../lib/notes';
import type { Visit } from '../../lib/page';

/** Characters; more is no quotation. */
const LONGEST = 5_000;

/** Null where nothing of the story is selected. */
export function selectedPassage(visit: Visit, view: Window): Passage | null {
  const { article } = visit;
  const selection = view.getSelection();
  const text = selection?.toString().trim() ?? '';
  if (!article || !selection?.rangeCount || text === '' || text.length > LONGEST) return null;
  const within = selection.getRangeAt(0).commonAncestorContainer;
  if (!article.roots.some((root) => root.contains(within))) return null;
  return { text, ...storyOf(visit, view) };
}

export function storyOf({ article, day }: Visit, { location, document }: Window): Omit<Passage, 'text'> {
  const { origin, pathname, search } = location;
  return { title: article?.headline || document.title, url: origin + pathname + search, day };
}
