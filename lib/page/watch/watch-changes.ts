import { parentOf } from '../dom/ancestors';
import * as dom from '../dom/dom';

/**
 * Watches the story for changes and says which elements are dirty, rarely enough that no page feels it.
 *
 *        record            pause over            told, all done
 *   calm ──────▶ waiting ─────────────▶ telling ───────────────▶ calm
 *                  ▲  │ more records        │ records meanwhile     (pause halves back after a calm spell)
 *                  └──┘                     └──────▶ waiting, with twice the pause
 *
 *   any state ── tab hidden ──▶ asleep (observer off) ── tab shown ──▶ waiting, everything dirty
 *
 * The observer's callback only drops elements into a set: at 5,000 mutations a second that is all that happens 5,000
 * times a second.
 */

/** ms of pause before the first re-reading: by then a framework's burst of changes is over. */
const FIRST_PAUSE_MS = 250;
/** ms of pause on a page that never rests. */
const LONGEST_PAUSE_MS = 8_000;
/** Characters re-read per millisecond of pause: about a twentieth of our reading speed. */
const CHARACTERS_A_MS = 100;
/** Trees watched at a time; a page may create shadow roots without end. */
const MOST_TREES = 2_000;
/** ms without a change after which a page counts as calm again. */
const CALM_MS = 10_000;
/** Dirty elements beyond which re-reading the whole story is cheaper than sorting them. */
const DIRTY_LIMIT = 400;

export type Dirty = ReadonlySet<Element> | 'everything';

export interface ChangeWatch {
  /** Also watch these trees (shadow roots, frame documents, story roots). Watching one twice does no harm. */
  add(trees: Iterable<Node>): void;
}

export interface ChangeOptions {
  readonly doc: Document;
  readonly isOwn: (node: Node) => boolean;
  /** Called one at a time; the next call waits for this one. Returns how many characters it has read. */
  readonly tell: (dirty: Dirty) => Promise<number>;
  readonly signal: AbortSignal;
  readonly now?: () => number;
}

export function watchChanges({ doc, isOwn, tell, signal, now = () => performance.now() }: ChangeOptions): ChangeWatch {
  const watched = new Set<Node>();
  let dirty: Set<Element> | 'everything' = new Set();
  let pause = FIRST_PAUSE_MS;
  let lastTold = Number.NEGATIVE_INFINITY;
  /** The earliest time for the next call, however short the pause is. */
  let peaceUntil = Number.NEGATIVE_INFINITY;
  let telling = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const isDirty = (): boolean => dirty === 'everything' || dirty.size > 0;

  const isOurs = (record: MutationRecord): boolean => {
    if (record.type !== 'childList') return false;
    const { addedNodes, removedNodes } = record;
    for (const node of addedNodes) if (!isOwn(node)) return false;
    for (const node of removedNodes) if (!isOwn(node)) return false;
    return addedNodes.length + removedNodes.length > 0;
  };

  const observer = new MutationObserver((records) => {
    for (const record of records) {
      if (isOurs(record)) continue;
      if (dirty === 'everything') break;
      const element = elementOf(record.target);
      if (element) dirty.add(element);
      if (dirty.size > DIRTY_LIMIT) dirty = 'everything';
    }
    if (isDirty()) wait();
  });

  function wait(): void {
    if (timer !== undefined || telling || signal.aborted) return;
    if (now() - lastTold > CALM_MS) pause = FIRST_PAUSE_MS;
    timer = setTimeout(() => void told(), Math.max(pause, peaceUntil - now()));
  }

  async function told(): Promise<void> {
    timer = undefined;
    const found = dirty;
    dirty = new Set<Element>();
    telling = true;
    let read = 0;
    try {
      read = await tell(found);
    } catch {
      // An aborted visit: nobody is left to tell.
    }
    telling = false;
    lastTold = now();
    peaceUntil = lastTold + read / CHARACTERS_A_MS;
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    if (isDirty()) wait();
  }

  const observe = (node: Node) =>
    observer.observe(node, {
      subtree: true,
      childList: true,
      characterData: true,
      // What opens "read more" boxes. Not `style`: animations write it sixty times a second.
      attributes: true,
      attributeFilter: ['hidden', 'open', 'class'],
    });

  /** An observer cannot release a single tree: it releases all and re-observes those still there. */
  function forgetLost(): void {
    observer.disconnect();
    for (const node of watched) {
      if (!dom.isThere(node)) watched.delete(node);
      else if (dom.visibilityState(doc) !== 'hidden') observe(node);
    }
  }

  dom.listen(
    doc,
    'visibilitychange',
    () => {
      if (dom.visibilityState(doc) === 'hidden') {
        observer.disconnect();
        clearTimeout(timer);
        timer = undefined;
        return;
      }
      forgetLost();
      dirty = 'everything';
      wait();
    },
    { signal },
  );
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
    watched.clear();
  });

  return {
    add(trees) {
      if (watched.size >= MOST_TREES) forgetLost();
      for (const node of trees) {
        if (watched.has(node) || watched.size >= MOST_TREES || signal.aborted) continue;
        watched.add(node);
        if (dom.visibilityState(doc) !== 'hidden') observe(node);
      }
    },
  };
}

/** The element in which something changed: itself, a text's box, a tree's host, a frame's body. */
const elementOf = (node: Node): Element | null =>
  dom.isElement(node) ? node : dom.isDocument(node) ? dom.body(node) : parentOf(node);
