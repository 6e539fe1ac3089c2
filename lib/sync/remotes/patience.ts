/**
 * A moving deadline: a request fails when nothing has happened for a while, not because a large file takes long. One
 * per request; always call `end`, or a timer keeps the worker awake.
 */

/** No request may take longer, however slowly it drips: 10 minutes. */
const LONGEST_MS = 10 * 60_000;

export interface Patience {
  /** Aborts with the caller's signal or when patience runs out. */
  readonly signal: AbortSignal;
  /** Did patience end it? */
  over(): boolean;
  /** Call on progress; restarts the wait, `more` milliseconds longer than usual. */
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
