/**
 * Tells when the reader has selected something and rests, and when that is over. It only listens: no event is kept from the
 * page, and what the page selects by itself, with no hand near, is not told.
 *
 *   NOTHING ── the reader selects ──► SELECTING ── all rests ──► told ── a press, a letter, Escape, a change ──► NOTHING
 *      ▲                                  └── nothing is selected any more                                        │
 *      └──────────────────────────────────────────────────────────────────────────────────────────────────────────┘
 */
import * as dom from '../dom/dom';

export interface SelectionWatchOptions {
  readonly doc: Document;
  readonly isOwn: (event: Event) => boolean;
  /** A selection by the reader has settled. `touched`: made by touch. */
  readonly settled: (doc: Document, touched: boolean) => void;
  /** It is over, or another has begun. Called often. */
  readonly ended: () => void;
  readonly now: () => number;
  readonly signal: AbortSignal;
}

/** In ms: a double click may become a triple one, and a growing selection is not followed by a button. */
const SETTLE_MS = 300;
/** ms after a press or key during which a selection counts as the reader's. */
const HAND_MS = 1_000;

export function watchSelection({ doc, isOwn, settled, ended, now, signal }: SelectionWatchOptions): void {
  const view = dom.defaultView(doc);
  if (!view) return;
  const passive = { capture: true, passive: true, signal };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let handAt = Number.NEGATIVE_INFINITY;
  let held = false;
  let touched = false;
  /** The current selection was made by hand. */
  let byHand = false;

  const hand = (run: (event: Event) => void) => (event: Event) => {
    if (!event.isTrusted || isOwn(event)) return;
    handAt = now();
    run(event);
  };
  function end(): void {
    clearTimeout(timer);
    ended();
  }
  function wait(): void {
    clearTimeout(timer);
    if (byHand) timer = setTimeout(() => held || signal.aborted || settled(doc, touched), SETTLE_MS);
  }
  signal.addEventListener('abort', () => clearTimeout(timer));

  const heard: Readonly<Record<string, (event: Event) => void>> = {
    pointerdown: hand((event) => {
      touched = (event as PointerEvent).pointerType === 'touch';
      held = !touched;
      end();
    }),
    pointerup: hand(() => {
      held = false;
      wait();
    }),
    pointercancel: hand(() => {
      held = false;
    }),
    keydown: hand((event) => {
      touched = false;
      if (!endsIt(event as KeyboardEvent)) return;
      // No scroll brings it back.
      byHand = false;
      end();
    }),
    // Scrolled away from the words or with them: it returns once everything is still.
    scroll(event) {
      if (isOwn(event)) return;
      end();
      wait();
    },
    resize() {
      end();
      wait();
    },
  };
  for (const [name, hear] of Object.entries(heard)) view.addEventListener(name, hear, passive);
  dom.listen(
    doc,
    'selectionchange',
    () => {
      end();
      const any = dom.selectionOf(doc)?.isCollapsed === false;
      // Dragging the handles by touch causes no event.
      byHand = any && (held || now() - handAt < HAND_MS || (touched && byHand));
      wait();
    },
    passive,
  );
}

/** Escape, and anything that types. A key that only extends the selection changes it, which is reported. */
const endsIt = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  key === 'Escape' ||
  (!ctrlKey && !metaKey && !altKey && (key.length === 1 || /^(?:Enter|Tab|Backspace|Delete)$/.test(key)));
