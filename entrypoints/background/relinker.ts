/**
 * Updates the back-links of changed notes when the background is idle, a few at a time. If the worker dies, the rest
 * stay marked in the database, and the next one continues.
 */
import type { FindEntities, NoteStore } from '../../lib/notes';

/** Notes per transaction: about a millisecond each, with time in between for waiting calls. */
const LINKED_AT_ONCE = 50;
/**
 * ms of pause: most of the worker's time is for cards and sync, and everybody who watches the notes reads again after
 * each batch.
 */
const BREATH_MS = 500;
/** ms after the last change: while somebody types, the text is not worth reading yet. */
const CALM_MS = 3_000;

/** Must be called when a worker starts and after each change. */
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
