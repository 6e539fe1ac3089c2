/**
 * The words of the machine inside a card's frame: what happens in it (events), how things stand (state), what is to be
 * done (effects). Drawings, answers and what can be undone are messages of others: the machine looks only at what is
 * listed here.
 */
import type { CardMode, Token } from '../types';

/** A card as the reader script wants it drawn. */
export interface AnyDrawing {
  readonly token: Token;
  readonly day: string | null;
  readonly mode: CardMode;
  readonly theme: string;
  readonly passage: unknown;
  readonly link: { readonly entity: string };
}

/** What the background knows of the entity that is to be drawn. */
export interface AnyAnswer {
  readonly view: { readonly entity: string };
  readonly article: { readonly state: string; readonly article?: { readonly stale: boolean } };
  /** The reader wants articles fetched without a press. */
  readonly automatic: boolean;
  /** The name itself, where no pack knows it. */
  readonly unknown: { readonly entry: { readonly key: string }; readonly state: object } | null;
  readonly familiar?: unknown;
}

/** What a press did, and can be undone for a while. */
export interface AnyDone {
  readonly what: string;
}

export interface Shown<D extends AnyDrawing, A extends AnyAnswer> {
  readonly drawing: D;
  readonly answer: A;
}

export interface FrameState<D extends AnyDrawing, A extends AnyAnswer, U extends AnyDone> {
  /** What the reader script wants drawn. */
  readonly wanted: D | null;
  readonly shown: Shown<D, A> | null;
  /** It stands before the reader. */
  readonly seen: boolean;
  /** The entity whose article was asked for without a press. */
  readonly askedFor: string | null;
  /** Why the last press had no effect. */
  readonly refusal: 'unproven' | 'unseen' | 'failed' | null;
  /** It waits for the panel, which this key opens. */
  readonly waits: { readonly key: string | null } | null;
  readonly done: U | null;
  /** The card closes once that can no longer be undone. */
  readonly closes: boolean;
  /** Of the note's field: the focus has left it, and it is asked why, or it was taken. */
  readonly lock: 'none' | 'checking' | 'taken';
  /** Notes that are being written. */
  readonly editors: number;
  /** They hold words that are not stored. */
  readonly unstored: boolean;
  /** What the reader script was last told that the card is in use for. */
  readonly held: 'note' | 'undo' | null;
  /** The size that it was last told. */
  readonly size: { readonly token: Token; readonly width: number; readonly height: number } | null;
}

export type FrameEvent<D extends AnyDrawing, A extends AnyAnswer, U extends AnyDone> =
  | { readonly type: 'look-up' | 'draw'; readonly drawing: D }
  | { readonly type: 'shown' | 'clear' }
  | { readonly type: 'mode'; readonly mode: D['mode'] }
  | { readonly type: 'theme'; readonly theme: D['theme'] }
  | { readonly type: 'passage'; readonly passage: D['passage'] }
  /** The focus is elsewhere; `asked`: by the reader's own deed. */
  | { readonly type: 'focus-left'; readonly asked: boolean }
  /** The answer to a drawing; null: nothing is known. */
  | { readonly type: 'came'; readonly drawing: D; readonly answer: A | null }
  /** Null: the press was not believed. */
  | { readonly type: 'article'; readonly entity: string; readonly article: A['article'] | null }
  | { readonly type: 'name'; readonly key: string; readonly state: NonNullable<A['unknown']>['state'] | null }
  /** It is surely this one. */
  | { readonly type: 'name-found'; readonly key: string; readonly entity: string }
  /** It was never in sight, and nothing was asked. */
  | { readonly type: 'not-seen'; readonly entity: string }
  /** A press on the card of this entity; null: on none. */
  | { readonly type: 'tried'; readonly entity: string | null; readonly worked: boolean }
  | { readonly type: 'done'; readonly done: U; readonly closes: boolean }
  | { readonly type: 'undone'; readonly done: U }
  | { readonly type: 'undo-over' }
  | { readonly type: 'familiar'; readonly entity: string; readonly familiar: A['familiar'] }
  /** What is known of it has changed. */
  | { readonly type: 'changed' }
  | { readonly type: 'waits'; readonly key: string | null }
  /** A costly press that cannot be proven to be the reader's. */
  | { readonly type: 'unseen' | 'unproven' }
  | { readonly type: 'focus'; readonly inside: boolean }
  /** Looked at a moment after an editor was opened: the frame has no focus. */
  | { readonly type: 'no-focus' }
  | { readonly type: 'unlock' | 'editor-opened' | 'editor-closed' }
  | { readonly type: 'words'; readonly unstored: boolean }
  | { readonly type: 'size'; readonly width: number; readonly height: number }
  /** The frame goes; `proven`: a press on this card is known to be the reader's. */
  | { readonly type: 'leave'; readonly proven: boolean };

export type ToReader =
  | { readonly type: 'drawn'; readonly token: Token; readonly width: number; readonly height: number }
  | { readonly type: 'no-card'; readonly token: Token }
  | { readonly type: 'close' | 'choices-changed' }
  | { readonly type: 'instead'; readonly entity: string }
  | { readonly type: 'focus'; readonly inside: boolean }
  | { readonly type: 'hold'; readonly by: 'note' | 'undo' | null }
  | { readonly type: 'words'; readonly unstored: boolean };

export type FrameEffect<D extends AnyDrawing, U extends AnyDone> =
  | { readonly type: 'say'; readonly say: ToReader }
  /** Asks the background for it, unless it was asked; `come`: its answer is waited for. */
  | { readonly type: 'ask'; readonly drawing: D; readonly come: boolean }
  /** What was asked is not true any more. */
  | { readonly type: 'forget-asked' }
  /** As things stand. */
  | { readonly type: 'draw' }
  /** Once it is proven to stand before the reader; `show`: what comes is to be shown. */
  | { readonly type: 'ask-article'; readonly entity: string; readonly show: boolean }
  /** Has the frame the focus, now and some moments later? */
  | { readonly type: 'look-for-focus' | 'stop-looking' | 'focus-field' }
  /** The time in which it can be undone begins, or is over. */
  | { readonly type: 'begin-undo' | 'end-undo' }
  | { readonly type: 'take-back'; readonly done: U };

export interface FrameStep<D extends AnyDrawing, A extends AnyAnswer, U extends AnyDone> {
  readonly state: FrameState<D, A, U>;
  readonly effects: readonly FrameEffect<D, U>[];
}
