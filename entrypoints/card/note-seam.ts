/** What opens notes in a card, which is a script of its own in the card's frame. */
import type { openEditorOver } from './open-editor-over';

/** In the world of our scripts in the frame of a card, where the page has none. */
export interface NoteRealm {
  backstoryNote?: typeof openEditorOver;
}
