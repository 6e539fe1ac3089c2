/**
 * An editor's session is the Yjs client of its edits, and Yjs takes an edit that it has seen for the very same one. A
 * machine that was set back while an editor stood open goes on counting from where it once was, and meets what that very
 * session wrote before: what is typed then would pass for known, and be gone.
 */
import * as Y from 'yjs';
import type { OpenDocument } from './open-document';

/** Somebody else has written under the number of this session. Nothing was stored. */
export class SessionTakenError extends Error {
  override readonly name = 'SessionTakenError';
}

/** To be called when the update has been applied. Throws SessionTakenError where the document holds something else in its place. */
export function refuseTakenSession({ doc }: OpenDocument, update: Uint8Array): void {
  for (const struct of Y.decodeUpdate(update).structs) {
    if (struct instanceof Y.Item && !holds(doc, struct)) throw new SessionTakenError();
  }
}

/** What was removed since, and what still waits for something before it, cannot be compared: it is where it belongs. */
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
