/** Drives the machine in tests: keeps the state, a clock and the timers that the effects asked for. */
import {
  type HoverEffect,
  type HoverEvent,
  type HoverState,
  initialHover,
  type Rect,
  step,
  type Target,
  type TimerName,
  type Under,
} from '../../../lib/hover';

const ANCHORS: Readonly<Record<string, Rect>> = {
  soleimani: { x: 100, y: 100, width: 80, height: 20 },
  pmf: { x: 300, y: 100, width: 40, height: 20 },
  // lies between "soleimani" and its card
  iran: { x: 120, y: 124, width: 40, height: 12 },
};
export const CARD: Rect = { x: 90, y: 140, width: 380, height: 200 };

/** As far as the shell's machine looks into one. */
export interface Drawing {
  readonly token: number;
  readonly mode: 'hover' | 'pinned' | 'focus' | 'sheet';
  readonly passage: { readonly text: string } | null;
}

export const target = (id: string): Target => ({
  mention: { id, entity: `entity-${id}` },
  anchor: ANCHORS[id] ?? { x: 0, y: 0, width: 10, height: 10 },
});
export const over = (id: string): Under => ({ on: 'mention', target: target(id) });

export function drive(restMs = 300) {
  let state: HoverState<string> = initialHover(restMs);
  let now = 0;
  const due = new Map<TimerName, { at: number; token: number }>();
  const log: HoverEffect<string>[] = [];

  function send(event: HoverEvent<string>): readonly HoverEffect<string>[] {
    const after = step(state, event);
    state = after.state;
    for (const effect of after.effects) {
      if (effect.type === 'set-timer') due.set(effect.name, { at: now + effect.ms, token: effect.token });
      if (effect.type === 'clear-timer') due.delete(effect.name);
    }
    log.push(...after.effects);
    return after.effects;
  }

  /** Lets time pass, firing timers in their order. */
  function wait(ms: number): void {
    const end = now + ms;
    for (;;) {
      const [name, timer] = [...due].sort((a, b) => a[1].at - b[1].at)[0] ?? [];
      if (name === undefined || timer === undefined || timer.at > end) break;
      now = timer.at;
      due.delete(name);
      send({ type: 'timer', name, token: timer.token });
    }
    now = end;
  }

  const move = (x: number, y: number, under: Under, held = false, late = 0) =>
    send({ type: 'pointer', at: { x, y }, time: now - late, late, under, held });

  return {
    send,
    wait,
    move,
    /** Comes to rest slowly on a mention: two moves 50 ms apart. */
    enter(id: string) {
      const { x, y } = target(id).anchor;
      move(x + 5, y + 5, over(id));
      wait(50);
      move(x + 6, y + 6, over(id));
    },
    /** Opens the card of a mention by hover and places it. */
    open(id = 'soleimani') {
      this.enter(id);
      wait(1000);
      send({ type: 'card-placed', rect: CARD });
    },
    state: () => state,
    mode: () => state.is.mode,
    timers: () => [...due.keys()],
    shown: () => log.flatMap((e) => (e.type === 'show' ? [e.target.mention.id] : [])),
    of: <T extends HoverEffect['type']>(type: T) =>
      log.filter((e): e is Extract<HoverEffect<string>, { type: T }> => e.type === type),
  };
}

/** A card that only the grace keeps, the pointer beside it. */
export function closing(): ReturnType<typeof drive> {
  const hover = drive();
  hover.open();
  hover.move(600, 20, { on: 'nothing' });
  if (hover.mode() !== 'closing') throw new Error(`it is ${hover.mode()}`);
  return hover;
}
