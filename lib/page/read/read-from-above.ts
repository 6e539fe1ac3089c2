import { findArticle } from '../recognise/article';
import { FRAMES_DEEP } from './budget';

/**
 * Does this frame's own reader have nothing to do? True if a same-origin page around it is a story (whose reader also
 * reads the frame) or off limits: a mailbox shows its mail in frames. Otherwise a frame is on its own.
 */
export function isReadFromAbove(view: Window): boolean {
  try {
    let at = view;
    for (let depth = 0; at !== at.parent && at.frameElement !== null; at = at.parent) {
      // No story is nested deeper, and each level costs as much as finding a story.
      if (++depth > FRAMES_DEEP) return true;
      const { document, location } = at.parent;
      if (findArticle(document, new URL(location.href), false) !== 'not-an-article') return true;
    }
  } catch {
    // The surrounding page is cross-origin.
  }
  return false;
}
