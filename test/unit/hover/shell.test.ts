/** The shell's machine, rule by rule; what hover and a page make of it together is in test/unit/reader/card-shell. Long because it has a case a rule. */
import { describe, expect, it } from 'vitest';
import {
  type HoverState,
  initialHover,
  initialShell,
  type ShellEffect,
  type ShellEvent,
  type ShellState,
  stepShell,
} from '../../../lib/hover';
import { CARD, type Drawing, target } from './driver';

type Event = ShellEvent<Drawing, string>;
type Mode = Exclude<HoverState['is']['mode'], 'idle' | 'resting'>;

const idle: HoverState = initialHover();

/** Hover with an open card that waits for the answer to question 1. */
function openIn(mode: Mode, pointer: HoverState['pointer'] = null, deep = false): HoverState {
  const { mention, anchor } = target('soleimani');
  const { entity } = mention;
  const question = { entity, token: 1 };
  const open = {
    mention,
    anchor,
    stack: deep ? ([entity, 'iran'] as const) : ([entity] as const),
    question,
    card: null,
    focusInside: false,
    pointerIn: 'mention' as const,
  };
  const apex = { x: 0, y: 0 };
  const is =
    mode === 'closing'
      ? { mode, open, apex, under: null, next: null }
      : mode === 'hover'
        ? { mode, open, apex }
        : { mode, open };
  return { ...idle, is, pointer };
}

function stage(hover: HoverState = openIn('hover')) {
  let state: ShellState<Drawing, string> = initialShell;
  const seen = { hover, time: 5_000, inSight: false, holdsFocus: false, refused: false, ended: false };
  const send = (event: Event): readonly ShellEffect<Drawing, string>[] => {
    const after = stepShell(state, event, seen);
    state = after.state;
    return after.effects;
  };
  const ask = (change: Partial<Drawing> = {}, ahead = false) =>
    send({
      type: 'ask',
      spot: 'a',
      drawing: { token: 1, mode: 'hover', passage: null, ...change },
      ahead,
      passage: null,
    });
  const show = (mode: Drawing['mode'] = 'hover', line = 0) => send({ type: 'show', spot: 'a', line, mode });
  const drawn = (change: object = {}) =>
    send({ type: 'drawn', token: 1, width: 378, height: 200, wide: 378, ...change });
  return { send, ask, show, drawn, seen, state: () => state };
}
const place = (by: 'edge' | 'itself' | 'words', height = 200, x = 0, y = 0) => ({ type: 'place', by, x, y, height });
const tell = (event: object) => ({ type: 'tell', event });
const say = (words: object) => ({ type: 'say', say: words });

describe('asking the frame to draw', () => {
  it('creates a host for the words first, then draws, with the current selection', () => {
    const { send, ask } = stage();
    expect(ask()).toEqual([
      { type: 'prepare', spot: 'a', mode: 'hover' },
      say({ type: 'draw', drawing: { token: 1, mode: 'hover', passage: null } }),
    ]);
    const drawing = { token: 2, mode: 'sheet', passage: null } as const;
    const passage = { text: 'No.' };
    expect(send({ type: 'ask', spot: 'b', drawing, ahead: false, passage })).toEqual([
      { type: 'prepare', spot: 'b', mode: 'sheet' },
      say({ type: 'draw', drawing: { ...drawing, passage } }),
    ]);
  });

  it('keeps the selection while the card is open, and forgets it for another one', () => {
    const opened = stage();
    opened.send({
      type: 'ask',
      spot: 'a',
      drawing: { token: 1, mode: 'hover', passage: null },
      ahead: false,
      passage: { text: 'No.' },
    });
    opened.ask({ token: 2 });
    expect(opened.state().passage).toEqual({ text: 'No.' });
    opened.seen.hover = idle;
    opened.ask({ token: 3 });
    expect(opened.state().passage).toBeNull();
  });

  it('draws nothing over a card that is still shown, and nothing twice', () => {
    const { ask, state } = stage();
    const drawing = { token: 1, mode: 'hover', passage: null };
    expect(ask({}, true)).toContainEqual(say({ type: 'look-up', drawing }));
    expect(state().asked).toBeNull();
    ask();
    expect(ask()).toEqual([{ type: 'prepare', spot: 'a', mode: 'hover' }]);
  });

  it('does nothing if no frame is possible', () => {
    const { ask, seen, state } = stage();
    seen.refused = true;
    expect(ask()).toEqual([{ type: 'prepare', spot: 'a', mode: 'hover' }]);
    expect(state().asked).toBeNull();
  });
});

