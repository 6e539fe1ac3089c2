/** What a moving pointer does in each mode: all decisions about speed, direction and rest. */
import { inCorridor, type Point, type Rect } from './corridor';
import { CORRIDOR_SLACK_PX, GRACE_MS } from './delays';
import { beginRest, clear, clearTimers, type Desk, emit, go, restartRest, setTimer, update } from './desk';
import { isTravelling } from './pace';
import type { HoverEvent, HoverMode, HoverState, OpenCard, Resting, Target, Under } from './types';

type PointerEvent = Extract<HoverEvent, { type: 'pointer' }>;

/** How the pointer got here. `still`: the page moved under a motionless pointer, which must open nothing. */
type Gait = 'still' | 'slow' | 'travelling';

function gaitOf(before: HoverState['pointer'], at: Point, time: number): Gait {
  if (before === null) return 'slow';
  if (at.x === before.at.x && at.y === before.at.y) return 'still';
  return isTravelling(before.at, before.time, at, time) ? 'travelling' : 'slow';
}

const centre = (rect: Rect): Point => ({
  x: rect.x + rect.width / 2,
  y: rect.y + rect.height / 2,
});

/** Where the corridor to the card starts if no pointer has been on the mention. */
export const apexOf = (state: HoverState, open: OpenCard): Point => state.pointer?.at ?? centre(open.anchor);

/** The mention under the pointer that may open, if any. */
function openable(state: HoverState, under: Under, held: boolean): Target | null {
  if (under.on !== 'mention' || held || under.target.mention.id === state.dismissed) return null;
  return under.target;
}

const placeOf = (under: Under, open: OpenCard): OpenCard['pointerIn'] => {
  if (under.on === 'card') return 'card';
  return under.on === 'mention' && under.target.mention.id === open.mention.id ? 'mention' : 'away';
};

export function onPointer<A>(desk: Desk<A>, event: PointerEvent): void {
  const gait = gaitOf(desk.state.pointer, event.at, event.time);
  update(desk, { pointer: { at: event.at, time: event.time } });
  const over = event.under.on === 'mention' ? event.under.target.mention.id : null;
  if (over !== desk.state.dismissed) update(desk, { dismissed: null });

  const { is } = desk.state;
  switch (is.mode) {
    case 'idle':
    case 'resting': {
      const target = openable(desk.state, event.under, event.held);
      const resting = restOn(desk, is.mode === 'resting' ? is.resting : null, target, gait, event.late);
      if (resting === null) clear(desk, 'leave-focus');
      else {
        if (is.mode === 'idle' || is.resting.mention.id !== resting.mention.id)
          emit(desk, { type: 'mark-active', mention: resting.mention });
        go(desk, { mode: 'resting', resting });
      }
      return;
    }
    case 'hover':
    case 'closing': {
      // A drag that started in the card (selecting text) or on the page neither leaves nor arrives.
      if (event.held) return;
      const pointerIn = placeOf(event.under, is.open);
      const open: OpenCard = { ...is.open, pointerIn };
      if (pointerIn === 'away') {
        leave(desk, is, open, event, gait);
        return;
      }
      clearTimers(desk, 'grace', 'rest', 'prefetch');
      go(desk, {
        mode: 'hover',
        open,
        apex: pointerIn === 'mention' ? event.at : is.apex,
      });
      return;
    }
    case 'pinned':
    case 'focus':
    case 'sheet':
      go(desk, {
        mode: is.mode,
        open: { ...is.open, pointerIn: placeOf(event.under, is.open) },
      });
  }
}

/** The rest on `target` after this move: started, continued, restarted, or none (null). */
function restOn<A>(
  desk: Desk<A>,
  now: Resting<A> | null,
  target: Target | null,
  gait: Gait,
  late: number,
): Resting<A> | null {
  if (target === null) return null;
  const arrival = { travelling: gait === 'travelling', late };
  if (now?.mention.id === target.mention.id) {
    if (arrival.travelling) restartRest(desk, now.question !== null, arrival);
    return { ...now, anchor: target.anchor };
  }
  return gait === 'still' ? null : beginRest(desk, target, arrival);
}

function leave<A>(
  desk: Desk<A>,
  is: Extract<HoverMode<A>, { mode: 'hover' | 'closing' }>,
  open: OpenCard,
  event: PointerEvent,
  gait: Gait,
): void {
  const under = openable(desk.state, event.under, event.held);
  const onItsWay = open.card !== null && inCorridor(event.at, is.apex, open.card, CORRIDOR_SLACK_PX);
  const before = is.mode === 'closing' ? is.next : null;
  // Names crossed on the way to the card do not count: another one may start its rest only outside the corridor.
  const next = onItsWay ? null : restOn(desk, before, under, gait, event.late);
  if (next === null) clearTimers(desk, 'rest', 'prefetch');
  if (is.mode === 'hover' || (onItsWay && gait !== 'still')) {
    clearTimers(desk, 'grace');
    setTimer(desk, 'grace', GRACE_MS);
  }
  go(desk, { mode: 'closing', open, apex: is.apex, under, next });
}

/** The pointer left the window. */
export function onPointerGone<A>(desk: Desk<A>): void {
  update(desk, { pointer: null, dismissed: null });
  const { is } = desk.state;
  switch (is.mode) {
    case 'idle':
      return;
    case 'resting':
      clear(desk, 'leave-focus');
      return;
    case 'hover':
      setTimer(desk, 'grace', GRACE_MS);
      go(desk, {
        mode: 'closing',
        open: { ...is.open, pointerIn: 'away' },
        apex: is.apex,
        under: null,
        next: null,
      });
      return;
    case 'closing':
      clearTimers(desk, 'rest', 'prefetch');
      go(desk, { ...is, under: null, next: null });
      return;
    case 'pinned':
    case 'focus':
    case 'sheet':
      go(desk, { mode: is.mode, open: { ...is.open, pointerIn: 'away' } });
  }
}
