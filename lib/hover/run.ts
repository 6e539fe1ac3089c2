/**
 * Holds the state of one machine and runs its timers; every other effect goes to the shell. Still pure as this room
 * means it: the clock is injected.
 */
import { HALF_FRAME_MS } from './delays';
import { initialHover, step } from './machine';
import type { HoverEffect, HoverEvent, HoverState, TimerName } from './types';

export interface HoverSeams<Handle, Answer> {
  readonly restMs: number;
  readonly setTimeout: (run: () => void, ms: number) => Handle;
  readonly clearTimeout: (handle: Handle) => void;
  readonly onEffect: (effect: Exclude<HoverEffect<Answer>, { type: 'set-timer' | 'clear-timer' }>) => void;
}

export interface Hover<Answer> {
  readonly send: (event: HoverEvent<Answer>) => void;
  readonly state: () => HoverState<Answer>;
}

export function runHover<Handle, Answer>(seams: HoverSeams<Handle, Answer>): Hover<Answer> {
  let state: HoverState<Answer> = initialHover(seams.restMs);
  const timers = new Map<TimerName, Handle>();
  // An effect may send an event immediately (a cached answer, a placed card): it waits its turn, so that effects run in
  // the machine's order.
  const queue: HoverEvent<Answer>[] = [];
  let busy = false;

  const stop = (name: TimerName): void => {
    const handle = timers.get(name);
    if (handle !== undefined) seams.clearTimeout(handle);
    timers.delete(name);
  };

  const send = (event: HoverEvent<Answer>): void => {
    queue.push(event);
    if (busy) return;
    busy = true;
    try {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        const after = step(state, next);
        state = after.state;
        for (const effect of after.effects) {
          if (effect.type === 'clear-timer') stop(effect.name);
          else if (effect.type === 'set-timer') {
            const { name, token } = effect;
            const ms = name === 'rest' ? Math.max(0, effect.ms - HALF_FRAME_MS) : effect.ms;
            stop(name);
            timers.set(
              name,
              seams.setTimeout(() => {
                timers.delete(name);
                send({ type: 'timer', name, token });
              }, ms),
            );
          } else seams.onEffect(effect);
        }
      }
    } finally {
      busy = false;
    }
  };

  return { send, state: () => state };
}
