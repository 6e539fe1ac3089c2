/** Reads anew whenever what the reader keeps has changed, in whichever page or worker it was changed. */
import Dexie from 'dexie';

/** Tables of what can be had again; a story that is read changes them all the time. Dexie names parts `idb://database/table/index`. */
const CACHED = /^idb:\/\/[^/]*\/(?:articles|requests|packCopies|lookedUp|lookedUpNames|overlays)\//;

/**
 * `read` may call anything of the store. What it could not read is told once a try; the next change is the next try.
 *
 * Not by Dexie's `liveQuery`: that sees only what is asked in the same zone, which is lost behind a first `await` where
 * `read` is no async function itself, and now and then where it is. A list then stayed as it was.
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
        // Of an answer that a change has overtaken nothing is shown.
        (answer) => signal.aborted || isDue || show(answer),
        (error) => signal.aborted || failed(error),
      );
    }
    isReading = false;
  }

  const changed = (parts: object): void => {
    if (Object.keys(parts).every((part) => CACHED.test(part))) return;
    isDue = true;
    // After Dexie has heard of it as well, which keeps answers in memory.
    setTimeout(readWhileDue);
  };
  Dexie.on('storagemutated', changed);
  signal.addEventListener('abort', () => Dexie.on.storagemutated.unsubscribe(changed), { once: true });
  void readWhileDue();
}
