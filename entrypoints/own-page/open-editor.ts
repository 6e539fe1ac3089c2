/** A note opened to be written, in a page or frame of ours; the store is reached by message. */
import { toCallError } from '../../lib/messages';
import { createEditorDocument, createEditorSession, type EditorSession, type NoteSubject } from '../../lib/notes';
import { exchangeByMessage } from './exchange-by-message';
import { randomSession } from './random-session';

export function openEditor(subject: NoteSubject, signal: AbortSignal): EditorSession {
  return createEditorSession({
    document: createEditorDocument({ subject, session: randomSession(), now: Date.now }),
    exchange: exchangeByMessage,
    isSeen: () => document.visibilityState === 'visible',
    now: Date.now,
    setTimeout: (run, ms) => setTimeout(run, ms),
    clearTimeout: (timer) => clearTimeout(timer),
    anotherSession: (why) => (toCallError(why).code === 'note-session-taken' ? randomSession() : null),
    signal,
  });
}
