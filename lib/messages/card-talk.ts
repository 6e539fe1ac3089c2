/**
 * What a reader script and the frame of its card say to one another. Never directly: every word goes through the
 * background, which knows that the frame is ours (lib/border). The frame asks for cards, notes and all effects by
 * itself; the reader, which lives beside the page's scripts, learns only where, how large and what was pressed.
 */
import type { EntityKey, Evidence, RunnerUp } from '../facts';
import type { Passage } from '../notes';
import type { UnknownEntry } from '../page';
import type { Day } from '../time';
import type { Ask } from './calls';
import type { CardCalls } from './protocol';

/** How the card is held open (the same words as `CardMode` of lib/hover). */
export type HeldBy = 'hover' | 'pinned' | 'focus' | 'sheet';
type PageTheme = 'system' | 'light' | 'dark';
/** What a frame of ours in a page is for. */
export type FrameContent = 'card' | 'button';

/** A card as the reader wants it. `token` is the hover machine's question: whoever answers late answers nobody. */
export interface Drawing {
  readonly token: number;
  /** The card on top last; the first is the mention's own. Never empty. */
  readonly stack: readonly EntityKey[];
  readonly canNest: boolean;
  /** Of the story, and the entities named in it. */
  readonly day: Day | null;
  /** The day that the page gives, where the reader has set another. */
  readonly pageDay: Day | null;
  readonly here: readonly EntityKey[];
  /** The words of the story that led here, and why. */
  readonly link: {
    readonly entity: EntityKey;
    readonly form: string;
    readonly evidence: Evidence;
    readonly runnersUp: readonly RunnerUp[];
  };
  /** The mention's own name where no pack knows it, and what the story says of it. */
  readonly unknown: UnknownEntry | null;
  readonly mode: HeldBy;
  readonly theme: PageTheme;
  /** What is selected in the story, to be quoted. */
  readonly passage: Passage | null;
}

/** The reader to the card. */
export type ToCard =
  /** Ask for it now; it is drawn later, or never: another card is still on the screen. */
  | { readonly type: 'look-up'; readonly drawing: Drawing }
  | { readonly type: 'draw'; readonly drawing: Drawing }
  /** On the screen from now on; before that it was drawn out of sight. */
  | { readonly type: 'shown' }
  | { readonly type: 'mode'; readonly mode: HeldBy }
  | { readonly type: 'theme'; readonly theme: PageTheme }
  | { readonly type: 'passage'; readonly passage: Passage | null }
  /** Closed: nothing of it stays in the frame. */
  | { readonly type: 'clear' }
  /** The focus has left the frame; `asked`: by the reader's own doing (a press elsewhere, another window). */
  | { readonly type: 'focus-left'; readonly asked: boolean };

/** The card to the reader. */
export type FromCard =
  | { readonly type: 'ready' }
  /** Stands there in a frame of this width, this tall when nothing of it is cut off. CSS px. */
  | { readonly type: 'drawn'; readonly token: number; readonly width: number; readonly height: number }
  /** Nothing is known of it. */
  | { readonly type: 'no-card'; readonly token: number }
  /** The reader moves the pinned card, by so many CSS px. */
  | { readonly type: 'moved'; readonly x: number; readonly y: number }
  | { readonly type: 'pin' | 'unpin' | 'close' | 'back' | 'escape' }
  | { readonly type: 'nested' | 'instead'; readonly entity: EntityKey }
  | { readonly type: 'focus'; readonly inside: boolean }
  | { readonly type: 'pointer'; readonly inside: boolean }
  /** In use: a note is written, or what was pressed can still be undone. A press on the story does not end the former. */
  | { readonly type: 'hold'; readonly by: 'note' | 'undo' | null }
  /** Words stand in the editor that are not stored. */
  | { readonly type: 'words'; readonly unstored: boolean }
  /** Muted, refused or allowed again, and stored: what is marked changes. */
  | { readonly type: 'choices-changed' }
  /** The frame is not ours any more, or went: said by the background. */
  | { readonly type: 'gone' };

/** What travels over the port of a frame. */
export type PortToFrame =
  /** After the card's script has said that it is there, with the secret to come back with; and when it has come back. */
  | { readonly type: 'admitted'; readonly secret: string; readonly incognito: boolean }
  | { readonly type: 'say'; readonly say: ToCard }
  | { readonly type: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly type: 'error'; readonly id: number; readonly code: string; readonly message: string };

/** One call of the frame, by any of the names it may use. */
export type FrameCall = {
  readonly [N in keyof CardCalls]: {
    readonly type: 'call';
    readonly id: number;
    readonly name: N;
    readonly ask: Ask<CardCalls, N>;
  };
}[keyof CardCalls];

export type PortFromFrame = FrameCall | { readonly type: 'say'; readonly say: FromCard };
