import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  type HoverEvent,
  type HoverState,
  initialHover,
  STACK_CAP,
  step,
  type TimerName,
  type Under,
} from '../../../lib/hover';
import { CARD, target } from './driver';

const id = fc.constantFrom('soleimani', 'pmf', 'iran');
const entity = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g');
const rect = fc.constantFrom(CARD, { x: 0, y: 0, width: 10, height: 10 });
const under: fc.Arbitrary<Under> = fc.oneof(
  id.map((i): Under => ({ on: 'mention', target: target(i) })),
  fc.constantFrom<Under>({ on: 'card' }, { on: 'nothing' }),
);
/** Tokens near those that can be awaited, so that right and stale ones both come up often. */
const token = fc.integer({ min: 0, max: 30 });
const point = fc.record({ x: fc.integer({ min: 0, max: 600 }), y: fc.integer({ min: 0, max: 400 }) });

type Move =
  | { readonly move: 'event'; readonly event: HoverEvent<string> }
  /** Fires a timer that runs, or answers the question that is open, if there is one. */
  | { readonly move: 'fire'; readonly name: TimerName }
  | { readonly move: 'reply' };

const event: fc.Arbitrary<HoverEvent<string>> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('pointer' as const),
      at: point,
      time: fc.nat(5000),
      late: fc.constantFrom(0, 50, 100),
      under,
      held: fc.boolean(),
    }),
  },
  fc.constantFrom<HoverEvent<string>>(
    { type: 'pointer-gone' },
    { type: 'escape' },
    { type: 'press-outside' },
    { type: 'tab-hidden' },
    { type: 'visit-ended' },
    { type: 'pin' },
    { type: 'unpin' },
    { type: 'close' },
    { type: 'back' },
    { type: 'anchor', anchor: null },
  ),
  fc.record({
    type: fc.constant('timer' as const),
    name: fc.constantFrom<TimerName>('rest', 'prefetch', 'grace'),
    token,
  }),
  fc.record({ type: fc.constant('answer' as const), token, answer: fc.constant('x') }),
  fc.record({ type: fc.constant('no-answer' as const), token }),
  fc.record({ type: fc.constantFrom('summon' as const, 'tap' as const), target: id.map(target) }),
  fc.record({ type: fc.constant('focus' as const), inside: fc.boolean() }),
  fc.record({ type: fc.constantFrom('nested' as const, 'instead' as const), entity }),
  fc.record({ type: fc.constant('card-placed' as const), rect }),
  fc.record({ type: fc.constant('anchor' as const), anchor: rect }),
  fc.record({ type: fc.constant('rest-changed' as const), restMs: fc.integer({ min: -100, max: 2000 }) }),
);
const moves: fc.Arbitrary<Move[]> = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: event.map((e): Move => ({ move: 'event', event: e })) },
    {
      weight: 3,
      arbitrary: fc.constantFrom<TimerName>('rest', 'prefetch', 'grace').map((name): Move => ({ move: 'fire', name })),
    },
    { weight: 1, arbitrary: fc.constant<Move>({ move: 'reply' }) },
  ),
  { maxLength: 60 },
);

const awaited = (state: HoverState<string>): number[] => {
  const { is } = state;
  const asked = 'open' in is ? [is.open.question.token] : [];
  const resting = is.mode === 'resting' ? is.resting : is.mode === 'closing' ? is.next : null;
  return [...asked, ...(resting?.question ? [resting.question.token] : [])];
};

function toEvent(state: HoverState<string>, move: Move): HoverEvent<string> | null {
  if (move.move === 'event') return move.event;
  if (move.move === 'fire') {
    const running = state.timers[move.name];
    return running === undefined ? null : { type: 'timer', name: move.name, token: running };
  }
  const [open] = awaited(state);
  return open === undefined ? null : { type: 'answer', token: open, answer: 'x' };
}

const timersAllowed = ({ is }: HoverState<string>, names: readonly string[]): boolean => {
  const has = (name: string) => names.includes(name);
  switch (is.mode) {
    case 'resting':
      return has('rest') && !has('grace');
    case 'closing':
      return has('grace') && (is.next === null ? names.length === 1 : has('rest'));
    default:
      return names.length === 0;
  }
};

it('keeps its invariants through any sequence of events', () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(moves, (sequence) => {
      let state: HoverState<string> = initialHover(300);
      const running = new Map<TimerName, number>();
      const tokens = new Set<number>();
      let onScreen = false;
      let active: string | null = null;
      for (const move of sequence) {
        const next = toEvent(state, move);
        if (next === null) continue;
        const before = state;
        const stale =
          (next.type === 'timer' && before.timers[next.name] !== next.token) ||
          ((next.type === 'answer' || next.type === 'no-answer') && !awaited(before).includes(next.token));
        if (next.type === 'timer' && !stale) running.delete(next.name);
        const after = step(before, next);
        state = after.state;

        if (stale) {
          expect(state).toBe(before);
          expect(after.effects).toEqual([]);
        }
        for (const effect of after.effects) {
          if (effect.type === 'set-timer') running.set(effect.name, effect.token);
          if (effect.type === 'clear-timer') expect(running.delete(effect.name)).toBe(true);
          if (effect.type === 'set-timer' || effect.type === 'request-card') {
            expect(tokens.has(effect.token)).toBe(false);
            tokens.add(effect.token);
          }
          if (effect.type === 'show') onScreen = true;
          if (effect.type === 'hide') {
            expect(onScreen).toBe(true);
            onScreen = false;
          }
          if (['fill', 'turn', 'move', 'mode', 'focus-in'].includes(effect.type)) expect(onScreen).toBe(true);
          if (effect.type === 'mark-active') active = effect.mention?.id ?? null;
        }

        const { is } = state;
        reached.add(is.mode);
        // what the shell has on the screen and on its clock is what the state says
        expect(onScreen).toBe('open' in is);
        expect(Object.fromEntries(running)).toEqual(state.timers);
        expect(timersAllowed(state, [...running.keys()])).toBe(true);
        const tinted = is.mode === 'idle' ? null : is.mode === 'resting' ? is.resting.mention.id : is.open.mention.id;
        expect(active).toBe(tinted);
        if ('open' in is) expect(is.open.stack.length).toBeLessThanOrEqual(STACK_CAP);
        if (is.mode === 'hover' || is.mode === 'closing') expect(is.open.focusInside).toBe(false);
        if (is.mode === 'hover') expect(is.open.pointerIn).not.toBe('away');
        if (is.mode === 'focus') expect(is.open.focusInside).toBe(true);
        // nothing but the grace, over a card that is neither hovered nor focused, may hide by a timer
        if (next.type === 'timer' && after.effects.some((e) => e.type === 'hide'))
          expect(before.is.mode).toBe('closing');
        if (next.type === 'visit-ended') expect(is.mode).toBe('idle');
        if ((next.type === 'escape' || next.type === 'close') && 'open' in before.is) expect(is.mode).toBe('idle');
      }
    }),
    { numRuns: 500 },
  );
  expect([...reached].sort()).toEqual(['closing', 'focus', 'hover', 'idle', 'pinned', 'resting', 'sheet']);
});
