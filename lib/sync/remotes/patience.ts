/**
 * A deadline that moves: an exchange ends when nothing has happened for a while, not when a large file takes long. Made
 * for one request; `end` must be called, or a timer keeps the worker awake.
 */

/** No exchange is worth more than this, whatever drips in: 10 minutes. */
const LONGEST_MS = 10 * 60_000;

export interface Patience {
  /** Aborts with the caller's signal or when patience is over. */
  readonly signal: AbortSignal;
  /** True once it was patience that ended it. */
  over(): boolean;
  /** Something has happened; waits afresh, `more` milliseconds longer than usual. */
  renew(more?: number): void;
  end(): void;
}

export function createPatience(signal: AbortSignal, ms: number): Patience {
  const own = new AbortController();
  const giveUp = () => own.abort();
  const longest = setTimeout(giveUp, LONGEST_MS);
  let next = setTimeout(giveUp, ms);
  return {
    signal: AbortSignal.any([signal, own.signal]),
    over: () => own.signal.aborted && !signal.aborted,
    renew(more = 0) {
      clearTimeout(next);
      next = setTimeout(giveUp, ms + more);
    },
    end() {
      clearTimeout(longest);
      clearTimeout(next);
    },
  };
}
