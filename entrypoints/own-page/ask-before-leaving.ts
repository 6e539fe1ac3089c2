/**
 * The browser asks whether the page may go while one of these sessions holds words that are not stored. Asked as well
 * of words on their way: a message outlives its page, but a disk that is full does not take what it brings.
 */
import type { EditorSession } from '../../lib/notes';

export function askBeforeLeaving(sessions: () => Iterable<EditorSession>, signal: AbortSignal): void {
  const ask = (event: Event) => {
    if ([...sessions()].some((session) => session.holdsWords())) event.preventDefault();
  };
  addEventListener('beforeunload', ask, { signal });
}
