/** Hover and shell together over any sequence of what pointer, page and frame can do. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  type HoverEvent,
  type HoverState,
  initialHover,
  initialShell,
  openCard,
  restingOf,
  type ShellEvent,
  type ShellState,
  step,
  stepShell,
} from '../../../lib/hover';
import { CARD, type Drawing, target } from './driver';

type Move =
  | { readonly hover: HoverEvent<true> }
  | { readonly frame: ShellEvent<Drawing, string> }
  /** Fires a timer, draws what the frame was asked for, finds a place for it, loses the frame, goes out of sight … */
  | { readonly do: 'rest' | 'grace' | 'draw' | 'draw-late' | 'lose' | 'refuse' | 'allow' | 'narrow' | 'wide' | 'end' };

const id = fc.constantFrom('soleimani', 'pmf', 'iran');
const events: fc.Arbitrary<HoverEvent<true>> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('pointer' as const),
      at: fc.record({ x: fc.nat(600), y: fc.nat(400) }),
      time: fc.nat(5000),
      late: fc.constant(0),
      under: fc.oneof(
        id.map((one) => ({ on: 'mention' as const, target: target(one) })),
        fc.constant({ on: 'nothing' as const }),
      ),
      held: fc.constant(false),
    }),
  },
  fc.record({ type: fc.constantFrom('summon' as const, 'tap' as const), target: id.map(target) }),
  fc.constantFrom<HoverEvent<true>>(
    { type: 'escape' },
    { type: 'press-outside' },
    { type: 'tab-hidden' },
    { type: 'anchor', anchor: CARD },
    { type: 'visit-ended' },
  ),
);
const frame: fc.Arbitrary<ShellEvent<Drawing, string>> = fc.oneof(
  fc.constantFrom<ShellEvent<Drawing, string>>(
    { type: 'pin' },
    { type: 'unpin' },
    { type: 'close' },
    { type: 'back' },
    { type: 'choices-changed' },
    { type: 'pressed-outside' },
    { type: 'pointer-outside' },
    { type: 'rest' },
    { type: 'move' },
    { type: 'moved', x: 3, y: 4 },
    { type: 'nested', entity: 'x' },
    { type: 'instead', entity: 'y' },
  ),
  fc.record({ type: fc.constant('hold' as const), by: fc.constantFrom('note' as const, 'undo' as const, null) }),
  fc.record({ type: fc.constant('words' as const), unstored: fc.boolean() }),
  fc.record({ type: fc.constant('focus' as const), inside: fc.boolean() }),
  fc.record({
    type: fc.constant('pointer' as const),
    inside: fc.boolean(),
    passage: fc.constantFrom(null, { text: 'No.' }),
  }),
  fc.record({ type: fc.constant('no-card' as const), token: fc.integer({ min: 1, max: 12 }) }),
  fc.record({
    type: fc.constant('drawn' as const),
    token: fc.integer({ min: 1, max: 12 }),
    width: fc.constant(378),
    height: fc.constant(300),
    wide: fc.constant(378),
  }),
);
const moves = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: events.map((hover): Move => ({ hover })) },
    { weight: 4, arbitrary: frame.map((one): Move => ({ frame: one })) },
    {
      weight: 5,
      arbitrary: fc
        .constantFrom(...(['rest', 'rest', 'draw', 'draw', 'draw', 'grace', 'draw-late', 'wide'] as const))
        .map((one): Move => ({ do: one })),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom('lose', 'refuse', 'allow', 'narrow', 'end').map((one) => ({ do: one }) as Move),
    },
  ),
  { maxLength: 50 },
);

