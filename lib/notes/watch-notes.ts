/** Reads again whenever the reader's data changes, in any page or worker. */
import Dexie from 'dexie';

/** Tables that can be rebuilt, which change with every story read. Dexie names parts `idb://database/table/index`. */
const CACHED = /^idb:\/\/[^/]*\/(?:articles|requests|packCopies|lookedUp|lookedUpNames|overlays)\//;

/**
 * `read` may call anything in the store. A failure is reported once per try; the next change triggers the next try.
 *
 * Does not use Dexie's `liveQuery`: that only sees queries in the same zone, which is lost after the first `await` if
 * `read` is no async function itself, and occasionally even if it is. A list then stayed stale.
 */
export function watchNotes<T>(
  read: () => Promise<T>,
  show: (answer: T) => void,
  failed: (error: unknown) => void,
  signal: AbortSignal,
): void {
  if (signal.aborted) return;
  let isDue = true;
  let isReading = false;

  async function readWhileDue(): Promise<void> {
    if (isReading) return;
    isReading = true;
    while (isDue && !signal.aborted) {
      isDue = false;
      await read().then(
        // An answer overtaken by a change is not shown.
        (answer) => signal.aborted || isDue || show(answer),
        (error) => signal.aborted || failed(error),
      );
    }
    isReading = false;
  }

  const changed = (parts: object): void => {
    if (Object.keys(parts).every((part) => CACHED.test(part))) return;
    isDue = true;
    // After Dexie, which caches answers in memory, has also heard of it.
    setTimeout(readWhileDue);
  };
  Dexie.on('storagemutated', changed);
  signal.addEventListener('abort', () => Dexie.on.storagemutated.unsubscribe(changed), { once: true });
  void readWhileDue();
}
