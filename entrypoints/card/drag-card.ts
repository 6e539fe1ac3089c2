/** A pinned card is moved by its head: no button stands there, and its text can be selected while it is not pinned. */

export interface DragOptions {
  readonly view: Window;
  readonly moved: (x: number, y: number) => void;
}

const HEAD = '.card-pinned > header';

export function watchDrag({ view, moved }: DragOptions): void {
  /** On the screen: the frame goes along with the pointer. */
  let from: { readonly x: number; readonly y: number; readonly pointer: number } | null = null;
  view.addEventListener('pointerdown', ({ target, isTrusted, isPrimary, button, pointerId, screenX, screenY }) => {
    const head = isTrusted && isPrimary && button === 0 && (target as Element | null)?.closest(HEAD);
    if (!head) return;
    head.setPointerCapture(pointerId);
    from = { x: screenX, y: screenY, pointer: pointerId };
  });
  view.addEventListener('pointermove', ({ pointerId, screenX, screenY }) => {
    if (from?.pointer !== pointerId) return;
    const [x, y] = [screenX - from.x, screenY - from.y];
    from = { x: screenX, y: screenY, pointer: pointerId };
    if (x !== 0 || y !== 0) moved(x, y);
  });
  for (const end of ['pointerup', 'pointercancel', 'lostpointercapture'] as const) {
    view.addEventListener(end, ({ pointerId }) => {
      if (from?.pointer === pointerId) from = null;
    });
  }
}