/** Both machines, a page and a frame that do what they are told. */
function play(sequence: readonly Move[]) {
  let hover: HoverState<true> = initialHover(300);
  let shell: ShellState<Drawing, string> = initialShell;
  const page = { inSight: false, frame: false, refused: false, fits: true, ended: false, time: 20_000 };
  /** The question that the frame was last asked to draw, and whether it was told that it is seen. */
  let inFrame: number | null = null;
  let toldSeen = false;
  const reached = new Set<string>();

  function tell(event: HoverEvent<true>): void {
    const after = step(hover, event);
    hover = after.state;
    for (const effect of after.effects) {
      if (effect.type === 'show') feed({ type: 'show', spot: effect.target.mention.id, line: 0, mode: effect.mode });
      else if (effect.type === 'request-card') ask(effect.token);
      else if (effect.type === 'move') feed({ type: 'move' });
      else if (effect.type === 'hide' || effect.type === 'focus-in') feed({ type: effect.type });
      else if (effect.type === 'mode') feed({ type: 'mode', mode: effect.mode });
    }
  }

  function ask(token: number): unknown {
    const card = openCard(hover);
    const on = card?.question.token === token ? card : restingOf(hover);
    if (!on) return tell({ type: 'no-answer', token });
    const ahead = hover.is.mode === 'closing' && on !== card;
    const mode = on === card ? (shell.shown?.mode ?? 'hover') : 'hover';
    return feed({ type: 'ask', spot: on.mention.id, drawing: { token, mode, passage: null }, ahead, passage: null });
  }

  function feed(event: ShellEvent<Drawing, string>): void {
    const before = shell;
    const { inSight, refused, ended, time } = page;
    const after = stepShell(shell, event, { hover, time, inSight, holdsFocus: false, refused, ended });
    shell = after.state;
    const stale = event.type === 'drawn' && event.token !== before.asked?.token;
    if (stale) {
      expect(shell).toBe(before);
      expect(after.effects).toEqual([]);
    }
    // A card that is hidden leaves nothing behind.
    if (event.type === 'hide' && !(ended && before.unstored)) {
      const { unstored, inside, pressed, chosen } = before;
      expect(shell).toEqual({ ...initialShell, unstored, inside, pressed, chosen });
    }
    for (const effect of after.effects) {
      reached.add(effect.type);
      switch (effect.type) {
        case 'tell':
          tell(effect.event);
          break;
        case 'say':
          if (effect.say.type === 'draw') inFrame = effect.say.drawing.token;
          if (effect.say.type === 'clear') inFrame = null;
          if (effect.say.type === 'shown') {
            expect(page.inSight).toBe(true);
            expect(toldSeen).toBe(false);
            toldSeen = true;
          }
          break;
        case 'prepare':
          if (!page.refused) page.frame = true;
          break;
        case 'request-card':
          ask(effect.token);
          break;
        case 'place':
          expect(effect.height).toBe(shell.asked?.height);
          if (!page.frame) break;
          if (effect.by !== 'words' || page.fits) feed({ type: 'placed', rect: CARD });
          else if (openCard(hover)) feed({ type: 'no-place' });
          break;
        case 'reveal':
          expect(openCard(hover)).not.toBeNull();
          expect(shell.asked?.height).toBeGreaterThan(0);
          expect(page.refused).toBe(false);
          page.inSight = true;
          break;
        case 'away':
          expect(ended && before.unstored && event.type === 'hide').toBe(false);
          page.inSight = false;
          toldSeen = false;
          break;
        case 'focus':
          expect(page.inSight).toBe(true);
          break;
        case 'drop':
          expect(shell.unstored).toBe(false);
          expect(openCard(hover)).toBeNull();
          page.frame = false;
          page.inSight = false;
          toldSeen = false;
          break;
        case 'refused':
          expect(page.refused).toBe(true);
          break;
      }
    }
  }

  const fire = (name: 'rest' | 'grace') => {
    const token = hover.timers[name];
    if (token !== undefined) tell({ type: 'timer', name, token });
  };
  const lose = () => {
    page.frame = false;
    page.inSight = false;
    inFrame = null;
    toldSeen = false;
    feed({ type: 'lost' });
  };

  for (const move of sequence) {
    page.time += 700;
    if ('hover' in move) tell(move.hover);
    else if ('frame' in move) feed(move.frame);
    else if (move.do === 'rest' || move.do === 'grace') fire(move.do);
    else if (move.do === 'draw' && inFrame !== null)
      feed({ type: 'drawn', token: inFrame, width: 378, height: 200, wide: page.frame ? 378 : null });
    else if (move.do === 'draw-late' && inFrame !== null)
      feed({ type: 'drawn', token: inFrame, width: 200, height: 200, wide: 378 });
    else if (move.do === 'lose') lose();
    else if (move.do === 'refuse') {
      page.refused = true;
      lose();
    } else if (move.do === 'allow') page.refused = false;
    else if (move.do === 'narrow' || move.do === 'wide') page.fits = move.do === 'wide';
    else if (move.do === 'end') {
      page.ended = true;
      tell({ type: 'visit-ended' });
    }

    const card = openCard(hover);
    // What the page shows is what hover has open, but for words that outlive the extension.
    if (!page.ended) {
      expect(shell.shown !== null).toBe(card !== null);
      if (card) expect(shell.shown?.spot).toBe(card.mention.id);
      if (page.inSight) expect(card).not.toBeNull();
    }
    if (shell.asked && card && !page.ended) expect(shell.asked.token).toBeLessThanOrEqual(card.question.token);
    // Neither a pointer nor a scroll may end what is in use.
    if ('frame' in move && move.frame.type === 'hold' && move.frame.by && card)
      expect(['pinned', 'sheet']).toContain(hover.is.mode);
    expect(toldSeen).toBe(page.inSight);
  }
  return reached;
}

it('keeps its invariants through any sequence of events', () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(moves, (sequence) => {
      for (const one of play(sequence)) reached.add(one);
    }),
    { numRuns: 500 },
  );
  expect([...reached].sort()).toEqual([
    'away',
    'chosen',
    'drop',
    'focus',
    'pinned',
    'place',
    'prepare',
    'refused',
    'request-card',
    'reveal',
    'say',
    'tell',
  ]);
});
