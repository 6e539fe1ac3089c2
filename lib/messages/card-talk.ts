/**
 * What a reader script and its card's frame tell each other. Never directly: everything goes through the background,
 * which knows that the frame is ours (lib/border). The frame itself asks for cards, notes and all effects; the reader
 * script, which lives beside the page's scripts, learns only position, size and what was pressed.
 */
import type { EntityKey, Evidence, RunnerUp } from '../facts';
import type { Passage } from '../notes';
import type { UnknownEntry } from '../page';
import type { Day } from '../time';
import type { Ask } from './calls';
import type { CardCalls } from './protocol';

/** How the card is held open (the same words as `CardMode` in lib/hover). */
export type HeldBy = 'hover' | 'pinned' | 'focus' | 'sheet';
type PageTheme = 'system' | 'light' | 'dark';
/** The purpose of one of our frames in a page. */
export type FrameContent = 'card' | 'button';

/** A card as the reader script wants it. `token` is the hover machine's question: a late answer is ignored. */
export interface Drawing {
  readonly token: number;
  /** Topmost card last; the first is the mention's own. Never empty. */
  readonly stack: readonly EntityKey[];
  readonly canNest: boolean;
  /** The story's day, and the entities named in it. */
  readonly day: Day | null;
  /** The page's own day, if the reader has set another. */
  readonly pageDay: Day | null;
  readonly here: readonly EntityKey[];
  /** The words in the story that led here, and why. */
  readonly link: {
    readonly entity: EntityKey;
    readonly form: string;
    readonly evidence: Evidence;
    readonly runnersUp: readonly RunnerUp[];
  };
  /** The mention's name if no pack knows it, and what the story says about it. */
  readonly unknown: UnknownEntry | null;
  readonly mode: HeldBy;
  readonly theme: PageTheme;
  /** The selection in the story, to be quoted. */
  readonly passage: Passage | null;
}

/** Reader script to card. */
export type ToCard =
  /** Look it up now; it is drawn later or never: another card is still showing. */
  | { readonly type: 'look-up'; readonly drawing: Drawing }
  | { readonly type: 'draw'; readonly drawing: Drawing }
  /** Visible from now on; until then it was drawn out of sight. */
  | { readonly type: 'shown' }
  | { readonly type: 'mode'; readonly mode: HeldBy }
  | { readonly type: 'theme'; readonly theme: PageTheme }
  | { readonly type: 'passage'; readonly passage: Passage | null }
  /** Closed: nothing of it stays in the frame. */
  | { readonly type: 'clear' }
  /** The focus has left the frame; `asked`: by the reader's own action (a press elsewhere, another window). */
  | { readonly type: 'focus-left'; readonly asked: boolean };

/** Card to reader script. */
export type FromCard =
  | { readonly type: 'ready' }
  /** Drawn in a frame this wide, it needs this height not to be cut off. CSS px. */
  | { readonly type: 'drawn'; readonly token: number; readonly width: number; readonly height: number }
  /** Nothing is known about it. */
  | { readonly type: 'no-card'; readonly token: number }
  /** The reader moves the pinned card by this many CSS px. */
  | { readonly type: 'moved'; readonly x: number; readonly y: number }
  | { readonly type: 'pin' | 'unpin' | 'close' | 'back' | 'escape' }
  | { readonly type: 'nested' | 'instead'; readonly entity: EntityKey }
  | { readonly type: 'focus'; readonly inside: boolean }
  | { readonly type: 'pointer'; readonly inside: boolean }
  /** In use: a note is being written, or a press can still be undone. A press on the story does not end the former. */
  | { readonly type: 'hold'; readonly by: 'note' | 'undo' | null }
  /** The editor holds unsaved words. */
  | { readonly type: 'words'; readonly unstored: boolean }
  /** A mute, refusal or its reversal was stored: marks change. */
  | { readonly type: 'choices-changed' }
  /** The frame is no longer ours, or is gone: said by the background. */
  | { readonly type: 'gone' };

/** What travels over a frame's port. */
export type PortToFrame =
  /**
   * Sent after the card's script has announced itself, with the secret for reconnecting; and after it has reconnected.
   */
  | { readonly type: 'admitted'; readonly secret: string; readonly incognito: boolean }
  | { readonly type: 'say'; readonly say: ToCard }
  | { readonly type: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly type: 'error'; readonly id: number; readonly code: string; readonly message: string };

/** One call from the frame, by any name it may use. */
export type FrameCall = {
  readonly [N in keyof CardCalls]: {
    readonly type: 'call';
    readonly id: number;
    readonly name: N;
    readonly ask: Ask<CardCalls, N>;
  };
}[keyof CardCalls];

export type PortFromFrame = FrameCall | { readonly type: 'say'; readonly say: FromCard };
