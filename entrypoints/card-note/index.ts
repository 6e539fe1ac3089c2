/** What opens notes in the frame of a card, Yjs with it: put there when the reader turns to the note, since most do not. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { NoteRealm } from '../card/note-seam';
import { openEditorOver } from '../card/open-editor-over';

export default defineUnlistedScript(() => {
  (globalThis as NoteRealm).backstoryNote ??= openEditorOver;
});
