/** A session of an editor for tests of components: its time stands still, and its store is what the test says. */
import {
  createEditorDocument,
  createEditorSession,
  type EditorSession,
  type EditorSessionParts,
} from '../../../lib/notes';

const subject = { entity: 'iran', name: 'Iran', kind: 'place' } as const;
let clients = 1;

export const draft = () => createEditorDocument({ subject, session: clients++, now: () => 1_000 });

export const openSession = (exchange: EditorSessionParts['exchange']): EditorSession =>
  createEditorSession({
    document: draft(),
    exchange,
    isSeen: () => true,
    now: () => 5_000,
    setTimeout: () => 0,
    clearTimeout: () => {},
    anotherSession: () => null,
    signal: new AbortController().signal,
  });
