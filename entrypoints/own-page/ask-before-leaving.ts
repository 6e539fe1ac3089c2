/**
 * Makes the browser ask before the page is left while one of these sessions has unstored words. This includes words
 * being sent: a message outlives its page, but a full disk does not store what it brings.
 */
import type { EditorSession } from '../../lib/notes';

export function askBeforeLeaving(sessions: () => Iterable<EditorSession>, signal: AbortSignal): void {
  const ask = (event: Event) => {
    if ([...sessions()].some((session) => session.holdsWords())) event.preventDefault();
  };
  addEventListener('beforeunload', ask, { signal });
}
