/**
 * Finds the back-links of changed notes once it is calm, a handful at a time. A worker that dies leaves the rest marked
 * as due in the database; the next one begins with it.
 */
import type { FindEntities, NoteStore } from '../../lib/notes';

/** Notes in one transaction: about a millisecond each, with room between them for calls that wait. */
const LINKED_AT_ONCE = 50;
/** ms of a breath: most of the worker's time is for cards and sync, and whoever watches the notes looks again after each. */
const BREATH_MS = 500;
/** ms after the last change: while somebody types, the text is not worth reading yet. */
const CALM_MS = 3_000;

/** To be called when a worker is born and after each change. */
export function createRelinker(store: Pick<NoteStore, 'relink'>, find: FindEntities): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const after = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      store.relink(find, LINKED_AT_ONCE).then(
        (isMore) => isMore && after(BREATH_MS),
        (thrown) => console.warn('Backstory: back-links could not be found', thrown),
      );
    }, ms);
  };
  return () => after(CALM_MS);
}
