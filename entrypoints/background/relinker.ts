/**
 * Finds the back-links of changed notes once it is calm, a handful at a time. A worker that dies leaves the rest marked
 * as due in the database; the next one begins with it.
 */
import type { FindEntities, NoteStore } from '../../lib/notes';

/** Notes between two breaths: some milliseconds of linking, while a call may be waiting. */
const LINKED_AT_ONCE = 10;
/** ms of a breath. Ten thousand imported notes are linked in a minute or two. */
const BREATH_MS = 50;
/** ms after the last change: while somebody types, the text is not worth reading yet. */
const CALM_MS = 3_000;

/** To be called when a worker is born and after each change. */
export function createRelinker(store: Pick<NoteStore, 'relink'>, find: FindEntities): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const after = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      store.relink(find, LINKED_AT_ONCE).then(
        (left) => left > 0 && after(BREATH_MS),
        (thrown) => console.warn('Backstory: back-links could not be found', thrown),
      );
    }, ms);
  };
  return () => after(CALM_MS);
}
