/**
 * An open editor: takes each change to the store at once and brings in what others wrote meanwhile. It knows neither
 * the page it stands in nor how the store is reached. Long because it is one state machine.
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
 * Invariants: what was typed is in the document or in an update that waits, never only in the field; "saved" is said
 * only when the store has answered for all of it; nothing is changed before it is known what there is, so that a note
 * that was begun long ago is not begun again. No key waits for the answer to the one before: a page that is closed
 * has no later. Updates may overtake one another, since merging them knows no order.
 */
import type { NoteContent } from './document/content';
import { NoteTooLargeError } from './document/damaged-update';
import type { EditorDocument, Received } from './document/editor-document';
import type { EditorAnswer, EditorNews, Passage } from './types';

export type SaveState =
  /** The first read has not returned yet: nothing can be typed. */
  | { readonly at: 'reading' }
  /** The same, but the last try failed; it is repeated. */
  | { readonly at: 'unread'; readonly why: unknown }
  /** Nothing was changed here. */
  | { readonly at: 'untouched' }
  | { readonly at: 'saving' }
  | { readonly at: 'saved'; readonly time: number }
  /** Kept here and retried, at the latest with the next key. `why` is what the exchange threw. */
  | { readonly at: 'not-saved'; readonly why: unknown };

export interface EditorChange {
  /** Set if the text came from elsewhere: maps an old caret to its new place. */
  readonly move: Received['move'] | null;
}

export interface EditorSessionParts {
  readonly document: EditorDocument;
  readonly exchange: (news: EditorNews) => Promise<EditorAnswer>;
  /** Is anyone looking? Only then are others' changes fetched. */
  readonly isSeen: () => boolean;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly setTimeout: (run: () => void, ms: number) => unknown;
  readonly clearTimeout: (timer: never) => void;
  /** A number for a new session if the exchange's error says that this one is taken; null if not. */
  readonly anotherSession: (why: unknown) => number | null;
  readonly signal: AbortSignal;
}

export interface EditorSession {
  content(): NoteContent;
  save(): SaveState;
  /** Called in the same task as the change. */
  subscribe(listener: (change: EditorChange) => void, signal: AbortSignal): void;
  /** The field's whole value, at each input event. */
  write(text: string): void;
  addTag(tag: string): void;
  removeTag(tag: string): void;
  addQuote(passage: Passage): void;
  removeQuote(id: string): void;
  takeBack(): void;
  /** While an input method composes, the field must not change: others' changes wait. */
  compose(composing: boolean): void;
  /** Retries at once what failed. */
  retry(): void;
  /** The page is closing: sends the rest without waiting for what is in flight. */
  flush(): void;
  /** Are there words the store has not confirmed? */
  holdsWords(): boolean;
  /** Resolves when all is stored; false if that failed, after one more try. */
  settled(): Promise<boolean>;
}

/** Exchanges under way: a held key makes thirty while a worker starts. What is typed beyond that is merged into one. */
const MOST_UNDER_WAY = 64;
/** ms between checks for others' changes. */
const LOOK_MS = 3_000;
/** ms until a failed exchange is retried; the last value repeats. */
const PAUSES_MS = [500, 1_000, 2_000, 5_000, 10_000];

