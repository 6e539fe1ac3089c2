/**
 * An open editor: takes each change to the store at once and brings in what others wrote meanwhile. It knows neither
 * the page it stands in nor how the store is reached.
 *
 *                    ┌───────────── edit meanwhile: merged, goes next ──────────────┐
 *                    ▼                                                              │
 *   READING ─ answer ─► CALM ── edit, look-up due ──► IN FLIGHT ── stored, no news left ──► CALM (saved at …)
 *      │                 ▲                               │ failed: what was typed is kept, and goes with the next
 *      └─ failed: ───────┼───────────────────────────────┤
 *         again soon     └────────── edit, pause over ── WAITING (not saved: …)
 *
 * Invariants: what was typed is in the document or in an update that waits, never only in the field; "saved" is said
 * only when the store has answered for all of it; at most one exchange is in flight, but for the last words of a page
 * that goes.
 */
import type { NoteContent } from './document/content';
import type { EditorDocument, Received } from './document/editor-document';
import type { EditorAnswer, EditorNews, Passage } from './types';

export type SaveState =
  /** The first look at what there is has not come back yet: nothing can be typed. */
  | { readonly at: 'reading' }
  /** The same, and the last try failed; it is tried again. */
  | { readonly at: 'unread'; readonly why: unknown }
  /** Nothing was changed here. */
  | { readonly at: 'untouched' }
  | { readonly at: 'saving' }
  | { readonly at: 'saved'; readonly time: number }
  /** Kept here and tried again, at the latest with the next key. `why` is what the exchange threw. */
  | { readonly at: 'not-saved'; readonly why: unknown };

export interface EditorChange {
  /** Set when the text came from elsewhere: where a caret of before stands now. */
  readonly move: Received['move'] | null;
}

export interface EditorSessionParts {
  readonly document: EditorDocument;
  readonly exchange: (news: EditorNews) => Promise<EditorAnswer>;
  /** Does anybody look? Only then is news of others fetched. */
  readonly isSeen: () => boolean;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly setTimeout: (run: () => void, ms: number) => unknown;
  readonly clearTimeout: (timer: never) => void;
  readonly signal: AbortSignal;
}

export interface EditorSession {
  content(): NoteContent;
  save(): SaveState;
  /** Called in the same task as the change. */
  subscribe(listener: (change: EditorChange) => void, signal: AbortSignal): void;
  /** The whole value of the field, at each input event. */
  write(text: string): void;
  addTag(tag: string): void;
  removeTag(tag: string): void;
  addQuote(passage: Passage): void;
  removeQuote(id: string): void;
  takeBack(): void;
  /** While an input method composes, the field must not be changed under it: news waits. */
  compose(composing: boolean): void;
  /** Tries at once what failed. */
  retry(): void;
  /** The page goes: what is left is sent without waiting for what is in flight. */
  flush(): void;
  /** Resolves when all is stored; false if it could not be. */
  settled(): Promise<boolean>;
}

/** ms between looks for news of others. */
const LOOK_MS = 3_000;
/** ms until a failed exchange is tried again; the last one stays. */
const PAUSES_MS = [500, 1_000, 2_000, 5_000, 10_000];

export function createEditorSession(parts: EditorSessionParts): EditorSession {
  const { document: draft, exchange, isSeen, signal } = parts;
  const listeners = new Set<(change: EditorChange) => void>();
  let waiters: ((stored: boolean) => void)[] = [];
  let save: SaveState = { at: 'reading' };
  let inFlight = false;
  let failures = 0;
  let timer: unknown = null;
  let composing = false;
  let held: Uint8Array[] = [];

  const tell = (change: EditorChange) => {
    for (const listener of [...listeners]) listener(change);
  };

  function put(next: SaveState, move: EditorChange['move'] = null): void {
    save = next;
    tell({ move });
  }

  function later(ms: number): void {
    if (timer !== null) parts.clearTimeout(timer as never);
    timer = signal.aborted
      ? null
      : parts.setTimeout(() => {
          timer = null;
          if (inFlight) return;
          if (draft.hasNews() || isSeen()) void go();
          else later(LOOK_MS);
        }, ms);
  }

  function receive(update: Uint8Array): EditorChange['move'] {
    if (composing) {
      held.push(update);
      return null;
    }
    return draft.receive(update)?.move ?? null;
  }

  function settle(stored: boolean): void {
    const told = waiters;
    waiters = [];
    for (const waiter of told) waiter(stored);
  }

  /** One exchange, and the next one at once if something was typed meanwhile. */
  async function go(): Promise<void> {
    const news = draft.take();
    inFlight = true;
    try {
      const answer = await exchange(news);
      inFlight = false;
      failures = 0;
      const move = answer.update === null ? null : receive(answer.update);
      if (draft.hasNews()) {
        put({ at: 'saving' }, move);
        return void go();
      }
      // Without a time: the store had it already, from a try whose answer was lost.
      if (news.update !== null) put({ at: 'saved', time: answer.savedAt ?? parts.now() }, move);
      else if (save.at === 'saving' || save.at === 'reading' || save.at === 'unread') put({ at: 'untouched' }, move);
      else if (move) put(save, move);
      settle(true);
      later(LOOK_MS);
    } catch (why) {
      inFlight = false;
      draft.giveBack(news);
      const known = save.at !== 'reading' && save.at !== 'unread';
      // A look that fails while all is stored is no trouble of the reader's.
      if (!known) put({ at: 'unread', why });
      else if (draft.hasNews()) put({ at: 'not-saved', why });
      settle(!draft.hasNews());
      later(PAUSES_MS[Math.min(failures++, PAUSES_MS.length - 1)] as number);
    }
  }

  function edit(change: () => void): void {
    change();
    if (!draft.hasNews()) {
      tell({ move: null });
      return;
    }
    // Until the store has answered, a trouble that was told stays told.
    if (save.at !== 'not-saved') put({ at: 'saving' });
    else tell({ move: null });
    if (!inFlight) void go();
  }

  signal.addEventListener('abort', () => {
    if (timer !== null) parts.clearTimeout(timer as never);
    listeners.clear();
  });
  void go();

  return {
    content: () => draft.content(),
    save: () => save,
    subscribe(listener, until) {
      listeners.add(listener);
      until.addEventListener('abort', () => listeners.delete(listener));
    },
    write: (text) => edit(() => draft.write(text)),
    addTag: (tag) => edit(() => draft.addTag(tag)),
    removeTag: (tag) => edit(() => draft.removeTag(tag)),
    addQuote: (passage) => edit(() => draft.addQuote(passage)),
    removeQuote: (id) => edit(() => draft.removeQuote(id)),
    takeBack: () => edit(() => draft.takeBack()),
    compose(on) {
      composing = on;
      if (on) return;
      const waiting = held;
      held = [];
      for (const update of waiting) {
        const move = draft.receive(update)?.move ?? null;
        if (move) tell({ move });
      }
    },
    retry() {
      if (!inFlight) void go();
    },
    flush() {
      if (!draft.hasNews()) return;
      const news = draft.take();
      exchange(news).catch(() => draft.giveBack(news));
    },
    settled: () => (inFlight || draft.hasNews() ? new Promise((done) => waiters.push(done)) : Promise.resolve(true)),
  };
}
