/**
 * What stands in the frame of a card: what it was asked to draw, what it waits for, and what the reader's presses made of
 * it. One pure function from a state and an event to a state and effects; `entrypoints/card` carries them out.
 *
 *   the card    EMPTY ── draw ──► ASKED ── the card comes ──► DRAWN ── shown ──► SEEN ── clear ──► EMPTY
 *                 another drawing at any time: ASKED again, what was drawn stays until its card comes (or "no card" is said)
 *
 *   article     ── SEEN, and one is to be fetched without a press ──► ASKED FOR, once an entity ── it comes ──► drawn
 *   a press     ── did something ──► DONE ── undone, its time over, clear ──► nothing to undo
 *                                     └─ its time over, the card's matter gone and no note written: the card closes
 *   the field   OPEN ── the focus leaves while a note is written ──► CHECKING ── the reader's own deed ──► OPEN
 *                └── the focus is not there after all ──► TAKEN ◄─┘ not his ── he says so: OPEN
 *
 * Invariants (proved by `test/unit/hover/frame.property.test.ts`): what is drawn is what was wanted last, never the late
 * answer to an older question, for which the very same state is left; what comes for one entity changes no other's card;
 * nothing is asked without a press before the card is seen, nor twice; what can be undone holds the card, and so does
 * a note; a card that was cleared leaves nothing behind.
 */
import type { AnyAnswer, AnyDone, AnyDrawing, FrameEffect, FrameEvent, FrameState, FrameStep, ToReader } from './types';

/** How things stand when nothing is drawn and nothing wanted. */
const EMPTY = {
  wanted: null,
  shown: null,
  seen: false,
  askedFor: null,
  refusal: null,
  waits: null,
  done: null,
  closes: false,
  lock: 'none',
  held: null,
  size: null,
} as const;

export const initialFrame: FrameState<never, never, never> = { ...EMPTY, editors: 0, unstored: false };

/** Of which entity is the card that stands there? */
export const shownEntity = ({ shown }: FrameState<AnyDrawing, AnyAnswer, AnyDone>): string | null =>
  shown?.answer.view.entity ?? null;

/** Nothing is lost by it, whoever pressed, and the library can take it back for ever. */
const isOfNote = ({ what }: AnyDone): boolean => what === 'apart' || what === 'placed';

