/** Reads anew whenever what was read has changed, in whichever page or worker it was changed. */
import { liveQuery } from 'dexie';

/** `read` may call anything of the store. What it could not read is told once a try; the next change is the next try. */
export function watchNotes<T>(
  read: () => Promise<T>,
  show: (answer: T) => void,
  failed: (error: unknown) => void,
  signal: AbortSignal,
): void {
  if (signal.aborted) return;
  const watched = liveQuery(read).subscribe({ next: show, error: failed });
  signal.addEventListener('abort', () => watched.unsubscribe(), { once: true });
}
