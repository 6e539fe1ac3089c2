/** Opens a note for editing, in a page or frame of ours; `exchange` is its connection to the store. */
import { toCallError } from '../../lib/messages';
import {
  createEditorDocument,
  createEditorSession,
  type EditorAnswer,
  type EditorNews,
  type EditorSession,
  type NoteSubject,
} from '../../lib/notes';
import { randomSession } from './random-session';

export function openEditor(
  subject: NoteSubject,
  exchange: (news: EditorNews) => Promise<EditorAnswer>,
  signal: AbortSignal,
): EditorSession {
  return createEditorSession({
    document: createEditorDocument({ subject, session: randomSession(), now: Date.now }),
    exchange,
    isSeen: () => document.visibilityState === 'visible',
    now: Date.now,
    setTimeout: (run, ms) => setTimeout(run, ms),
    clearTimeout: (timer) => clearTimeout(timer),
    anotherSession: (why) => (toCallError(why).code === 'note-session-taken' ? randomSession() : null),
    signal,
  });
}
