/**
 * The desk holds one step of the machine: the next state and the effects in order. It exists during one call of `step`
 * and is never seen outside, so the machine stays a pure function.
 *
 * Invariant: a timer is in `state.timers` exactly while the shell has it running.
 */
import type { EntityKey } from '../facts';
import { PREFETCH_MS, SETTLE_MS } from './delays';
import type {
  CardMode,
  HoverEffect,
  HoverMode,
  HoverState,
  OpenCard,
  Question,
  Resting,
  Target,
  TimerName,
} from './types';

export interface Desk<A> {
  state: HoverState<A>;
  readonly effects: HoverEffect<A>[];
}

export const update = <A>(desk: Desk<A>, change: Partial<HoverState<A>>): void => {
  desk.state = { ...desk.state, ...change };
};

export const go = <A>(desk: Desk<A>, is: HoverMode<A>): void => update(desk, { is });

export const emit = <A>(desk: Desk<A>, effect: HoverEffect<A>): void => {
  desk.effects.push(effect);
};

function drawToken<A>(desk: Desk<A>): number {
  const token = desk.state.nextToken;
  update(desk, { nextToken: token + 1 });
  return token;
}

export function setTimer<A>(desk: Desk<A>, name: TimerName, ms: number): void {
  const token = drawToken(desk);
  update(desk, { timers: { ...desk.state.timers, [name]: token } });
  emit(desk, { type: 'set-timer', name, ms, token });
}

/** Removes a timer that has fired. */
export function forgetTimer<A>(desk: Desk<A>, name: TimerName): void {
  const { [name]: _, ...timers } = desk.state.timers;
  update(desk, { timers });
}

export function clearTimers<A>(desk: Desk<A>, ...names: readonly TimerName[]): void {
  for (const name of names) {
    if (desk.state.timers[name] === undefined) continue;
    forgetTimer(desk, name);
    emit(desk, { type: 'clear-timer', name });
  }
}

export function ask<A>(desk: Desk<A>, entity: EntityKey): Question {
  const question = { entity, token: drawToken(desk) };
  emit(desk, { type: 'request-card', ...question });
  return question;
}

/** How the pointer got to where it rests. */
export interface Arrival {
  readonly travelling: boolean;
  /** How many ms ago. */
  readonly late: number;
}

/** Starts the timers of a rest, or restarts them if the pointer was still travelling. */
export function restartRest<A>(desk: Desk<A>, asked: boolean, { travelling, late }: Arrival): void {
  const ms = travelling ? Math.max(desk.state.restMs, SETTLE_MS) : desk.state.restMs;
  clearTimers(desk, 'rest', 'prefetch');
  setTimer(desk, 'rest', Math.max(0, ms - late));
  if (!asked && ms > PREFETCH_MS) setTimer(desk, 'prefetch', Math.max(0, PREFETCH_MS - late));
}

export function beginRest<A>(desk: Desk<A>, target: Target, arrival: Arrival): Resting<A> {
  restartRest(desk, false, arrival);
  return { ...target, question: null, early: null };
}

/** Shows a card (replacing any other) and asks for its content. */
export function show<A>(desk: Desk<A>, target: Target, mode: CardMode, rested: Resting<A> | null): OpenCard {
  clearTimers(desk, 'rest', 'prefetch', 'grace');
  const { mention, anchor } = target;
  emit(desk, { type: 'mark-active', mention });
  emit(desk, { type: 'show', target: { mention, anchor }, mode });
  const question = rested?.question ?? ask(desk, mention.entity);
  if (rested?.early)
    emit(desk, {
      type: 'fill',
      entity: mention.entity,
      answer: rested.early.answer,
    });
  update(desk, { last: mention, dismissed: null });
  return {
    mention,
    anchor,
    stack: [mention.entity],
    question,
    card: null,
    focusInside: false,
    pointerIn: 'away',
  };
}

/** Removes everything; the resulting state is idle and owns no timer. */
export function clear<A>(desk: Desk<A>, focus: 'restore-focus' | 'leave-focus'): void {
  const { is } = desk.state;
  clearTimers(desk, 'rest', 'prefetch', 'grace');
  if ('open' in is) {
    emit(desk, { type: 'hide' });
    if (is.open.focusInside && focus === 'restore-focus') emit(desk, { type: 'restore-focus' });
  }
  if (is.mode !== 'idle') emit(desk, { type: 'mark-active', mention: null });
  go(desk, { mode: 'idle' });
}
