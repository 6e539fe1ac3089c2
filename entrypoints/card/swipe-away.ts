/**
 * A finger that drags a sheet down closes it, unless the drag scrolls the sheet: only from its top, and more downwards
 * than sideways. The browser still handles all events itself.
 */

/** CSS px; less is a tap by an unsteady hand. */
const FAR_ENOUGH = 60;

export interface SwipeOptions {
  readonly view: Window;
  readonly isSheet: () => boolean;
  readonly away: () => void;
}

export function watchSwipe({ view, isSheet, away }: SwipeOptions): void {
  let from: { readonly x: number; readonly y: number } | null = null;
  view.addEventListener(
    'touchstart',
    ({ touches, isTrusted }) => {
      const [finger] = touches;
      const atTop = view.scrollY <= 0 && touches.length === 1 && isTrusted && isSheet();
      from = atTop && finger ? { x: finger.clientX, y: finger.clientY } : null;
    },
    { passive: true },
  );
  view.addEventListener(
    'touchend',
    ({ changedTouches: [finger], isTrusted }) => {
      if (!from || !finger || !isTrusted || view.scrollY > 0) return;
      const [aside, down] = [Math.abs(finger.clientX - from.x), finger.clientY - from.y];
      from = null;
      if (down >= FAR_ENOUGH && down > 2 * aside) away();
    },
    { passive: true },
  );
}