describe('showing a card', () => {
  it('removes the previous one, and draws what was not drawn during the rest', () => {
    const { show, state } = stage();
    expect(show('hover', 2)).toEqual([
      { type: 'away' },
      { type: 'prepare', spot: 'a', mode: 'hover' },
      { type: 'request-card', token: 1 },
    ]);
    expect(state().shown).toEqual({ spot: 'a', line: 2, mode: 'hover' });
  });

  it('finds a place for what is drawn already, and tells the frame of a changed mode', () => {
    const { ask, drawn, show } = stage();
    ask();
    drawn();
    expect(show().slice(2)).toEqual([place('words')]);
    expect(show('focus').slice(2)).toEqual([say({ type: 'mode', mode: 'focus' }), place('words')]);
    expect(show('sheet').slice(2)).toEqual([say({ type: 'mode', mode: 'sheet' }), place('edge')]);
  });

  it('reports beside the words that no card is possible, and asks no more', () => {
    const { show, seen } = stage();
    seen.refused = true;
    expect(show().slice(2)).toEqual([tell({ type: 'close' }), { type: 'refused', spot: 'a' }]);
  });

  it('is abandoned if it was overtaken', () => {
    const { ask, drawn, show, seen } = stage();
    ask();
    drawn();
    seen.hover = idle;
    expect(show()).toHaveLength(2);
  });
});

describe('a drawing reported by the frame', () => {
  it('answers hover once, and is placed each time', () => {
    const { ask, drawn, show } = stage();
    ask();
    expect(drawn()).toEqual([tell({ type: 'answer', token: 1, answer: true }), place('words')]);
    show();
    expect(drawn({ height: 260 })).toEqual([place('words', 260)]);
  });

  it.each([
    ['of another question', { token: 2 }, {}],
    ['without a frame', { wide: null }, {}],
    ['for another width, before the reader’s eyes', { width: 300 }, { inSight: true }],
  ])('is ignored: %s', (_, change, seen) => {
    const it = stage();
    it.ask();
    Object.assign(it.seen, seen);
    const before = it.state();
    expect(it.drawn(change)).toEqual([]);
    expect(it.state()).toBe(before);
  });

  it('is accepted for another width when hidden, and within a pixel when visible', () => {
    const { ask, drawn, seen } = stage();
    ask();
    expect(drawn({ width: 300 })).not.toEqual([]);
    seen.inSight = true;
    expect(drawn({ width: 377 })).not.toEqual([]);
    expect(drawn({ width: 376.5 })).toEqual([]);
  });
});

describe('a place for the card', () => {
  it('shows the card, reports that once, and gives it the requested focus', () => {
    const { ask, drawn, show, send, seen } = stage();
    show();
    ask();
    drawn();
    send({ type: 'focus-in' });
    const placed = tell({ type: 'card-placed', rect: CARD });
    expect(send({ type: 'placed', rect: CARD })).toEqual([
      { type: 'reveal' },
      { type: 'focus' },
      say({ type: 'shown' }),
      placed,
    ]);
    seen.inSight = true;
    expect(send({ type: 'placed', rect: CARD })).toEqual([{ type: 'reveal' }, placed]);
    expect(send({ type: 'focus-in' })).toEqual([{ type: 'focus' }]);
    expect(send({ type: 'placed', rect: CARD })).toEqual([{ type: 'reveal' }, placed]);
  });

  it('shows nothing that is not open', () => {
    const { ask, drawn, show, send, seen } = stage();
    ask();
    drawn();
    expect(send({ type: 'placed', rect: CARD })).toEqual([]);
    expect(send({ type: 'no-place' })).toEqual([]);
    show();
    expect(send({ type: 'no-place' })).toEqual([tell({ type: 'anchor', anchor: null })]);
    seen.hover = idle;
    expect(send({ type: 'placed', rect: CARD })).toEqual([]);
  });

  it('is searched again when the words move, if anything is drawn', () => {
    const { ask, drawn, send } = stage();
    expect(send({ type: 'move' })).toEqual([]);
    ask();
    expect(send({ type: 'move' })).toEqual([]);
    drawn();
    expect(send({ type: 'move' })).toEqual([place('words')]);
  });

  it('is the reader’s own for a pinned card, and where it is moved to, but not for a sheet', () => {
    const { ask, drawn, show, send } = stage();
    show();
    ask();
    drawn();
    expect(send({ type: 'moved', x: 3, y: 4 })).toEqual([]);
    expect(send({ type: 'pin' })).toEqual([tell({ type: 'pin' }), { type: 'pinned' }]);
    expect(send({ type: 'moved', x: 3, y: 4 })).toEqual([place('itself', 200, 3, 4)]);
    expect(send({ type: 'move' })).toEqual([place('itself')]);
    send({ type: 'mode', mode: 'sheet' });
    expect(send({ type: 'move' })).toEqual([place('edge')]);
  });
});