export function stepFrame<D extends AnyDrawing, A extends AnyAnswer, U extends AnyDone>(
  before: FrameState<D, A, U>,
  event: FrameEvent<D, A, U>,
): FrameStep<D, A, U> {
  let state = before;
  const effects: FrameEffect<D, U>[] = [];

  const put = (change: Partial<FrameState<D, A, U>>) => {
    state = { ...state, ...change };
  };
  const emit = (effect: FrameEffect<D, U>) => effects.push(effect);
  const say = (words: ToReader) => emit({ type: 'say', say: words });

  function paint() {
    emit({ type: 'draw' });
    askUnpressed();
  }

  /** The card stands before the reader's eyes: now, and once, may its title be sent, if that is what they chose. */
  function askUnpressed() {
    const { shown, seen, askedFor } = state;
    if (!seen || !shown || askedFor === shown.answer.view.entity) return;
    const { article, automatic, view } = shown.answer;
    const show = article.state === 'fetching';
    const stale = article.state === 'ready' && article.article?.stale && automatic;
    if (!show && !stale) return;
    put({ askedFor: view.entity });
    // The text under the reader's eyes stays; a fresh one is kept for the next time.
    emit({ type: 'ask-article', entity: view.entity, show });
  }

  /** In use, and by what: said when it changes. */
  function tellHold() {
    const by = state.editors > 0 ? 'note' : state.done ? 'undo' : null;
    if (by !== state.held) say({ type: 'hold', by });
    put({ held: by });
  }

  function forgetDone() {
    emit({ type: 'end-undo' });
    put({ done: null });
    tellHold();
  }

  /** The reader script's change of what is drawn, or about to be. */
  function change(part: Partial<D>) {
    const { wanted, shown } = state;
    put({ wanted: wanted && { ...wanted, ...part } });
    if (!shown) return;
    put({ shown: { ...shown, drawing: { ...shown.drawing, ...part } } });
    paint();
  }

  /** What came of the entity that is drawn. */
  function answer(part: Partial<A>) {
    const { shown } = state;
    if (shown) put({ shown: { ...shown, answer: { ...shown.answer, ...part } } });
    paint();
  }

  function refuse(refusal: FrameState<D, A, U>['refusal']) {
    put({ refusal });
    paint();
  }

  handle();
  return { state, effects };

  function handle(): unknown {
    const entity = shownEntity(state);
    switch (event.type) {
      case 'look-up':
        return emit({ type: 'ask', drawing: event.drawing, come: false });
      case 'draw':
        put({ wanted: event.drawing });
        return emit({ type: 'ask', drawing: event.drawing, come: true });
      case 'came': {
        const { wanted } = state;
        const { drawing, answer } = event;
        // The day of the story may have been set since.
        if (wanted?.token !== drawing.token || wanted.day !== drawing.day) return;
        if (!answer) return say({ type: 'no-card', token: drawing.token });
        if (answer.view.entity !== entity) put({ refusal: null, waits: null, lock: 'none' });
        // As it is wanted by now: mode, theme and passage may have changed meanwhile.
        put({ shown: { drawing: wanted, answer } });
        return paint();
      }
      case 'shown':
        put({ seen: true });
        return askUnpressed();
      case 'mode':
        return change({ mode: event.mode } as Partial<D>);
      case 'theme':
        return change({ theme: event.theme } as Partial<D>);
      case 'passage':
        return change({ passage: event.passage } as Partial<D>);
      case 'clear':
        put(EMPTY);
        emit({ type: 'end-undo' });
        emit({ type: 'forget-asked' });
        return paint();
      case 'focus-left':
        if (state.lock === 'none') return;
        put({ lock: event.asked ? 'none' : 'taken' });
        return paint();
      case 'article':
        if (event.entity !== entity) return;
        if (!event.article) put({ refusal: 'unproven' });
        // Another object even so: the button waits for one.
        return answer({ article: { ...(event.article ?? state.shown?.answer.article) } } as Partial<A>);
      case 'name': {
        const unknown = state.shown?.answer.unknown;
        if (unknown?.entry.key !== event.key) return;
        if (event.state === null) put({ refusal: 'unproven' });
        return answer({ unknown: { ...unknown, state: { ...(event.state ?? unknown.state) } } } as Partial<A>);
      }
      case 'name-found':
        return event.key === entity && say({ type: 'instead', entity: event.entity });
      case 'not-seen':
        return event.entity === state.askedFor && put({ askedFor: null });
      case 'tried':
        return event.entity === entity && refuse(event.worked ? null : 'failed');
      case 'done':
        say({ type: 'choices-changed' });
        // It went meanwhile, and with it the place for it.
        if (!state.shown) return;
        put({ done: event.done, closes: event.closes });
        tellHold();
        emit({ type: 'begin-undo' });
        return paint();
      case 'undone':
        if (state.done !== event.done) return;
        forgetDone();
        say({ type: 'choices-changed' });
        if (event.done.what === 'chosen' && state.shown) {
          say({ type: 'instead', entity: state.shown.drawing.link.entity });
        }
        return paint();
      case 'undo-over':
        forgetDone();
        // A note that is being written keeps the card.
        return state.closes && state.editors === 0 ? say({ type: 'close' }) : paint();
      case 'familiar':
        emit({ type: 'forget-asked' });
        return event.entity === entity && answer({ familiar: event.familiar } as Partial<A>);
      case 'changed':
        emit({ type: 'forget-asked' });
        return state.wanted && emit({ type: 'ask', drawing: state.wanted, come: true });
      case 'waits':
        put({ waits: { key: event.key } });
        return paint();
      case 'unseen':
      case 'unproven':
        return refuse(event.type);
      case 'focus': {
        const { inside } = event;
        // What is heard of needs no look: the reader may have gone on to the story, and would find a lock there.
        if (!inside) emit({ type: 'stop-looking' });
        // At once: what is typed from now on may go anywhere. Whether the reader did it, the reader script knows.
        if (!inside && state.editors > 0 && state.lock === 'none') {
          put({ lock: 'checking' });
          paint();
        }
        return say({ type: 'focus', inside });
      }
      case 'no-focus':
        if (state.editors === 0 || state.lock !== 'none') return;
        put({ lock: 'taken' });
        return paint();
      case 'unlock':
        put({ lock: 'none' });
        paint();
        emit({ type: 'focus-field' });
        return emit({ type: 'look-for-focus' });
      case 'editor-opened':
        put({ editors: state.editors + 1 });
        tellHold();
        return emit({ type: 'look-for-focus' });
      case 'editor-closed':
        put({ editors: state.editors - 1, lock: 'none' });
        return tellHold();
      case 'words':
        if (event.unstored === state.unstored) return;
        put({ unstored: event.unstored });
        return say({ type: 'words', unstored: event.unstored });
      case 'size': {
        const { width, height } = event;
        const { shown, size } = state;
        if (!shown) return;
        const { token } = shown.drawing;
        if (size?.token === token && size.width === width && size.height === height) return;
        put({ size: { token, width, height } });
        return say({ type: 'drawn', token, width, height });
      }
      case 'leave':
        // A page may go into the browser's memory instead, and its ports with it: the background then hears of no end.
        if (event.proven || !state.done || isOfNote(state.done)) return;
        return emit({ type: 'take-back', done: state.done });
      default:
        return event satisfies never;
    }
  }
}
