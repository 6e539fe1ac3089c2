/**
 * Looks at a page again when something has changed, ever more rarely, until somebody says that it is enough.
 *
 *   look ── enough ──▶ end
 *     │  ── once more ──▶ (pause) ──▶ look
 *     │  ── other ──▶ watching the head alone ── it changes ──▶ (rest of a short pause) ──▶ look
 *     └── nothing ──▶ watching ── a story's text comes ──▶ (rest of a short pause) ──▶ look
 *                              ── less, or many small changes ──▶ (rest of a long pause) ──▶ look
 *
 * Each look in vain makes its pause longer; another page in the same document sets them back. The observer is taken off before
 * the pause and comes back after the look: a page that never rests does not feel it, and a quiet one costs nothing.
 */

import * as dom from '../dom/dom';
import { rawTextLength } from '../dom/raw-text-length';
import { PARAGRAPH_TEXT } from '../recognise/amounts';
import { watchNavigation } from './watch-navigation';

/** ms to the next look, and the factor for the next pause: after much new text, and after little. */
const PAUSES = {
  // By then a framework's burst of changes is over.
  much: { first: 500, slower: 2 },
  little: { first: 3_000, slower: 4 },
};
type Change = keyof typeof PAUSES;
const firstPauses = (): Record<Change, number> => ({ much: PAUSES.much.first, little: PAUSES.little.first });
/** Before another row of a list or line of a chat is looked at. */
const LIST_PAUSE_MS = 12_000;
const LONGEST_PAUSE_MS = 30_000;
/** Characters in paragraphs that arrive at once with a story, rarely with a row of a list. */
const MUCH_TEXT = 400;
/** More simultaneous changes are not examined one by one. */
const MANY_CHANGES = 200;
/**
 * Changes without text, from a clock or an advert, after which the page is looked at anyway: hearing them costs too.
 */
const SMALL_CHANGES = 5;
/** The page comes first: a look waits for idle time, but at most this long. */
const IDLE_WITHIN_MS = 500;

/**
 * `list`: a little more text does not make it a story. `other`: only a change in what the page says about itself makes
 * another look worthwhile.
 */
export type Look = 'enough' | 'once-more' | 'nothing' | 'list' | 'other';

export interface LookOutOptions {
  readonly view: Window;
  readonly look: () => Look | Promise<Look>;
  /** Aborted from outside, or here once it was enough: deriving another signal would cost a page more than a look. */
  readonly life: AbortController;
  readonly now?: () => number;
}

export function lookOut({ view, look, life, now = () => performance.now() }: LookOutOptions): void {
  const over = life.signal;
  let pauses = firstPauses();
  let small = 0;
  let observer: MutationObserver | undefined;
  let last = now();
  let looking = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function lookNow(): Promise<void> {
    if (looking || over.aborted) return;
    looking = true;
    const found = await look();
    looking = false;
    if (over.aborted) return;
    if (found === 'enough') return life.abort();
    if (!observer) listen();
    last = now();
    if (found === 'once-more') lookLater('much');
    else watch(found);
  }

  /** Only after the first look: most stories need no more, and listening is a good part of the cost. */
  function listen(): void {
    observer = new MutationObserver((records) => {
      const change = changeOf(records);
      if (change !== null) lookLater(change);
      else if (++small > SMALL_CHANGES) lookLater('little');
    });
    const arrived = () => {
      pauses = firstPauses();
      lookLater('much');
    };
    watchNavigation({ view, tell: arrived, signal: over });
  }

  function watch(found: 'nothing' | 'list' | 'other'): void {
    if (found === 'list') pauses.little = Math.max(pauses.little, LIST_PAUSE_MS);
    const head = found === 'other' ? dom.head(view.document) : null;
    if (head) observer?.observe(head, { childList: true });
    else observer?.observe(view.document, { subtree: true, childList: true, characterData: true, attributes: true });
  }

  function lookLater(change: Change): void {
    observer?.disconnect();
    small = 0;
    clearTimeout(timer);
    timer = setTimeout(whenIdle, Math.max(PAUSES.much.first, last + pauses[change] - now()));
    pauses[change] = Math.min(pauses[change] * PAUSES[change].slower, LONGEST_PAUSE_MS);
  }

  function whenIdle(): void {
    if (typeof view.requestIdleCallback === 'function') view.requestIdleCallback(lookNow, { timeout: IDLE_WITHIN_MS });
    else void lookNow();
  }

  over.addEventListener('abort', () => {
    observer?.disconnect();
    clearTimeout(timer);
  });
  void lookNow();
}

/** Null: nothing relevant. The head may declare a story; a removal may be what made the page private. */
function changeOf(records: readonly MutationRecord[]): Change | null {
  if (records.length > MANY_CHANGES) return 'much';
  let change: Change | null = null;
  let text = 0;
  for (const { type, target, addedNodes } of records) {
    if (type === 'childList' && dom.nodeName(target) === 'HEAD') return 'much';
    const nodes = type === 'childList' ? addedNodes : [target];
    if (nodes.length === 0) change = 'little';
    for (const node of nodes) {
      const length = rawTextLength(node, MUCH_TEXT);
      if (length < PARAGRAPH_TEXT) continue;
      change = 'little';
      // An attribute brings no text, but may reveal existing text.
      if (type !== 'attributes') text += length;
      if (text >= MUCH_TEXT) return 'much';
    }
  }
  return change;
}
