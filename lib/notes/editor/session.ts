/**
 * An open editor: takes each change to the store at once and brings in what others wrote meanwhile. It knows neither
 * the page it stands in nor how the store is reached. What it does when, `machine.ts` says.
 */
import type { NoteContent } from '../document/content';
import type { EditorDocument, NoteEdits } from '../document/editor-document';
import type { EditorAnswer, EditorNews } from '../types';
import { holdsWords, initialEditor, stepEditor } from './machine';
import type { Answered, CaretMove, EditorEffect, EditorEvent, EditorState, SaveState, Sent } from './types';

export interface EditorChange {
  /** Set if the text came from elsewhere: maps an old caret to its new place. */
  readonly move: CaretMove;
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

export interface EditorSession extends NoteEdits {
  content(): NoteContent;
  save(): SaveState;
  /** Called in the same task as the change. */
  subscribe(listener: (change: EditorChange) => void, signal: AbortSignal): void;
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

type Edit = (draft: EditorDocument) => void;

export function createEditorSession(parts: EditorSessionParts): EditorSession {
  const { document: draft, signal } = parts;
  const listeners = new Set<(change: EditorChange) => void>();
  const waiters: ((stored: boolean) => void)[] = [];
  let timer: unknown = null;
  let state: EditorState<Edit> = initialEditor;

  function step(event: EditorEvent<Edit>): void {
    const seen = { news: draft.hasNews(), closed: signal.aborted, watched: parts.isSeen() };
    const after = stepEditor(state, event, seen);
    state = after.state;
    for (const effect of after.effects) carryOut(effect);
  }

  function carryOut(effect: EditorEffect<Edit>): unknown {
    switch (effect.type) {
      case 'send':
        return exchange({ news: draft.take(), begun: state.begun });
      case 'make':
        for (const edit of effect.edits) edit(draft);
        return step(effect.after);
      case 'receive':
        return receive(effect.update, effect.of);
      case 'give-back':
        return draft.giveBack(effect.news);
      case 'start-over':
        return draft.startOver(effect.session);
      case 'tell':
        for (const listener of [...listeners]) listener({ move: effect.move });
        return;
      case 'settle':
        for (const waiter of waiters.splice(0)) waiter(effect.stored);
        return;
      case 'wait':
        parts.clearTimeout(timer as never);
        timer = effect.ms === null ? null : parts.setTimeout(() => step({ type: 'due' }), effect.ms);
        return;
      default:
        return effect satisfies never;
    }
  }

  async function exchange(sent: Sent): Promise<void> {
    let answer: EditorAnswer;
    try {
      answer = await parts.exchange(sent.news);
    } catch (why) {
      return fail(sent, why);
    }
    step({ type: 'answered', sent, answer, now: parts.now() });
  }

  function receive(update: Uint8Array, of: Answered | null): void {
    let move: CaretMove;
    try {
      move = draft.receive(update)?.move ?? null;
    } catch (why) {
      // What was held back comes again with the next look.
      if (of) fail(of.sent, why);
      return;
    }
    step({ type: 'received', of, move });
  }

  function fail(sent: Sent, why: unknown): void {
    const session = parts.anotherSession(why);
    step({ type: 'failed', sent, why, taken: session === null ? null : { session, whole: wholeOf(draft) } });
  }

  const edit = (made: Edit) => step({ type: 'edit', edit: made });

  signal.addEventListener('abort', () => {
    step({ type: 'closed' });
    listeners.clear();
  });
  step({ type: 'retry' });

  return {
    content: () => (state.over === null ? draft.content() : { ...draft.content(), text: state.over }),
    save: () => state.save,
    subscribe(listener, until) {
      listeners.add(listener);
      until.addEventListener('abort', () => listeners.delete(listener));
    },
    write: (text) => step({ type: 'write', text, fits: draft.hasRoomFor(text), edit: (open) => open.write(text) }),
    addTag: (tag) => edit((open) => open.addTag(tag)),
    removeTag: (tag) => edit((open) => open.removeTag(tag)),
    addQuote: (passage) => edit((open) => open.addQuote(passage)),
    removeQuote: (id) => edit((open) => open.removeQuote(id)),
    takeBack: () => edit((open) => open.takeBack()),
    compose: (composing) => step({ type: 'compose', composing }),
    retry: () => step({ type: 'retry' }),
    flush: () => step({ type: 'flush' }),
    holdsWords: () => holdsWords(state, draft.hasNews()),
    settled: () =>
      new Promise((done) => {
        waiters.push(done);
        step({ type: 'settle' });
      }),
  };
}

/** Writes what stands in the editor once more, into what the store has by then. */
function wholeOf(draft: EditorDocument): Edit {
  const { text, tags, quotes } = draft.content();
  return (open) => {
    open.write(text);
    for (const tag of tags) open.addTag(tag);
    for (const quote of quotes) open.addQuote(quote);
  };
}
