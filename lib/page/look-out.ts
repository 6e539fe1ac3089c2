/**
 * Looks at a page again when it has changed, ever more rarely, until somebody says that it is enough.
 *
 *   look ── enough ──▶ end
 *     │  ── once more ──▶ (pause) ──▶ look
 *     └── nothing ──▶ watching ── first change ──▶ (rest of the pause) ──▶ look
 *
 * Each look in vain doubles the pause; another page in the same document sets it back. The observer is taken off at the
 * first change and comes back after the next look: a page that never rests does not feel it, and a quiet one costs
 * nothing.
 */
import { watchNavigation } from './watch-navigation';

/** ms; a framework's burst of changes is over by then. */
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
/** The page first: a look waits for a moment to spare, and at most this long. */
const IDLE_WITHIN_MS = 500;

export type Look = 'enough' | 'once-more' | 'nothing';

export interface LookOutOptions {
  readonly view: Window;
  readonly look: () => Look | Promise<Look>;
  readonly signal: AbortSignal;
  readonly now?: () => number;
}

export function lookOut({ view, look, signal, now = () => performance.now() }: LookOutOptions): void {
  const end = new AbortController();
  const over = AbortSignal.any([signal, end.signal]);
  const observer = new MutationObserver(() => lookLater());
  let pause = FIRST_PAUSE_MS;
  let last = now();
  let looking = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function lookNow(): Promise<void> {
    if (looking || over.aborted) return;
    looking = true;
    const found = await look();
    looking = false;
    if (over.aborted) return;
    if (found === 'enough') return end.abort();
    last = now();
    if (found === 'once-more') lookLater();
    else observer.observe(view.document, { subtree: true, childList: true, characterData: true, attributes: true });
  }

  function lookLater(): void {
    observer.disconnect();
    clearTimeout(timer);
    timer = setTimeout(whenIdle, Math.max(FIRST_PAUSE_MS, last + pause - now()));
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
  }

  function whenIdle(): void {
    if (typeof view.requestIdleCallback === 'function') view.requestIdleCallback(lookNow, { timeout: IDLE_WITHIN_MS });
    else void lookNow();
  }

  over.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  const arrived = () => {
    pause = FIRST_PAUSE_MS;
    lookLater();
  };
  watchNavigation({ view, tell: arrived, signal: over });
  void lookNow();
}
