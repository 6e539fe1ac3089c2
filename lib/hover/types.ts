/**
 * The vocabulary of the hover machine: what happened (events), how things are (state), what to do (effects). Plain
 * data; the shell that owns DOM, timers and messages lives in the page's entrypoint.
 *
 * Invariant: every timer and every question carries a token drawn once from `HoverState.nextToken`. An answer whose
 * token is no longer awaited changes nothing.
 */
import type { EntityKey } from '../facts';
import type { Point, Rect } from './corridor';

export type Token = number;

/** A mention as the page knows it. `id` is stable during the visit and tells two mentions of one entity apart. */
interface MentionRef {
  readonly id: string;
  readonly entity: EntityKey;
}

/** A mention with the rectangle of the line the card is attached to (viewport px). */
export interface Target {
  readonly mention: MentionRef;
  readonly anchor: Rect;
}

/** What lies under the pointer. The page does the hit test, the machine only decides. */
export type Under =
  | { readonly on: 'mention'; readonly target: Target }
  | { readonly on: 'card' }
  | { readonly on: 'nothing' };

export type TimerName = 'rest' | 'prefetch' | 'grace';

export type HoverEvent<Answer = unknown> =
  /**
   * Mouse or pen moved (never touch). `time`: ms of any steady clock; `late`: ms from then until the page was looked
   * at; `held`: a button is down.
   */
  | {
      readonly type: 'pointer';
      readonly at: Point;
      readonly time: number;
      readonly late: number;
      readonly under: Under;
      readonly held: boolean;
    }
  /** The pointer left the window. */
  | { readonly type: 'pointer-gone' }
  | { readonly type: 'timer'; readonly name: TimerName; readonly token: Token }
  /** The shell has placed or moved the card. */
  | { readonly type: 'card-placed'; readonly rect: Rect }
  /** Focus entered or left the card. */
  | { readonly type: 'focus'; readonly inside: boolean }
  | { readonly type: 'escape' }
  /** A press (mouse, pen, touch) outside the card. */
  | { readonly type: 'press-outside' }
  /** After a scroll, resize or mutation: where the open card's mention is now; null if out of view or gone. */
  | { readonly type: 'anchor'; readonly anchor: Rect | null }
  | { readonly type: 'tab-hidden' }
  /** A committed navigation, or the visit ended for another reason. */
  | { readonly type: 'visit-ended' }
  /** A browser command (next, previous) or the popup (reveal) asks for this mention, with focus in its card. */
  | { readonly type: 'summon'; readonly target: Target }
  /** A finger tapped a mention that is not a link. */
  | { readonly type: 'tap'; readonly target: Target }
  | { readonly type: 'pin' }
  | { readonly type: 'unpin' }
  /** The close button, or an action that leaves the card nothing to say (mute, none of these). */
  | { readonly type: 'close' }
  /** A name inside the card was pressed. */
  | { readonly type: 'nested'; readonly entity: EntityKey }
  | { readonly type: 'back' }
  /** "Not this one", and the reader chose this one instead: it replaces the card's own entity. */
  | { readonly type: 'instead'; readonly entity: EntityKey }
  | { readonly type: 'answer'; readonly token: Token; readonly answer: Answer }
  /** The question failed, and nothing is known to show. */
  | { readonly type: 'no-answer'; readonly token: Token }
  | { readonly type: 'rest-changed'; readonly restMs: number };

/** How an open card is held open, which also decides its look (pinned, focus and sheet have a close button). */
export type CardMode = 'hover' | 'pinned' | 'focus' | 'sheet';

/** A pending card look-up and its entity. */
export interface Question {
  readonly entity: EntityKey;
  readonly token: Token;
}

/** A mention the pointer rests on, not yet open. `question` is set once the prefetch was sent. */
export interface Resting<Answer = unknown> extends Target {
  readonly question: Question | null;
  /** The answer, if it came before the rest was over. */
  readonly early: { readonly answer: Answer } | null;
}

export interface OpenCard extends Target {
  /**
   * What the card shows, topmost last; the first is the mention's own entity. Never empty, at most `STACK_CAP` deep.
   */
  readonly stack: readonly [EntityKey, ...EntityKey[]];
  readonly question: Question;
  /** Where the card is; null until the shell has placed it. */
  readonly card: Rect | null;
  readonly focusInside: boolean;
  readonly pointerIn: 'mention' | 'card' | 'away';
}

export type HoverMode<Answer = unknown> =
  | { readonly mode: 'idle' }
  | { readonly mode: 'resting'; readonly resting: Resting<Answer> }
  | {
      readonly mode: 'hover';
      readonly open: OpenCard /** last point on the mention */;
      readonly apex: Point;
    }
  /** Open by hover, pointer away, grace running. `next`: another mention the pointer rests on meanwhile. */
  | {
      readonly mode: 'closing';
      readonly open: OpenCard;
      readonly apex: Point;
      readonly under: Target | null;
      readonly next: Resting<Answer> | null;
    }
  | { readonly mode: 'pinned'; readonly open: OpenCard }
  | { readonly mode: 'focus'; readonly open: OpenCard }
  | { readonly mode: 'sheet'; readonly open: OpenCard };

export interface HoverState<Answer = unknown> {
  readonly is: HoverMode<Answer>;
  readonly nextToken: Token;
  readonly restMs: number;
  /** Running timers, with the token they were set with. */
  readonly timers: Readonly<Partial<Record<TimerName, Token>>>;
  /** The pointer's last position and time; null if it is outside the window. */
  readonly pointer: { readonly at: Point; readonly time: number } | null;
  /** Dismissed by the reader: stays closed until the pointer leaves it. */
  readonly dismissed: string | null;
  /** The mention whose card was shown last: next and previous start from it. */
  readonly last: MentionRef | null;
}

export type HoverEffect<Answer = unknown> =
  /** Opens the one card or moves it to another mention; paint the preview at once, the full card follows as `fill`. */
  | { readonly type: 'show'; readonly target: Target; readonly mode: CardMode }
  /** The open card shows another entity: a nested name, Back, or a runner-up. `depth` 0 is the mention's own entity. */
  | {
      readonly type: 'turn';
      readonly entity: EntityKey;
      readonly depth: number;
    }
  /** The answer the open card waits for. */
  | {
      readonly type: 'fill';
      readonly entity: EntityKey;
      readonly answer: Answer;
    }
  | { readonly type: 'mode'; readonly mode: CardMode }
  | { readonly type: 'move'; readonly anchor: Rect }
  | { readonly type: 'hide' }
  | {
      readonly type: 'request-card';
      readonly entity: EntityKey;
      readonly token: Token;
    }
  | { readonly type: 'focus-in' }
  | { readonly type: 'restore-focus' }
  | {
      readonly type: 'set-timer';
      readonly name: TimerName;
      readonly ms: number;
      readonly token: Token;
    }
  | { readonly type: 'clear-timer'; readonly name: TimerName }
  /** Tint this mention (null: none). */
  | { readonly type: 'mark-active'; readonly mention: MentionRef | null };

export interface Step<Answer = unknown> {
  readonly state: HoverState<Answer>;
  readonly effects: readonly HoverEffect<Answer>[];
}
