/**
 * How an open card of hover becomes one that stands before the reader, in a frame that draws out of our sight and can be
 * taken at any time: one pure function from a state and an event to a state and effects.
 *
 *   the frame   NOTHING ── hover asks ──► ASKED ── drawn ──► DRAWN ── hover asks another: ASKED
 *                  ▲                        │                  │
 *                  └──── hidden, lost ──────┴──────────────────┘
 *   hover       CLOSED ── show ──► OPEN ── hide ──► CLOSED
 *
 *   OPEN and DRAWN: a place is sought ── found ──► IN SIGHT ("shown" is said once, the focus goes in if it was wanted)
 *                                     └─ none ───► hover closes it
 *
 *   its place   BY ITS WORDS ── pinned by the reader ──► BY ITSELF, and moved by him ── hidden ──► BY ITS WORDS
 *   in use      FREE ── a note, something to undo: pinned by us ──► HELD ── over: unpinned ──► FREE
 *                                                                    └─ the reader pins or unpins: his word holds
 *
 * Invariants (all proved by `test/unit/hover/shell.property.test.ts`): nothing is revealed that is not open and drawn;
 * a card that is hidden leaves nothing behind but that its words are not stored; a frame with such words is never
 * dropped, nor hidden once the extension is gone; an answer to a question that is not awaited leaves the very same state.
 */
import { openCard } from '../machine';
import type { CardMode, HoverEvent } from '../types';
import type { AnyDrawing, Seen, ShellEffect, ShellEvent, ShellState, ShellStep } from './types';

/** ms in which the focus follows a press: what leaves the card then was sent away by the reader. */
const PRESS_MS = 1_000;
/** ms in which what was pressed is taken back where its frame goes (lib/border): the page's doing, not ours. */
const UNDO_MS = 10_000;

/** How things stand when no card is open and none is asked for. */
const HIDDEN = {
  asked: null,
  shown: null,
  passage: null,
  held: null,
  pinned: false,
  stays: false,
  focus: false,
} as const;

export const initialShell: ShellState<never, never> = {
  ...HIDDEN,
  unstored: false,
  inside: false,
  pressed: Number.NEGATIVE_INFINITY,
  chosen: Number.NEGATIVE_INFINITY,
};

