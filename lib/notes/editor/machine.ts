/**
 * Decides what an open editor does with each key, answer and failure: one pure function from a state and an event to a
 * state and effects. `session.ts` carries them out.
 *
 *                    ┌── edit: goes at once, beside those under way ──┐
 *                    ▼                                                │
 *   READING ─ answer ─► CALM ── edit, look-up due ──► UNDER WAY ── the last answer, no news left ──► CALM (saved at …)
 *      │                 ▲                               │ failed: what was typed is kept, and goes with the next
 *      └─ failed: ───────┼───────────────────────────────┤
 *         again soon     └────────── edit, pause over ── WAITING (not saved: …)
 *
 *   the session is taken: READING again, under another one, and what stands in the editor is written once more
 *
 * Invariants (proved by `test/unit/notes/editor.property.test.ts`): what was typed is in the document or in an edit or
 * update that waits, never only in the field, unless it is too long for a note; "saved" is said only when the store has
 * answered for all of it; nothing is changed before it is known what there is, so that a note that was begun long ago is
 * not begun again (unless the page goes); while words wait, something is under way or a time is set. No key waits for the
 * answer to the one before: a page that is closed has no later. Updates may overtake one another, since merging them
 * knows no order.
 */
import { NoteTooLargeError } from '../document/damaged-update';
import type {
  Answered,
  CaretMove,
  EditorEffect,
  EditorEvent,
  EditorSeen,
  EditorState,
  EditorStep,
  SaveState,
} from './types';

/** Exchanges under way: a held key makes thirty while a worker starts. What is typed beyond that is merged into one. */
const MOST_UNDER_WAY = 64;
/** ms between checks for others' changes. */
const LOOK_MS = 3_000;
/** ms until a failed exchange is retried; the last value repeats. */
const PAUSES_MS = [500, 1_000, 2_000, 5_000, 10_000];

export const initialEditor: EditorState<never> = {
  save: { at: 'reading' },
  underWay: 0,
  savedAt: null,
  failures: 0,
  composing: false,
  over: null,
  held: [],
  early: [],
  made: 0,
  begun: 0,
};

/** Does something wait that no exchange has taken? `news`: the document has some. */
const hasToSend = <Edit>({ early, made }: EditorState<Edit>, news: boolean): boolean => news || early.length > made;

/** Are there words that the store has not confirmed? */
export function holdsWords<Edit>(state: EditorState<Edit>, news: boolean): boolean {
  const { save, early, over } = state;
  return news || early.length > 0 || over !== null || save.at === 'saving' || save.at === 'not-saved';
}

