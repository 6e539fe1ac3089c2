/**
 * When a card opens, stays and goes: one pure function from a state and an event to a state and effects.
 *
 *                                     tap ──────────────────────────► SHEET
 *                                     summon (command, popup) ──────► FOCUS ◄─────────┐ focus comes in
 *            onto a name                     rest over                                │
 *    IDLE ───────────────► RESTING ────────────────────────────────► HOVER ───────────┤
 *     ▲ ▲ ◄───────────────    │ ▲                                     │  ▲            │
 *     │ │  off it, press      │ └ travels: the rest begins again      │  │ back on    │ pin
 *     │ │                     │                              leaves    ▼  │ name/card  ▼
 *     │ └──── grace over ─────┼────────────────────────────────────  CLOSING        PINNED
 *     │   (on another name: → RESTING)                    another name's rest over:
 *     │                                                   → HOVER there, without a gap
 *     └── from any open mode: Escape, Close · from HOVER, CLOSING also: name out of view, tab hidden ·
 *         from all but PINNED: press outside · from everywhere: visit ended
 *
 *    Focus that leaves FOCUS, and Unpin, lead to HOVER or CLOSING, by where the pointer is.
 *    In the corridor from name to card CLOSING starts its grace anew with each move and looks at no other name.
 *
 * Invariants (all proved by `test/unit/hover/machine.property.test.ts`): at most one card; IDLE owns no timer; the
 * grace runs exactly in CLOSING, rest and prefetch only in RESTING and for CLOSING's next; a card that is hovered or
 * focused is never taken away by a timer; a token that is not awaited leaves the very same state.
 */
import { REST_MS, REST_MS_MAX } from './delays';
import { ask, beginRest, clear, type Desk, emit, forgetTimer, go, show, update } from './desk';
import {
  changeOpen,
  onAnchor,
  onBack,
  onDismiss,
  onFocus,
  onlyHovered,
  onNested,
  onPin,
  onPressOutside,
  onSummon,
  onTap,
  onUnpin,
  turnTo,
} from './open-card';
import { apexOf, onPointer, onPointerGone } from './pointer';
import type { HoverEvent, HoverState, OpenCard, Resting, Step, TimerName, Token } from './types';

const clampRest = (ms: number): number => (Number.isFinite(ms) ? Math.min(REST_MS_MAX, Math.max(0, ms)) : REST_MS);

export const initialHover = (restMs: number = REST_MS): HoverState<never> => ({
  is: { mode: 'idle' },
  nextToken: 1,
  restMs: clampRest(restMs),
  timers: {},
  pointer: null,
  dismissed: null,
  last: null,
});

/** The shell may swallow Escape only while this is not null. */
export const openCard = (state: HoverState): OpenCard | null => ('open' in state.is ? state.is.open : null);

/** The mention on which the pointer rests, not yet open. */
export const restingOf = <A>({ is }: HoverState<A>): Resting<A> | null =>
  is.mode === 'resting' ? is.resting : is.mode === 'closing' ? is.next : null;

export function step<A>(state: HoverState<A>, event: HoverEvent<A>): Step<A> {
  const desk: Desk<A> = { state, effects: [] };
  handle(desk, event);
  return desk;
}

function handle<A>(desk: Desk<A>, event: HoverEvent<A>): void {
  switch (event.type) {
    case 'pointer':
      onPointer(desk, event);
      return;
    case 'pointer-gone':
      onPointerGone(desk);
      return;
    case 'timer':
      onTimer(desk, event.name, event.token);
      return;
    case 'answer':
      onAnswer(desk, event.token, event.answer);
      return;
    case 'no-answer':
      onNoAnswer(desk, event.token);
      return;
    case 'summon':
      onSummon(desk, event.target);
      return;
    case 'tap':
      onTap(desk, event.target);
      return;
    case 'focus':
      onFocus(desk, event.inside);
      return;
    case 'escape':
    case 'close':
      onDismiss(desk);
      return;
    case 'press-outside':
      onPressOutside(desk);
      return;
    case 'anchor':
      onAnchor(desk, event.anchor);
      return;
    case 'tab-hidden':
      if (onlyHovered(desk)) clear(desk, 'leave-focus');
      return;
    case 'visit-ended':
      clear(desk, 'leave-focus');
      update(desk, { dismissed: null, last: null });
      return;
    case 'card-placed':
      changeOpen(desk, { card: event.rect });
      return;
    case 'pin':
      onPin(desk);
      return;
    case 'unpin':
      onUnpin(desk);
      return;
    case 'nested':
      onNested(desk, event.entity);
      return;
    case 'back':
      onBack(desk);
      return;
    case 'instead':
      turnTo(desk, [event.entity]);
      return;
    case 'rest-changed':
      update(desk, { restMs: clampRest(event.restMs) });
      return;
    default:
      event satisfies never;
  }
}

function onTimer<A>(desk: Desk<A>, name: TimerName, token: Token): void {
  if (desk.state.timers[name] !== token) return;
  forgetTimer(desk, name);
  if (name === 'grace') {
    onGraceOver(desk);
    return;
  }
  const resting = restingOf(desk.state);
  if (resting === null) return;
  if (name === 'rest') {
    const open: OpenCard = { ...show(desk, resting, 'hover', resting), pointerIn: 'mention' };
    go(desk, { mode: 'hover', open, apex: apexOf(desk.state, open) });
    return;
  }
  changeResting(desk, { question: ask(desk, resting.mention.entity) });
}

function onGraceOver<A>(desk: Desk<A>): void {
  const { is } = desk.state;
  if (is.mode !== 'closing') return;
  emit(desk, { type: 'hide' });
  // A name on which the pointer stopped within the corridor counts now that the card is gone.
  const resting = is.next ?? (is.under && beginRest<A>(desk, is.under, { travelling: false, late: 0 }));
  emit(desk, { type: 'mark-active', mention: resting?.mention ?? null });
  go(desk, resting ? { mode: 'resting', resting } : { mode: 'idle' });
}

function changeResting<A>(desk: Desk<A>, change: Partial<Resting<A>>): void {
  const { is } = desk.state;
  if (is.mode === 'resting') go(desk, { mode: 'resting', resting: { ...is.resting, ...change } });
  else if (is.mode === 'closing' && is.next) go(desk, { ...is, next: { ...is.next, ...change } });
}

function onAnswer<A>(desk: Desk<A>, token: Token, answer: A): void {
  const { is } = desk.state;
  if ('open' in is && is.open.question.token === token)
    emit(desk, { type: 'fill', entity: is.open.question.entity, answer });
  const resting = restingOf(desk.state);
  if (resting?.question?.token === token) changeResting(desk, { early: { answer } });
}

/** A nested name without an answer gives way to what lay below; a rest asks again when it is over. */
function onNoAnswer<A>(desk: Desk<A>, token: Token): void {
  const { is } = desk.state;
  if ('open' in is && is.open.question.token === token) onBack(desk);
  const resting = restingOf(desk.state);
  if (resting?.question?.token === token) changeResting(desk, { question: null });
}
