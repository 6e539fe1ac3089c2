import { findArticle } from './article';
import { FRAMES_DEEP } from './budget';

/**
 * Has this frame's own reader no work? So it is when a page around it, of the same origin, is a story (whose reader
 * reads the frame too), or is off limits: a mailbox shows its letters in frames. A frame in a page that is neither is
 * on its own.
 */
export function isReadFromAbove(view: Window): boolean {
  try {
    let at = view;
    for (let depth = 0; at !== at.parent && at.frameElement !== null; at = at.parent) {
      // So deep stands no story of its own, and each look costs what finding a story costs.
      if (++depth > FRAMES_DEEP) return true;
      const { document, location } = at.parent;
      if (findArticle(document, new URL(location.href), false) !== 'not-an-article') return true;
    }
  } catch {
    // The page around is a stranger's.
  }
  return false;
}
