import * as dom from './dom';
import { isEditing } from './editing';
import { toTop } from './frames';
import { type Hit, type Pointed, pointedAt } from './hit-test';

/**
 * Mouse and pen over the story. Listeners are passive and change nothing; what a move means is for the hover machine to say,
 * and so is which moves are looked at.
 *
 * Browsers tell of moves once a frame by themselves, so most are looked at right away. To ask for an animation frame instead
 * would have the browser go through style, layout and paint of the page for each move, where nothing has changed.
 */

export interface PointerMove {
  /** CSS px in the top window's viewport. */
  readonly x: number;
  readonly y: number;
  /** ms of the event's own clock. */
  readonly time: number;
  /** ms by which the look was put off. */
  readonly late: number;
  readonly under: Hit | 'card' | null;
  /** A button is down: the reader is selecting or dragging. */
  readonly held: boolean;
  /** The element under the pointer, as the document it stands in tells it. */
  readonly on: EventTarget | null;
}

export interface PointerOptions {
  /** The document to listen in: the top window's or that of a same-origin frame. */
  readonly doc: Document;
  readonly top: Window;
  readonly isOwn: (event: Event) => boolean;
  readonly hit: (doc: Document, x: number, y: number, pointed?: Pointed) => Hit | null;
  /** When a move is looked at, on the clock of its event. */
  readonly timeToLook: (move: Move, before: Move | null, looked: number) => number;
  /** A move that is not looked at yet, while it is heard. */
  readonly passing: (event: Event) => void;
  readonly moved: (move: PointerMove) => void;
  readonly gone: () => void;
  readonly signal: AbortSignal;
}

interface Move {
  readonly at: { readonly x: number; readonly y: number };
  readonly time: number;
}

/** A move, and what the browser said of it while it was heard. */
interface Seen {
  readonly event: PointerEvent;
  readonly own: boolean;
  readonly pointed: Pointed | undefined;
}

/** ms; a page that was busy for longer has no claim that its reader rested all the while. */
const LATEST_MS = 100;

/** ms over which the way of the pointer is measured, so that one step that comes late is not taken for slowness. */
const WAY_MS = 30;

export function watchPointer(options: PointerOptions): void {
  const { doc, top, isOwn, hit, timeToLook, passing, moved, gone, signal } = options;
  const view = dom.defaultView(doc);
  const root = dom.documentElement(doc);
  if (!view || !root) return;
  let last: Seen | null = null;
  let before: Move | null = null;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let dueAt = 0;
  let timer = 0;

  const lookLater = () => {
    timer = 0;
    const now = view.performance.now();
    // Moved on meanwhile; a browser's timer may come a little early.
    if (dueAt - now > 1) timer = view.setTimeout(lookLater, dueAt - now);
    // What was pointed at may be gone.
    else if (last) look({ ...last, pointed: undefined }, now - last.event.timeStamp);
  };
  function look({ event, own, pointed }: Seen, late = 0): void {
    stopWaiting();
    if (signal.aborted) return;
    const { clientX, clientY, buttons, timeStamp } = event;
    lookedAt = timeStamp + late;
    const { x, y } = toTop({ x: clientX, y: clientY, width: 0, height: 0 }, doc, top);
    const held = buttons !== 0;
    const under = own ? 'card' : held || isEditing(doc) ? null : hit(doc, clientX, clientY, pointed);
    moved({ x, y, time: timeStamp, late: Math.min(Math.max(0, late), LATEST_MS), under, held, on: event.target });
  }

  function stopWaiting() {
    view?.clearTimeout(timer);
    timer = 0;
    last = null;
  }
  const note = (event: PointerEvent) => {
    // A page can make events of every kind; a card opens for none of them.
    if (!event.isTrusted || event.pointerType === 'touch') return;
    const move: Move = { at: { x: event.clientX, y: event.clientY }, time: event.timeStamp };
    dueAt = event.type === 'pointermove' ? timeToLook(move, before, lookedAt) : move.time;
    if (!before || move.time - before.time >= WAY_MS) before = move;
    if (dueAt <= move.time) return look({ event, own: isOwn(event), pointed: pointedAt(event) });
    passing(event);
    last = { event, own: isOwn(event), pointed: undefined };
    timer ||= view.setTimeout(lookLater, dueAt - move.time);
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
