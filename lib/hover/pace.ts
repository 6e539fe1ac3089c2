/**
 * When is a move of the pointer looked at? Each look has the browser find what lies under a point, which on a large page costs
 * more than all else that is done for it; and most moves of a reader go somewhere else.
 *
 *   something is going on (a rest, a card)      with the frames
 *   nothing is, the pointer moves slowly        every now and then
 *   nothing is, the pointer travels             once it has stopped
 *
 * What is put off is not lost: the look says how late it comes, and a rest is reckoned from the move.
 */
import type { Point } from './corridor';
import { CALM_LOOK_MS, FRAME_LOOK_MS, TRAVEL_PX_PER_MS } from './delays';
import type { HoverState } from './types';

export interface PacedMove {
  readonly at: Point;
  /** ms of a steady clock. */
  readonly time: number;
}

/** The time of the look, which is at once when it is not after `move.time`. `before`: the move before; `looked`: the last look. */
export function timeToLook(
  { is, dismissed }: HoverState,
  move: PacedMove,
  before: PacedMove | null,
  looked: number,
): number {
  // A name that was put away comes back once the pointer has left it, however shortly.
  if (is.mode !== 'idle' || dismissed !== null) return looked + FRAME_LOOK_MS;
  return before && isTravelling(before, move) ? move.time + CALM_LOOK_MS : looked + CALM_LOOK_MS;
}

export const isTravelling = (from: PacedMove, to: PacedMove): boolean =>
  Math.hypot(to.at.x - from.at.x, to.at.y - from.at.y) > TRAVEL_PX_PER_MS * (to.time - from.time);
