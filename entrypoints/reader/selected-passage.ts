/** What the reader has selected in the story, to be quoted in a note. */

import type { Passage } from '../../lib/notes';
import type { Visit } from '../../lib/page';

/** Characters; more is no quotation. */
const LONGEST = 5_000;

/** Null where nothing of the story is selected. */
export function selectedPassage({ article, day }: Visit, view: Window): Passage | null {
  const selection = view.getSelection();
  const text = selection?.toString().trim() ?? '';
  if (!article || !selection?.rangeCount || text === '' || text.length > LONGEST) return null;
  const within = selection.getRangeAt(0).commonAncestorContainer;
  if (!article.roots.some((root) => root.contains(within))) return null;
  const { origin, pathname, search } = view.location;
  return { text, title: article.headline || view.document.title, url: origin + pathname + search, day };
}
