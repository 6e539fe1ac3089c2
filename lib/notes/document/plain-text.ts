/**
 * A note's text is characters. Anyone who can write to a remote can also insert objects (pictures, other types), which
 * Yjs counts as one each and no reader sees. They stay, for a Backstory that may know them, and shift nothing.
 */
import * as Y from 'yjs';

/** The Yjs index for position `at` in the text as read. */
export function placeIn(text: Y.Text, at: number): number {
  let seen = 0;
  let place = 0;
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !item.countable) continue;
    if (item.content instanceof Y.ContentString) {
      if (seen + item.length >= at) break;
      seen += item.length;
    }
    place += item.length;
  }
  return place + at - seen;
}

export const isAllCharacters = (text: Y.Text): boolean => text.length === text.toString().length;