export function createEditorSession(parts: EditorSessionParts): EditorSession {
  const { document: draft, exchange, isSeen, signal } = parts;
  const listeners = new Set<(change: EditorChange) => void>();
  let waiters: ((stored: boolean) => void)[] = [];
  let save: SaveState = { at: 'reading' };
  let underWay = 0;
  let savedAt: number | null = null;
  let failures = 0;
  let timer: unknown = null;
  let composing = false;
  /** The field's text if it is longer than a note can be; null: field and document agree. */
  let over: string | null = null;
  let held: Uint8Array[] = [];
  /** How often everything was restarted under another session. */
  let beginnings = 0;
  /** Edits made before the first answer. */
  let early: (() => void)[] = [];

  const tell = (change: EditorChange) => {
    for (const listener of [...listeners]) listener(change);
  };

  function put(next: SaveState, move: EditorChange['move'] = null): void {
    save = next;
    tell({ move });
  }

  function later(ms: number): void {
    if (timer !== null) parts.clearTimeout(timer as never);
    // A closed editor stops looking, but does not give up what was typed.
    timer =
      signal.aborted && !hasToSend()
        ? null
        : parts.setTimeout(() => {
            timer = null;
            if (underWay > 0) return;
            if (hasToSend() || isSeen()) void go();
            else later(LOOK_MS);
          }, ms);
  }

  function receive(update: Uint8Array): EditorChange['move'] {
    if (composing || over !== null) {
      held.push(update);
      return null;
    }
    return draft.receive(update)?.move ?? null;
  }

  const hasToSend = () => draft.hasNews() || early.length > 0;
  const hasNews = () => hasToSend() || over !== null;

  function makeEarlyEdits(): void {
    const edits = early;
    early = [];
    for (const change of edits) change();
  }

  function settle(stored: boolean): void {
    const told = waiters;
    waiters = [];
    for (const waiter of told) waiter(stored);
  }

  /** One exchange, and the next one at once if something had to wait. */
  async function go(): Promise<void> {
    const news = draft.take();
    const begun = beginnings;
    underWay++;
    let move: EditorChange['move'] = null;
    try {
      const answer = await exchange(news);
      if (answer.update !== null) move = receive(answer.update);
      // No time: the store already had it, from a try whose answer was lost.
      if (news.update !== null) savedAt = answer.savedAt ?? parts.now();
    } catch (why) {
      underWay--;
      // What was taken before the last restart was restarted with everything else.
      if (begun === beginnings) {
        const session = parts.anotherSession(why);
        if (session === null) draft.giveBack(news);
        else startOver(session);
      }
      failed(why);
      return;
    }
    underWay--;
    failures = 0;
    makeEarlyEdits();
    answered(move);
  }

  /** Writes everything in the editor once more, into the store's current state. */
  function startOver(session: number): void {
    const { text, tags, quotes } = draft.content();
    draft.startOver(session);
    beginnings++;
    save = { at: 'reading' };
    early.push(() => {
      const known = new Set(draft.content().quotes.map((quote) => `${quote.url} ${quote.text}`));
      draft.write(text);
      for (const tag of tags) draft.addTag(tag);
      for (const quote of quotes) if (!known.has(`${quote.url} ${quote.text}`)) draft.addQuote(quote);
    });
    failures = 0;
  }

  function answered(move: EditorChange['move']): void {
    if (over !== null && underWay === 0) settle(false);
    if (draft.hasNews()) {
      put(over === null ? { at: 'saving' } : tooLarge(), move);
      void go();
    } else if (over !== null) {
      put(tooLarge(), move);
      if (underWay === 0) later(LOOK_MS);
    } else if (underWay > 0) {
      if (move) put(save, move);
    } else {
      const calm: SaveState = savedAt === null ? { at: 'untouched' } : { at: 'saved', time: savedAt };
      // A look without news is not a change.
      if (move || calm.at !== save.at || (save.at === 'saved' && save.time !== savedAt)) put(calm, move);
      settle(true);
      later(LOOK_MS);
    }
  }

  function failed(why: unknown): void {
    // A failed look while everything is stored does not concern the reader.
    if (save.at === 'reading' || save.at === 'unread') put({ at: 'unread', why });
    else if (draft.hasNews()) put({ at: 'not-saved', why });
    if (underWay > 0) return;
    settle(!hasNews());
    later(PAUSES_MS[Math.min(failures++, PAUSES_MS.length - 1)] as number);
  }

  function edit(change: () => void): void {
    if (save.at === 'reading' || save.at === 'unread') {
      early.push(change);
      return;
    }
    change();
    if (!draft.hasNews()) {
      tell({ move: null });
      return;
    }
    // A reported problem stays until the store has answered.
    if (save.at !== 'not-saved') put({ at: 'saving' });
    else tell({ move: null });
    if (underWay < MOST_UNDER_WAY) void go();
  }

  const tooLarge = (): SaveState => ({ at: 'not-saved', why: new NoteTooLargeError(null) });

  /**
   * Text longer than a note can be stays in the field only: in the document it would remain among removed text, and the
   * note could never be stored again. Others' changes wait meanwhile, as for an input method.
   */
  function write(text: string): void {
    const fits = save.at === 'reading' || save.at === 'unread' || draft.hasRoomFor(text);
    const wasOver = over !== null;
    over = fits ? null : text;
    if (!fits) {
      put(tooLarge());
      return;
    }
    edit(() => draft.write(text));
    if (!composing) bringIn();
    // Back to what is already stored: no message would follow to report it.
    if (wasOver && !draft.hasNews() && underWay === 0) answered(null);
  }

  function bringIn(): void {
    if (over !== null) return;
    const waiting = held;
    held = [];
    for (const update of waiting) {
      const move = draft.receive(update)?.move ?? null;
      if (move) tell({ move });
    }
  }

  signal.addEventListener('abort', () => {
    if (timer !== null && !hasToSend()) parts.clearTimeout(timer as never);
    listeners.clear();
  });
  void go();

  return {
    content: () => (over === null ? draft.content() : { ...draft.content(), text: over }),
    save: () => save,
    subscribe(listener, until) {
      listeners.add(listener);
      until.addEventListener('abort', () => listeners.delete(listener));
    },
    write,
    addTag: (tag) => edit(() => draft.addTag(tag)),
    removeTag: (tag) => edit(() => draft.removeTag(tag)),
    addQuote: (passage) => edit(() => draft.addQuote(passage)),
    removeQuote: (id) => edit(() => draft.removeQuote(id)),
    takeBack: () => edit(() => draft.takeBack()),
    compose(on) {
      composing = on;
      if (!on) bringIn();
    },
    retry() {
      if (underWay === 0) void go();
    },
    flush() {
      // A wrong creation day is better than a lost passage.
      makeEarlyEdits();
      if (draft.hasNews()) void go();
    },
    holdsWords: () => hasNews() || save.at === 'saving' || save.at === 'not-saved',
    settled() {
      if (underWay === 0 && !hasNews()) return Promise.resolve(true);
      if (underWay === 0) void go();
      return new Promise((done) => waiters.push(done));
    },
  };
}