describe('hiding a card', () => {
  it('leaves only what outlives a card', () => {
    const { ask, drawn, show, send, state } = stage();
    const events: Event[] = [
      { type: 'focus-in' },
      { type: 'hold', by: 'undo' },
      { type: 'pin' },
      { type: 'words', unstored: true },
      { type: 'pressed-outside' },
      { type: 'choices-changed' },
      { type: 'pointer', inside: true, passage: { text: 'No.' } },
    ];
    show();
    ask();
    drawn();
    for (const event of events) send(event);
    expect(send({ type: 'hide' })).toEqual([{ type: 'away' }, say({ type: 'clear' })]);
    expect(state()).toEqual({ ...initialShell, unstored: true, inside: true, pressed: 5_000, chosen: 5_000 });
    expect(send({ type: 'hide' })).toEqual([{ type: 'away' }]);
    expect(send({ type: 'mode', mode: 'pinned' })).toEqual([]);
  });

  it('keeps the card of an extension that is gone as long as words in it are not stored', () => {
    const { show, send, seen, state } = stage();
    show();
    seen.ended = true;
    send({ type: 'words', unstored: true });
    expect(send({ type: 'hide' })).toEqual([]);
    expect(state().shown).not.toBeNull();
    send({ type: 'words', unstored: false });
    expect(send({ type: 'hide' })).toEqual([{ type: 'away' }, say({ type: 'clear' })]);
  });
});

describe('a press in the card', () => {
  it.each([
    { type: 'unpin' },
    { type: 'close' },
    { type: 'back' },
    { type: 'escape' },
    { type: 'nested', entity: 'iran' },
    { type: 'instead', entity: 'iran' },
  ] as const)('is passed to hover: $type', (event) => {
    expect(stage().send(event)).toEqual([tell(event)]);
  });

  it('closes a card with nothing to show, if no other is below', () => {
    const { send, seen } = stage();
    expect(send({ type: 'no-card', token: 1 })).toEqual([tell({ type: 'close' })]);
    expect(send({ type: 'no-card', token: 2 })).toEqual([tell({ type: 'no-answer', token: 2 })]);
    seen.hover = openIn('hover', null, true);
    expect(send({ type: 'no-card', token: 1 })).toEqual([tell({ type: 'no-answer', token: 1 })]);
  });

  it('tells the page of a choice, and keeps the frame while it can be undone', () => {
    const { send, seen } = stage(idle);
    expect(send({ type: 'choices-changed' })).toEqual([{ type: 'chosen' }]);
    seen.time = 15_000;
    expect(send({ type: 'rest' })).toEqual([]);
    seen.time = 15_001;
    expect(send({ type: 'rest' })).toEqual([{ type: 'drop' }]);
    seen.hover = openIn('hover');
    expect(send({ type: 'rest' })).toEqual([]);
    seen.hover = idle;
    send({ type: 'words', unstored: true });
    expect(send({ type: 'rest' })).toEqual([]);
  });

  it('leaves no frame behind in which nothing was ever chosen', () => {
    const { send, seen } = stage(idle);
    seen.time = 1;
    expect(send({ type: 'rest' })).toEqual([{ type: 'drop' }]);
  });
});