export function stepEditor<Edit>(
  before: EditorState<Edit>,
  event: EditorEvent<Edit>,
  seen: EditorSeen,
): EditorStep<Edit> {
  let state = before;
  let { news } = seen;
  const effects: EditorEffect<Edit>[] = [];

  const put = (change: Partial<EditorState<Edit>>) => {
    state = { ...state, ...change };
  };
  const emit = (effect: EditorEffect<Edit>) => effects.push(effect);
  const isReading = () => state.save.at === 'reading' || state.save.at === 'unread';
  const isUnsent = () => hasToSend(state, news) || state.over !== null;

  function say(save: SaveState, move: CaretMove = null) {
    put({ save });
    emit({ type: 'tell', move });
  }
  function send() {
    put({ underWay: state.underWay + 1 });
    emit({ type: 'send' });
  }
  /** A closed editor stops looking, but does not give up what was typed. */
  const wait = (ms: number) => emit({ type: 'wait', ms: seen.closed && !hasToSend(state, news) ? null : ms });
  const tooLarge = () => say({ at: 'not-saved', why: new NoteTooLargeError(null) });

  handle();
  return { state, effects };

  function edit(made: Edit) {
    if (isReading()) put({ early: [...state.early, made] });
    else emit({ type: 'make', edits: [made], after: { type: 'edited' } });
  }

  function bringIn() {
    const { held, composing, over } = state;
    if (composing || over !== null) return;
    put({ held: [] });
    for (const update of held) emit({ type: 'receive', update, of: null });
  }

  function arrived({ sent, answer, now }: Answered, move: CaretMove) {
    const { early, made, underWay, savedAt } = state;
    // No time: the store already had it, from a try whose answer was lost.
    const time = sent.news.update === null ? savedAt : (answer.savedAt ?? now);
    put({ underWay: underWay - 1, savedAt: time, failures: 0, early: [], made: 0 });
    emit({ type: 'make', edits: early.slice(made), after: { type: 'caught-up', move } });
  }

  function catchUp(move: CaretMove) {
    const { over, underWay, savedAt } = state;
    if (over !== null && underWay === 0) emit({ type: 'settle', stored: false });
    if (over !== null) tooLarge();
    else if (news) say({ at: 'saving' }, move);
    if (news) return send();
    if (underWay > 0) {
      // Read, and what was sent as the page seemed to go is not confirmed yet.
      if (isReading()) return say({ at: 'saving' }, move);
      return over === null && move && say(state.save, move);
    }
    if (over === null) {
      const { save } = state;
      const calm: SaveState = savedAt === null ? { at: 'untouched' } : { at: 'saved', time: savedAt };
      // A look without news is not a change.
      if (move || calm.at !== save.at || (save.at === 'saved' && save.time !== savedAt)) say(calm, move);
      emit({ type: 'settle', stored: true });
    }
    wait(LOOK_MS);
  }

  function handle(): unknown {
    switch (event.type) {
      case 'edit':
        return edit(event.edit);
      case 'write': {
        // Text longer than a note can be stays in the field only: in the document it would remain among removed text, and
        // the note could never be stored again. Others' changes wait meanwhile, as for an input method.
        const fits = event.fits || isReading();
        put({ over: fits ? null : event.text });
        return fits ? edit(event.edit) : tooLarge();
      }
      case 'edited': {
        // A reported problem stays until the store has answered.
        if (news && state.save.at !== 'not-saved') put({ save: { at: 'saving' } });
        emit({ type: 'tell', move: null });
        bringIn();
        if (!news && state.underWay === 0) return catchUp(null);
        return news && state.underWay < MOST_UNDER_WAY && send();
      }
      case 'answered': {
        const { sent, answer } = event;
        const { update } = answer;
        if (sent.begun !== state.begun) {
          // It was asked for a document that is gone: what there is now is not known by it.
          put({ underWay: state.underWay - 1 });
          return state.underWay === 0 && send();
        }
        if (update === null) return arrived(event, null);
        if (!state.composing && state.over === null) return emit({ type: 'receive', update, of: event });
        put({ held: [...state.held, update] });
        return arrived(event, null);
      }
      case 'received':
        if (event.of) return arrived(event.of, event.move);
        return event.move && emit({ type: 'tell', move: event.move });
      case 'caught-up':
        return catchUp(event.move);
      case 'failed': {
        const { sent, why, taken } = event;
        put({ underWay: state.underWay - 1 });
        // What was taken along before the last start was started over with everything else.
        if (sent.begun === state.begun && taken) {
          const early = isReading() ? state.early : [taken.whole];
          put({ save: { at: 'reading' }, failures: 0, begun: state.begun + 1, early, made: 0 });
          emit({ type: 'start-over', session: taken.session });
          news = false;
        } else if (sent.begun === state.begun) {
          emit({ type: 'give-back', news: sent.news });
          news ||= sent.news.update !== null;
        }
        // A failed look while everything is stored does not concern the reader.
        if (isReading()) say({ at: 'unread', why });
        else if (news) say({ at: 'not-saved', why });
        if (state.underWay > 0) return;
        emit({ type: 'settle', stored: !isUnsent() });
        wait(PAUSES_MS[Math.min(state.failures, PAUSES_MS.length - 1)] as number);
        return put({ failures: state.failures + 1 });
      }
      case 'compose':
        put({ composing: event.composing });
        return bringIn();
      case 'retry':
        return state.underWay === 0 && send();
      case 'flush': {
        // A wrong creation day is better than a lost passage.
        const { early, made } = state;
        put({ made: early.length });
        return emit({ type: 'make', edits: early.slice(made), after: { type: 'flushed' } });
      }
      case 'flushed':
        return news && send();
      case 'settle':
        if (state.underWay > 0) return;
        return isUnsent() ? send() : emit({ type: 'settle', stored: true });
      case 'due':
        if (state.underWay > 0) return;
        return hasToSend(state, news) || seen.watched ? send() : wait(LOOK_MS);
      case 'closed':
        return !hasToSend(state, news) && emit({ type: 'wait', ms: null });
      default:
        return event satisfies never;
    }
  }
}
