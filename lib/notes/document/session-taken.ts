/**
 * An editor's session is the Yjs client of its edits, and Yjs takes an edit with a known number as already known. A
 * machine restored to an earlier state while an editor was open keeps counting from there and reuses numbers of that
 * very session: new text would pass for known, and be lost.
 */
import * as Y from 'yjs';
import type { OpenDocument } from './open-document';
import { SessionTakenError } from './session-taken-error';

/** Call after applying the update. @throws SessionTakenError if the document has something else in its place. */
export function refuseTakenSession({ doc }: OpenDocument, update: Uint8Array): void {
  for (const struct of Y.decodeUpdate(update).structs) {
    if (struct instanceof Y.Item && !holds(doc, struct)) throw new SessionTakenError();
  }
}

/** Text removed since, or waiting for an earlier update, cannot be compared and counts as matching. */
function holds(doc: Y.Doc, { id: { client, clock }, length, content }: Y.Item): boolean {
  const structs = doc.store.clients.get(client) ?? [];
  const end = Math.min(clock + length, Y.getState(doc.store, client));
  const wanted = content.getContent();
  for (let at = clock; at < end; ) {
    const there = structs[Y.findIndexSS(structs, at)];
    if (!there) return false;
    const next = Math.min(there.id.clock + there.length, end);
    if (there instanceof Y.Item && !(there.content instanceof Y.ContentDeleted)) {
      const from = there.id.clock;
      const held = there.content.getContent().slice(at - from, next - from);
      if (there.content.constructor !== content.constructor) return false;
      if (JSON.stringify(held) !== JSON.stringify(wanted.slice(at - clock, next - clock))) return false;
    }
    at = next;
  }
  return true;
}