describe('a card in use', () => {
  it.each(['hover', 'focus', 'closing'] as const)('is pinned by us, and unpinned again: %s', (mode) => {
    const { send, seen } = stage(openIn(mode));
    expect(send({ type: 'hold', by: 'note' })).toEqual([tell({ type: 'pin' })]);
    seen.hover = openIn('pinned');
    expect(send({ type: 'hold', by: 'undo' })).toEqual([]);
    expect(send({ type: 'hold', by: null })).toEqual([tell({ type: 'unpin' })]);
    expect(send({ type: 'hold', by: null })).toEqual([]);
  });

  it.each(['pin', 'unpin', 'close', 'back', 'escape'] as const)('stays as the reader has decided after: %s', (type) => {
    const { send } = stage();
    send({ type: 'hold', by: 'note' });
    send({ type });
    expect(send({ type: 'hold', by: null })).toEqual([]);
  });

  it.each(['pinned', 'sheet'] as const)('needs no pin of ours if it is held already: %s', (mode) => {
    const { send } = stage(openIn(mode));
    expect(send({ type: 'hold', by: 'note' })).toEqual([]);
    expect(send({ type: 'hold', by: null })).toEqual([]);
  });

  it('with something to undo is released by a press outside, but not with a note', () => {
    const { send } = stage();
    send({ type: 'hold', by: 'undo' });
    expect(send({ type: 'pressed-outside' })).toEqual([tell({ type: 'close' })]);
    send({ type: 'hold', by: 'note' });
    expect(send({ type: 'pressed-outside' })).toEqual([]);
  });
});

describe('focus and pointer', () => {
  const left = (asked: boolean) => say({ type: 'focus-left', asked });
  const gone = tell({ type: 'focus', inside: false });

  it('tells whether the reader moved the focus', () => {
    const { send, seen } = stage();
    expect(send({ type: 'focus', inside: true })).toEqual([tell({ type: 'focus', inside: true })]);
    expect(send({ type: 'focus', inside: false })).toEqual([left(false), gone]);
    send({ type: 'pressed-outside' });
    seen.time = 5_999;
    expect(send({ type: 'focus', inside: false })).toEqual([left(true), gone]);
    seen.time = 6_000;
    expect(send({ type: 'focus', inside: false })).toEqual([left(false), gone]);
    seen.hover = idle;
    expect(send({ type: 'focus', inside: false })).toEqual([left(true), gone]);
  });

  it('keep the card when the whole window lost the focus, unless the card has it', () => {
    const { send, seen } = stage();
    seen.holdsFocus = true;
    expect(send({ type: 'focus', inside: false })).toEqual([left(true)]);
    expect(send({ type: 'focus', inside: true })).toEqual([tell({ type: 'focus', inside: true })]);
  });

  it('follow the pointer into the frame, from where the page saw it last', () => {
    const { send, seen } = stage();
    expect(send({ type: 'pointer', inside: true, passage: { text: 'No.' } })).toEqual([]);
    seen.hover = openIn('hover', { at: { x: 7, y: 8 }, time: 90 });
    expect(send({ type: 'pointer', inside: true, passage: null })).toEqual([
      tell({ type: 'pointer', at: { x: 7, y: 8 }, time: 90, late: 0, under: { on: 'card' }, held: false }),
    ]);
  });

  it('tell the frame what has been selected since', () => {
    const { send, seen } = stage(openIn('hover', { at: { x: 7, y: 8 }, time: 90 }));
    const enter = (passage: Drawing['passage']) => send({ type: 'pointer', inside: true, passage }).slice(1);
    expect(enter({ text: 'No.' })).toEqual([say({ type: 'passage', passage: { text: 'No.' } })]);
    expect(enter({ text: 'No.' })).toEqual([]);
    expect(enter(null)).toEqual([]);
    expect(seen.hover.pointer).not.toBeNull();
  });

  it('report that the pointer left the frame only if it was there, and the page has not seen it since', () => {
    const { send } = stage();
    const leave = () => send({ type: 'pointer', inside: false, passage: null });
    expect(leave()).toEqual([]);
    send({ type: 'pointer', inside: true, passage: null });
    expect(leave()).toEqual([tell({ type: 'pointer-gone' })]);
    expect(leave()).toEqual([]);
    send({ type: 'pointer', inside: true, passage: null });
    send({ type: 'pointer-outside' });
    expect(leave()).toEqual([]);
  });
});

describe('a frame that is lost', () => {
  it('closes its card, and forgets its words and what was asked of it', () => {
    const { ask, show, send, state } = stage();
    show();
    ask();
    send({ type: 'words', unstored: true });
    expect(send({ type: 'lost' })).toEqual([tell({ type: 'close' })]);
    expect(state()).toMatchObject({ asked: null, unstored: false });
  });

  it('for good is reported beside the words of the card that was there', () => {
    const { show, send, seen } = stage();
    show();
    seen.refused = true;
    expect(send({ type: 'lost' })).toEqual([tell({ type: 'close' }), { type: 'refused', spot: 'a' }]);
    send({ type: 'hide' });
    seen.hover = idle;
    expect(send({ type: 'lost' })).toEqual([]);
  });
});
