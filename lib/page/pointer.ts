import * as dom from './dom';
import { isEditing } from './editing';
import { toTop } from './frames';
import type { Hit } from './hit-test';

/**
 * Mouse and pen over the story, at most one hit test a frame. Listeners are passive and change nothing; what a move
 * means is for the hover machine to say.
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
  readonly isOwn: (target: EventTarget | null) => boolean;
  readonly hit: (doc: Document, x: number, y: number) => Hit | null;
  readonly moved: (move: PointerMove) => void;
  readonly gone: () => void;
  readonly signal: AbortSignal;
}

export function watchPointer({ doc, top, isOwn, hit, moved, gone, signal }: PointerOptions): void {
  const view = dom.defaultView(doc);
  const root = dom.documentElement(doc);
  if (!view || !root) return;
  let last: PointerEvent | null = null;
  let frame = 0;

  const look = () => {
    frame = 0;
    const event = last;
    last = null;
    if (!event || signal.aborted) return;
    const { clientX, clientY, buttons, timeStamp } = event;
    const { x, y } = toTop({ x: clientX, y: clientY, width: 0, height: 0 }, doc, top);
    const held = buttons !== 0;
    const own = isOwn(event.target);
    const under = own ? 'card' : held || isEditing(doc) ? null : hit(doc, clientX, clientY);
    moved({ x, y, time: timeStamp, under, held, on: event.target });
  };

  const note = (event: PointerEvent) => {
    // A page can make events of every kind; a card opens for none of them.
    if (!event.isTrusted || event.pointerType === 'touch') return;
    last = event;
    frame ||= view.requestAnimationFrame(look);
  };
  const passive = { capture: true, passive: true, signal };
  view.addEventListener('pointermove', note, passive);
  view.addEventListener('pointerup', note, passive);
  // Over the frame of the card there are no moves to hear, only that the pointer came.
  view.addEventListener('pointerover', (event) => isOwn(event.target) && note(event), passive);
  dom.listen(
    root,
    'pointerleave',
    (event) => {
      if (!event.isTrusted || (event as PointerEvent).pointerType === 'touch') return;
      view.cancelAnimationFrame(frame);
      frame = 0;
      last = null;
      gone();
    },
    { passive: true, signal },
  );
  signal.addEventListener('abort', () => view.cancelAnimationFrame(frame));
}
