/**
 * Looks at a page again when text has come, ever more rarely, until somebody says that it is enough.
 *
 *   look ── enough ──▶ end
 *     │  ── once more ──▶ (pause) ──▶ look
 *     └── nothing ──▶ watching ── text comes, or many small changes ──▶ (rest of the pause) ──▶ look
 *
 * Each look in vain makes the pause longer; another page in the same document sets it back. The observer is taken off before
 * the pause and comes back after the look: a page that never rests does not feel it, and a quiet one costs nothing.
 */
import { PARAGRAPH_TEXT } from './amounts';
import * as dom from './dom';
import { rawTextLength } from './raw-text-length';
import { watchNavigation } from './watch-navigation';

/** ms; a framework's burst of changes is over by then. */
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
/** Changes without text, a clock's or an advert's, after which it is looked again all the same: hearing them costs, too. */
const SMALL_CHANGES = 5;
/** What a look in vain makes of the pause before the next one: after text had come, and after small changes. */
const SLOWER = 2;
const MUCH_SLOWER = 6;
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
  let small = 0;
  const observer = new MutationObserver((records) => {
    if (records.some(mayMatter)) lookLater(SLOWER);
    else if (++small > SMALL_CHANGES) lookLater(MUCH_SLOWER);
  });
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
    if (found === 'once-more') lookLater(SLOWER);
    else observer.observe(view.document, { subtree: true, childList: true, characterData: true, attributes: true });
  }

  function lookLater(slower: number): void {
    observer.disconnect();
    small = 0;
    clearTimeout(timer);
    timer = setTimeout(whenIdle, Math.max(FIRST_PAUSE_MS, last + pause - now()));
    pause = Math.min(pause * slower, LONGEST_PAUSE_MS);
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
    lookLater(SLOWER);
  };
  watchNavigation({ view, tell: arrived, signal: over });
  void lookNow();
}

/** Text that counts, or something of the head; or something went, which may have been what made a page private. */
function mayMatter({ type, target, addedNodes }: MutationRecord): boolean {
  if (type !== 'childList') return rawTextLength(target, PARAGRAPH_TEXT) >= PARAGRAPH_TEXT;
  if (dom.nodeName(target) === 'HEAD' || addedNodes.length === 0) return true;
  for (const node of addedNodes) if (rawTextLength(node, PARAGRAPH_TEXT) >= PARAGRAPH_TEXT) return true;
  return false;
}
