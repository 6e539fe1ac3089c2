import { findArticle } from './article';

/**
 * Has this frame's own reader no work? So it is when a page around it, of the same origin, is a story (whose reader
 * reads the frame too), or is off limits: a mailbox shows its letters in frames. A frame in a page that is neither is
 * on its own.
 */
export function isReadFromAbove(view: Window): boolean {
  try {
    for (let at = view; at !== at.parent && at.frameElement !== null; at = at.parent) {
      const { document, location } = at.parent;
      if (findArticle(document, new URL(location.href), false) !== 'not-an-article') return true;
    }
  } catch {
    // The page around is a stranger's.
  }
  return false;
}