export function stepShell<D extends AnyDrawing, Spot>(
  before: ShellState<D, Spot>,
  event: ShellEvent<D, Spot>,
  seen: Seen,
): ShellStep<D, Spot> {
  let state = before;
  const effects: ShellEffect<D, Spot>[] = [];
  const { hover, time } = seen;
  const open = openCard(hover);

  const put = (change: Partial<ShellState<D, Spot>>) => {
    state = { ...state, ...change };
  };
  const emit = (effect: ShellEffect<D, Spot>) => effects.push(effect);
  const say = (words: Extract<ShellEffect<D, Spot>, { type: 'say' }>['say']) => emit({ type: 'say', say: words });
  const tell = (what: HoverEvent<true>) => emit({ type: 'tell', event: what });

  function setMode(mode: CardMode) {
    if (!state.shown) return;
    put({ shown: { ...state.shown, mode } });
    say({ type: 'mode', mode });
  }

  /** Seeks the place of what is drawn, before it is open too: the card then stands in the frame that shows it. */
  function place(x = 0, y = 0) {
    const { asked, shown, stays } = state;
    if (asked?.height == null) return;
    const by = shown?.mode === 'sheet' ? 'edge' : stays ? 'itself' : 'words';
    emit({ type: 'place', by, x, y, height: asked.height });
  }

  handle();
  return { state, effects };

  function handle(): unknown {
    switch (event.type) {
      case 'show': {
        const { spot, line, mode } = event;
        emit({ type: 'away' });
        put({ shown: { spot, line, mode } });
        emit({ type: 'prepare', spot, mode });
        if (seen.refused) {
          tell({ type: 'close' });
          return emit({ type: 'refused', spot });
        }
        if (!open) return;
        const { token } = open.question;
        // Drawn during the rest, or only looked up, or not even that.
        if (state.asked?.token !== token) return emit({ type: 'request-card', token });
        if (mode !== state.asked.mode) setMode(mode);
        return place();
      }
      case 'ask': {
        const { spot, drawing, ahead } = event;
        const { token, mode } = drawing;
        emit({ type: 'prepare', spot, mode });
        if (seen.refused) return;
        // Another card is on the screen: it is not to be drawn over.
        if (ahead) return say({ type: 'look-up', drawing });
        if (state.asked?.token === token) return;
        const passage = event.passage ?? (open && state.passage);
        put({ asked: { token, spot, mode, height: null }, passage });
        return say({ type: 'draw', drawing: { ...drawing, passage } });
      }
      case 'hide':
        // The extension is gone, and words are not stored: the card stays, to be copied from.
        if (seen.ended && state.unstored) return;
        emit({ type: 'away' });
        if (state.shown) say({ type: 'clear' });
        return put(HIDDEN);
      case 'mode':
        return setMode(event.mode);
      case 'focus-in':
        if (seen.inSight) emit({ type: 'focus' });
        return put({ focus: !seen.inSight });
      case 'move':
        return place();
      case 'moved':
        return state.stays && place(event.x, event.y);
      case 'placed':
        if (!state.shown || !open) return;
        emit({ type: 'reveal' });
        if (state.focus) emit({ type: 'focus' });
        put({ focus: false });
        if (!seen.inSight) say({ type: 'shown' });
        return tell({ type: 'card-placed', rect: event.rect });
      case 'no-place':
        // A card in a corner would be worse than none.
        return state.shown && tell({ type: 'anchor', anchor: null });
      case 'drawn': {
        const { asked } = state;
        const { token, wide, width, height } = event;
        if (asked?.token !== token || wide === null) return;
        // Laid out before the frame had the width that it has now: it says so again. One that is out of sight does not:
        // it hears of another width only when it is shown (Chromium 156).
        if (seen.inSight && Math.abs(width - wide) > 1) return;
        put({ asked: { ...asked, height } });
        if (asked.height === null) tell({ type: 'answer', token, answer: true });
        return place();
      }
      case 'no-card': {
        const { token } = event;
        const nothingBelow = open?.question.token === token && open.stack.length === 1;
        return tell(nothingBelow ? { type: 'close' } : { type: 'no-answer', token });
      }
      case 'pin':
        put({ pinned: false, stays: true });
        tell({ type: 'pin' });
        return emit({ type: 'pinned' });
      case 'unpin':
      case 'close':
      case 'back':
      case 'escape':
        put({ pinned: false });
        return tell({ type: event.type });
      case 'nested':
      case 'instead':
        return tell(event);
      case 'hold': {
        // Neither a pointer that leaves nor a scroll may end the card.
        const { by } = event;
        const { mode } = hover.is;
        put({ held: by });
        const pins = by !== null && (mode === 'hover' || mode === 'focus' || mode === 'closing');
        if (!pins && (by !== null || !state.pinned)) return;
        put({ pinned: pins });
        return tell({ type: pins ? 'pin' : 'unpin' });
      }
      case 'focus': {
        const { inside } = event;
        // The whole window lost it, or the tab: the card stays in use.
        const stays = !inside && seen.holdsFocus;
        if (!inside) say({ type: 'focus-left', asked: stays || time - state.pressed < PRESS_MS || !open });
        return !stays && tell({ type: 'focus', inside });
      }
      case 'pointer': {
        const { inside, passage } = event;
        const { pointer } = hover;
        const was = state.inside;
        put({ inside: inside });
        if (!inside) return was && tell({ type: 'pointer-gone' });
        if (!pointer) return;
        tell({ type: 'pointer', ...pointer, late: 0, under: { on: 'card' }, held: false });
        if (!passage || passage.text === state.passage?.text) return;
        put({ passage });
        return say({ type: 'passage', passage });
      }
      case 'pointer-outside':
        return put({ inside: false });
      case 'pressed-outside':
        put({ pressed: time });
        return state.held === 'undo' && tell({ type: 'close' });
      case 'words':
        return put({ unstored: event.unstored });
      case 'choices-changed':
        put({ chosen: time });
        return emit({ type: 'chosen' });
      case 'lost': {
        const { shown } = state;
        put({ asked: null, unstored: false });
        if (open) tell({ type: 'close' });
        return shown && seen.refused && emit({ type: 'refused', spot: shown.spot });
      }
      case 'rest':
        return !open && !state.unstored && time - state.chosen > UNDO_MS && emit({ type: 'drop' });
      case 'ready':
      case 'gone':
        return;
      default:
        return event satisfies never;
    }
  }
}
