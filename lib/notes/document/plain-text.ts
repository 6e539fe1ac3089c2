/**
 * A note's text is characters. Whoever can write to a remote can also put objects into it (pictures, other types), which
 * Yjs counts as one each and no reader sees. They stay where they are, for a Backstory that may know them, and shift
 * nothing.
 */
import * as Y from 'yjs';

/** Where Yjs counts the place that stands at `at` in the text as it is read. */
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
