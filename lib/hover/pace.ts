/**
 * When is a pointer move looked at? Each look makes the browser find what lies under a point, which on a large page costs
 * more than all our other work per move, and most moves are on their way elsewhere.
 *
 *   something is going on (a rest, a card)      with the frames
 *   nothing is, the pointer moves slowly        every now and then
 *   nothing is, it passes faster                once it has stopped
 *
 * A postponed look loses nothing: it says how late it comes, and a rest counts from the move.
 */
import type { Point } from './corridor';
import { CALM_LOOK_MS, FRAME_LOOK_MS, PASSING_PX_PER_MS, TRAVEL_PX_PER_MS } from './delays';
import type { HoverState } from './types';

/** The parts of a browser's pointer event that matter here. */
type Move = Readonly<Record<'clientX' | 'clientY' | 'timeStamp', number>>;

/**
 * The time of the look: now, unless it would come before the move itself. `before`: the previous move; `looked`: the
 * last look.
 */
export function timeToLook({ is, dismissed }: HoverState, move: Move, before: Move | null, looked: number): number {
  // A dismissed name may open again once the pointer has left it, however briefly.
  if (is.mode !== 'idle' || dismissed !== null) return looked + FRAME_LOOK_MS;
  return (
    (before && isFaster(PASSING_PX_PER_MS, pointOf(before), before.timeStamp, pointOf(move), move.timeStamp)
      ? move.timeStamp
      : looked) + CALM_LOOK_MS
  );
}

const pointOf = ({ clientX, clientY }: Move): Point => ({ x: clientX, y: clientY });

/** `speed`: px per ms; times in ms of a steady clock. */
const isFaster = (speed: number, from: Point, since: number, to: Point, until: number): boolean =>
  Math.hypot(to.x - from.x, to.y - from.y) > speed * (until - since);

export const isTravelling = (from: Point, since: number, to: Point, until: number): boolean =>
  isFaster(TRAVEL_PX_PER_MS, from, since, to, until);
