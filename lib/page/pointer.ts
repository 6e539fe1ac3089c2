import * as dom from './dom';
import { isEditing } from './editing';
import { toTop } from './frames';
import { type Hit, type Pointed, pointedAt } from './hit-test';

/**
 * Mouse and pen over the story. Listeners are passive and change nothing; what a move means is for the hover machine to say,
 * and so is which moves are looked at.
 *
 * A look that is put off waits by a timer. To ask for an animation frame instead would have the browser go through style, layout
 * and paint of the page for each move, where nothing has changed.
 */

export interface PointerMove {
  /** CSS px in the top window's viewport. */
  readonly x: number;
  readonly y: number;
  /** ms of the event's own clock. */
  readonly time: number;
  /** ms from the move to the look: the page heard of it later, or the look was put off. */
  readonly late: number;
  readonly under: Hit | 'card' | null;
  /** A button is down: the reader is selecting or dragging. */
  readonly held: boolean;
  /** The element under the pointer, as the document it stands in tells it. */
  readonly on: EventTarget | null;
}

/**
 * Of all documents that a pointer is watched in, the one that it is in. A frame takes the pointer without a word to the
 * document around it, whose last look would come when the pointer has long been in the frame.
 */
export interface Whereabouts {
  /** Has the document forget the look that it put off. */
  leave: (() => void) | null;
}

export interface PointerOptions {
  /** The document to listen in: the top window's or that of a same-origin frame. */
  readonly doc: Document;
  readonly top: Window;
  readonly whereabouts: Whereabouts;
  readonly isOwn: (event: Event) => boolean;
  readonly hit: (doc: Document, x: number, y: number, pointed?: Pointed) => Hit | null;
  /** When a move is looked at, on the clock of its event. */
  readonly timeToLook: (move: PointerEvent, before: PointerEvent | null, looked: number) => number;
  /** A move that is not looked at yet, while it is heard. */
  readonly passing: (event: Event) => void;
  readonly moved: (move: PointerMove) => void;
  readonly gone: () => void;
  readonly signal: AbortSignal;
}

/** ms; a page that was busy for longer has no claim that its reader rested all the while. */
const LATEST_MS = 100;

/** ms over which the way of the pointer is measured, so that one step that comes late is not taken for slowness. */
const WAY_MS = 30;

export function watchPointer(options: PointerOptions): void {
  const { doc, top, whereabouts, isOwn, hit, timeToLook, passing, moved, gone, signal } = options;
  const view = dom.defaultView(doc);
  const root = dom.documentElement(doc);
  if (!view || !root) return;
  let last: PointerEvent | null = null;
  let wasOwn = false;
  let before: PointerEvent | null = null;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let dueAt = 0;
  let timer = 0;

  const wait = (now: number) => {
    timer = view.setTimeout(lookLater, dueAt - now);
  };
  const lookLater = () => {
    const now = view.performance.now();
    timer = 0;
    // Moved on meanwhile; a browser's timer may come a little early.
    if (last && dueAt - now > 1) wait(now);
    else if (last) look(last, wasOwn);
  };
  /** `pointed`: not where the look was put off, since what was pointed at may be gone. */
  function look(event: PointerEvent, own: boolean, pointed?: Pointed): void {
    stopWaiting();
    if (signal.aborted) return;
    const { clientX, clientY, buttons, timeStamp, target } = event;
    lookedAt = view?.performance.now() ?? timeStamp;
    const late = Math.min(Math.max(0, lookedAt - timeStamp), LATEST_MS);
    const { x, y } = toTop({ x: clientX, y: clientY, width: 0, height: 0 }, doc, top);
    const held = buttons !== 0;
    const under = own ? 'card' : held || isEditing(doc) ? null : hit(doc, clientX, clientY, pointed);
    moved({ x, y, time: timeStamp, late, under, held, on: target });
  }

  function stopWaiting() {
    view?.clearTimeout(timer);
    timer = 0;
    last = null;
  }
  const note = (event: PointerEvent) => {
    // A page can make events of every kind; a card opens for none of them.
    if (!event.isTrusted || event.pointerType === 'touch') return;
    if (whereabouts.leave !== stopWaiting) {
      whereabouts.leave?.();
      whereabouts.leave = stopWaiting;
    }
    const now = event.timeStamp;
    dueAt = event.type === 'pointermove' ? timeToLook(event, before, lookedAt) : now;
    if (!before || now - before.timeStamp >= WAY_MS) before = event;
    // Both at once: where an event happened is forgotten when all have heard it.
    wasOwn = isOwn(event);
    if (dueAt <= now) return look(event, wasOwn, pointedAt(event));
    passing(event);
    last = event;
    if (!timer) wait(now);
  };
  const passive = { capture: true, passive: true, signal };
  view.addEventListener('pointermove', note, passive);
  view.addEventListener('pointerup', note, passive);
  // Over the frame of the card there are no moves to hear, only that the pointer came.
  view.addEventListener('pointerover', (event) => isOwn(event) && note(event), passive);
  dom.listen(
    root,
    'pointerleave',
    (event) => {
      if (!event.isTrusted || (event as PointerEvent).pointerType === 'touch') return;
      stopWaiting();
      gone();
    },
    { passive: true, signal },
  );
  signal.addEventListener('abort', stopWaiting);
}
