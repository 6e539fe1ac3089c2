/**
 * The words in which the hover machine speaks: what happened (events), how things stand (state), what is to be done
 * (effects). Plain data throughout; the shell that owns DOM, timers and messages lives in the page's entrypoint.
 *
 * Invariant: every timer and every question carries a token drawn once from `HoverState.nextToken`. Whatever comes
 * back with a token that is no longer awaited changes nothing.
 */
import type { EntityKey } from '../facts';
import type { Point, Rect } from './corridor';

export type Token = number;

/** A mention as the page knows it. `id` is stable for the visit and tells two mentions of one entity apart. */
interface MentionRef {
  readonly id: string;
  readonly entity: EntityKey;
}

/** A mention together with the rectangle of the line of it that the card shall hang on (viewport px). */
export interface Target {
  readonly mention: MentionRef;
  readonly anchor: Rect;
}

/** What lies under the pointer. The page does the hit test, the machine only judges. */
export type Under =
  | { readonly on: 'mention'; readonly target: Target }
  | { readonly on: 'card' }
  | { readonly on: 'nothing' };

export type TimerName = 'rest' | 'prefetch' | 'grace';

export type HoverEvent<Answer = unknown> =
  /**
   * Mouse or pen moved (never touch). `time` in ms of any steady clock; `late`: ms from then until the page was
   * looked at; `held`: a button is down.
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
  /** Focus came into the card or left it. */
  | { readonly type: 'focus'; readonly inside: boolean }
  | { readonly type: 'escape' }
  /** A press (mouse, pen, touch) outside the card. */
  | { readonly type: 'press-outside' }
  /** After a scroll, resize or mutation: where the open card's mention is now; null when out of view or gone. */
  | { readonly type: 'anchor'; readonly anchor: Rect | null }
  | { readonly type: 'tab-hidden' }
  /** A committed navigation, or the visit ended otherwise. */
  | { readonly type: 'visit-ended' }
  /** A browser command (next, previous) or the popup (reveal) asks for this mention, with the focus in its card. */
  | { readonly type: 'summon'; readonly target: Target }
  /** A finger tapped a mention that is no link. */
  | { readonly type: 'tap'; readonly target: Target }
  | { readonly type: 'pin' }
  | { readonly type: 'unpin' }
  /** The close button, or an action after which the card has no more to say (mute, none of these). */
  | { readonly type: 'close' }
  /** A name inside the card was pressed. */
  | { readonly type: 'nested'; readonly entity: EntityKey }
  | { readonly type: 'back' }
  /** "Not this one", and the reader chose this one instead: takes the place of the card's own entity. */
  | { readonly type: 'instead'; readonly entity: EntityKey }
  | { readonly type: 'answer'; readonly token: Token; readonly answer: Answer }
  /** Nothing came of the question, and nothing is known to show for it. */
  | { readonly type: 'no-answer'; readonly token: Token }
  | { readonly type: 'rest-changed'; readonly restMs: number };

/** How an open card is held open; the look follows from it (pinned, focus and sheet have a close button). */
export type CardMode = 'hover' | 'pinned' | 'focus' | 'sheet';

/** A question that was put (a card look-up) and the entity it was about. */
export interface Question {
  readonly entity: EntityKey;
  readonly token: Token;
}

/** A mention on which the pointer rests, not yet open. `question` once the prefetch has gone out. */
export interface Resting<Answer = unknown> extends Target {
  readonly question: Question | null;
  /** The answer, if it came before the rest was over. */
  readonly early: { readonly answer: Answer } | null;
}

export interface OpenCard extends Target {
  /** What the card shows, last on top; the first is the mention's own. Never empty, at most `STACK_CAP` deep. */
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
  /** Open by hover, pointer away, grace running. `next`: another mention on which the pointer rests meanwhile. */
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
  /** Timers that run, by the token they were set with. */
  readonly timers: Readonly<Partial<Record<TimerName, Token>>>;
  /** Where the pointer was last, and when; null when it is not in the window. */
  readonly pointer: { readonly at: Point; readonly time: number } | null;
  /** Closed by the reader: stays closed until the pointer leaves it. */
  readonly dismissed: string | null;
  /** The mention whose card was shown last: next and previous go on from it. */
  readonly last: MentionRef | null;
}

export type HoverEffect<Answer = unknown> =
  /** Opens the one card, or takes it to another mention; paint the preview at once, the full card follows as `fill`. */
  | { readonly type: 'show'; readonly target: Target; readonly mode: CardMode }
  /** The open card shows another entity: nested look-up, Back, or a runner-up. `depth` 0 is the mention's own. */
  | {
      readonly type: 'turn';
      readonly entity: EntityKey;
      readonly depth: number;
    }
  /** The answer to the question that the open card waits for. */
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
