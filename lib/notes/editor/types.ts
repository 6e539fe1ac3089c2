/** The words of the editor's machine: what happens to an open editor (events), how things stand (state), what is to be done. */
import type { Received } from '../document/editor-document';
import type { EditorAnswer, EditorNews } from '../types';

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

/** Maps an old caret to its new place; null: the text did not change, or by the reader alone. */
export type CaretMove = Received['move'] | null;

/** What an exchange took along. `begun`: how often everything had been started over by then. */
export interface Sent {
  readonly news: EditorNews;
  readonly begun: number;
}

/** `Edit`: something that the reader does to the document; the machine hands it on. */
export interface EditorState<Edit> {
  readonly save: SaveState;
  /** Exchanges that have not returned. */
  readonly underWay: number;
  readonly savedAt: number | null;
  readonly failures: number;
  readonly composing: boolean;
  /** The field's text if it is longer than a note can be; null: field and document agree. */
  readonly over: string | null;
  /** What others wrote, and the field must not show yet. */
  readonly held: readonly Uint8Array[];
  /** Edits from before the first answer; the first `made` of them are in the document. */
  readonly early: readonly Edit[];
  readonly made: number;
  /** How often everything was started over under another session. */
  readonly begun: number;
}

/** What the session sees as an event comes. */
export interface EditorSeen {
  /** The document holds what no exchange has taken. */
  readonly news: boolean;
  readonly closed: boolean;
  /** Somebody is looking: only then are the changes of others fetched. */
  readonly watched: boolean;
}

export interface Answered {
  readonly type: 'answered';
  readonly sent: Sent;
  readonly answer: EditorAnswer;
  /** Epoch milliseconds. */
  readonly now: number;
}

export type EditorEvent<Edit> =
  | { readonly type: 'edit'; readonly edit: Edit }
  /** The field's whole text, and the edit that writes it. */
  | { readonly type: 'write'; readonly text: string; readonly fits: boolean; readonly edit: Edit }
  /** What was to be made is in the document. */
  | { readonly type: 'edited' | 'flushed' }
  | { readonly type: 'caught-up'; readonly move: CaretMove }
  | Answered
  /** `of`: the answer that brought it; null: it was held back. */
  | { readonly type: 'received'; readonly of: Answered | null; readonly move: CaretMove }
  /** `taken`: by somebody else; what the next session is, and the edit that writes all that stands in the editor. */
  | {
      readonly type: 'failed';
      readonly sent: Sent;
      readonly why: unknown;
      readonly taken: { readonly session: number; readonly whole: Edit } | null;
    }
  | { readonly type: 'compose'; readonly composing: boolean }
  /** `settle`: somebody waits until all is stored. `due`: the time to wait is over. */
  | { readonly type: 'retry' | 'flush' | 'settle' | 'due' | 'closed' };

export type EditorEffect<Edit> =
  /** Takes what is new and exchanges it. */
  | { readonly type: 'send' }
  | { readonly type: 'make'; readonly edits: readonly Edit[]; readonly after: EditorEvent<Edit> }
  | { readonly type: 'receive'; readonly update: Uint8Array; readonly of: Answered | null }
  | { readonly type: 'give-back'; readonly news: EditorNews }
  | { readonly type: 'start-over'; readonly session: number }
  | { readonly type: 'tell'; readonly move: CaretMove }
  /** Those who wait. */
  | { readonly type: 'settle'; readonly stored: boolean }
  /** For so many ms, instead of what is left of the last wait; null: for nothing. */
  | { readonly type: 'wait'; readonly ms: number | null };

export interface EditorStep<Edit> {
  readonly state: EditorState<Edit>;
  readonly effects: readonly EditorEffect<Edit>[];
}
