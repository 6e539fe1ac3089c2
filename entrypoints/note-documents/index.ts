/** The part of the background that opens documents of notes; of the worker's scripts it alone has Yjs (`background/parts.ts`). */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { NOTE_DOCUMENTS } from '../../lib/notes';

export default defineUnlistedScript(() => {
  Object.assign(globalThis, { backstoryNoteDocuments: NOTE_DOCUMENTS });
});
