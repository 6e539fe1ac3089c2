import * as dom from './dom';
import { isEditing } from './editing';
import { toTop } from './frames';
import { type Hit, type Pointed, pointedAt } from './hit-test';

/**
 * Mouse and pen over the story, at most one hit test a frame. Listeners are passive and change nothing; what a move
 * means is for the hover machine to say.
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
  readonly moved: (move: PointerMove) => void;
  readonly gone: () => void;
  readonly signal: AbortSignal;
}

/** A move, and what the browser said of it while it was heard. */
interface Seen {
  readonly event: PointerEvent;
  readonly own: boolean;
  readonly on: EventTarget | null;
  readonly pointed: Pointed | undefined;
}

/** ms between two looks: a little less than a frame of 60 Hz, so that moves which come by frames are not put off. */
const LOOK_EVERY_MS = 14;

export function watchPointer({ doc, top, isOwn, hit, moved, gone, signal }: PointerOptions): void {
  const view = dom.defaultView(doc);
  const root = dom.documentElement(doc);
  if (!view || !root) return;
  let last: Seen | null = null;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let timer = 0;

  const lookLater = () => {
    timer = 0;
    // What was pointed at may be gone.
    if (last) look({ ...last, pointed: undefined });
  };
  function look({ event, own, on, pointed }: Seen): void {
    stopWaiting();
    if (signal.aborted) return;
    const { clientX, clientY, buttons, timeStamp } = event;
    lookedAt = timeStamp;
    const { x, y } = toTop({ x: clientX, y: clientY, width: 0, height: 0 }, doc, top);
    const held = buttons !== 0;
    const under = own ? 'card' : held || isEditing(doc) ? null : hit(doc, clientX, clientY, pointed);
    moved({ x, y, time: timeStamp, under, held, on });
  }

  function stopWaiting() {
    view?.clearTimeout(timer);
    timer = 0;
    last = null;
  }
  const note = (event: PointerEvent) => {
    // A page can make events of every kind; a card opens for none of them.
    if (!event.isTrusted || event.pointerType === 'touch') return;
    // At once: where an event happened is forgotten when all have heard it.
    const seen = { event, own: isOwn(event), on: event.target, pointed: pointedAt(event) };
    if (event.timeStamp - lookedAt >= LOOK_EVERY_MS) return look(seen);
    last = seen;
    timer ||= view.setTimeout(lookLater, LOOK_EVERY_MS);
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
