import * as dom from '../dom/dom';
import { isEditing } from '../dom/editing';
import { toTop } from '../dom/frames';
import { type Hit, type Pointed, pointedAt } from './hit-test';

/**
 * Mouse and pen over the story. Listeners are passive and change nothing; the hover machine decides what a move means
 * and which moves are looked at.
 *
 * A postponed look waits for a timer. An animation frame would make the browser run style, layout and paint for each
 * move, although nothing has changed.
 */

export interface PointerMove {
  /** CSS px in the top window's viewport. */
  readonly x: number;
  readonly y: number;
  /** In ms, on the event's own clock. */
  readonly time: number;
  /** ms from the move to the look: the event arrived late, or the look was postponed. */
  readonly late: number;
  readonly under: Hit | 'card' | null;
  /** A button is down: the reader is selecting or dragging. */
  readonly held: boolean;
  /** The element under the pointer, as its document reports it. */
  readonly on: EventTarget | null;
}

/**
 * Which of the watched documents the pointer is in. A frame takes the pointer without telling the surrounding document,
 * whose last look would come when the pointer is long in the frame.
 */
export interface Whereabouts {
  /** Makes the document forget its postponed look. */
  leave: (() => void) | null;
}

export interface PointerOptions {
  /** The document to listen in: the top window's or that of a same-origin frame. */
  readonly doc: Document;
  readonly top: Window;
  readonly whereabouts: Whereabouts;
  readonly isOwn: (event: Event) => boolean;
  readonly hit: (doc: Document, x: number, y: number, pointed?: Pointed) => Hit | null;
  /** When to look at a move, on its event's clock. */
  readonly timeToLook: (move: PointerEvent, before: PointerEvent | null, looked: number) => number;
  /** A move not looked at yet, during its event. */
  readonly passing: (event: Event) => void;
  readonly moved: (move: PointerMove) => void;
  readonly gone: () => void;
  readonly signal: AbortSignal;
}

/** In ms; after a longer delay the pointer cannot be assumed to have rested. */
const LATEST_MS = 100;

/** ms over which speed is measured, so that one late step does not look slow. */
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
    // Moved on meanwhile; timers may also fire a little early.
    if (last && dueAt - now > 1) wait(now);
    else if (last) look(last, wasOwn);
  };
  /** `pointed`: absent if the look was postponed, since what was pointed at may be gone. */
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
    // A page can create any event; a card opens for none of them.
    if (!event.isTrusted || event.pointerType === 'touch') return;
    if (whereabouts.leave !== stopWaiting) {
      whereabouts.leave?.();
      whereabouts.leave = stopWaiting;
    }
    const now = event.timeStamp;
    dueAt = event.type === 'pointermove' ? timeToLook(event, before, lookedAt) : now;
    if (!before || now - before.timeStamp >= WAY_MS) before = event;
    // Both now: an event's target is forgotten after its dispatch.
    wasOwn = isOwn(event);
    if (dueAt <= now) return look(event, wasOwn, pointedAt(event));
    passing(event);
    last = event;
    if (!timer) wait(now);
  };
  const passive = { capture: true, passive: true, signal };
  view.addEventListener('pointermove', note, passive);
  view.addEventListener('pointerup', note, passive);
  // Over the card's frame there are no moves, only the pointer's arrival.
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
