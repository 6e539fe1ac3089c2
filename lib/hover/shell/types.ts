/**
 * The words of the shell's machine: what happens around the frame of one card (events), how things stand (state), what is
 * to be done (effects). `Drawing` and `Spot` are the page's: the machine hands them on and looks at nothing else in them.
 */
import type { Rect } from '../corridor';
import type { CardMode, HoverEvent, HoverState, Token } from '../types';

/** A card as the frame is to draw it. */
export interface AnyDrawing {
  readonly token: Token;
  readonly mode: CardMode;
  readonly passage: { readonly text: string } | null;
}

export interface ShellState<D extends AnyDrawing, Spot> {
  /** What the frame was last told to draw. `height`: CSS px of all that stands in the card; null until it is drawn. */
  readonly asked: {
    readonly token: Token;
    readonly spot: Spot;
    readonly mode: CardMode;
    readonly height: number | null;
  } | null;
  /** The card that hover has open. `line`: which line of the mention it hangs on. */
  readonly shown: { readonly spot: Spot; readonly line: number; readonly mode: CardMode } | null;
  /** What the reader has selected in the story, to be quoted. */
  readonly passage: D['passage'] | null;
  /** What the card is in use for. */
  readonly held: 'note' | 'undo' | null;
  /** Pinned by us while the card was in use, not by the reader. */
  readonly pinned: boolean;
  /** The reader has pinned it: until it goes it hangs on no words any more. */
  readonly stays: boolean;
  /** Words stand in the frame that are not stored. */
  readonly unstored: boolean;
  /** The focus is to go into the card as soon as it stands: what is hidden takes none. */
  readonly focus: boolean;
  readonly inside: boolean;
  /** ms of the page's steady clock: the last press outside the card, the last choice that can be undone in its frame. */
  readonly pressed: number;
  readonly chosen: number;
}

/** What the shell sees as an event comes. */
export interface Seen {
  readonly hover: HoverState;
  readonly time: number;
  /** The frame stands before the reader. */
  readonly inSight: boolean;
  /** The focus left the card for no other place of the page: the window, or the tab, lost it. */
  readonly holdsFocus: boolean;
  /** No frame can be made on this page. */
  readonly refused: boolean;
  /** The extension, or the visit, is gone. */
  readonly ended: boolean;
}

/** What the frame says (lib/messages); `ready` and `gone` concern the line to it alone. */
export type FromFrame =
  | { readonly type: 'drawn'; readonly token: Token; readonly width: number; readonly height: number }
  | { readonly type: 'no-card'; readonly token: Token }
  | { readonly type: 'moved'; readonly x: number; readonly y: number }
  | { readonly type: 'pin' | 'unpin' | 'close' | 'back' | 'escape' | 'choices-changed' | 'ready' | 'gone' }
  | { readonly type: 'nested' | 'instead'; readonly entity: string }
  | { readonly type: 'focus'; readonly inside: boolean }
  | { readonly type: 'pointer'; readonly inside: boolean }
  | { readonly type: 'hold'; readonly by: 'note' | 'undo' | null }
  | { readonly type: 'words'; readonly unstored: boolean };

export type ShellEvent<D extends AnyDrawing, Spot> =
  | Exclude<FromFrame, { type: 'drawn' | 'pointer' }>
  /** `wide`: the width that the frame has by now; null where there is none. */
  | (Extract<FromFrame, { type: 'drawn' }> & { readonly wide: number | null })
  /** `passage`: what is selected in the story. */
  | { readonly type: 'pointer'; readonly inside: boolean; readonly passage: D['passage'] }
  /** Hover opens a card, or takes it to another mention. */
  | { readonly type: 'show'; readonly spot: Spot; readonly line: number; readonly mode: CardMode }
  | { readonly type: 'hide' | 'focus-in' }
  | { readonly type: 'mode'; readonly mode: CardMode }
  /** Hover wants a card; `ahead`: while another one is still on the screen. */
  | {
      readonly type: 'ask';
      readonly spot: Spot;
      readonly drawing: D;
      readonly ahead: boolean;
      readonly passage: D['passage'];
    }
  /** Its words may stand elsewhere, or the window be smaller. */
  | { readonly type: 'move' }
  | { readonly type: 'placed'; readonly rect: Rect }
  /** No place leaves the words free, or there are no words. */
  | { readonly type: 'no-place' }
  /** The frame went, by the page's hand or with the worker's memory. */
  | { readonly type: 'lost' }
  | { readonly type: 'pressed-outside' | 'pointer-outside' }
  /** The tab went out of sight: what nobody needs now costs no memory. */
  | { readonly type: 'rest' };

type ToFrame<D extends AnyDrawing> =
  | { readonly type: 'look-up' | 'draw'; readonly drawing: D }
  | { readonly type: 'shown' | 'clear' }
  | { readonly type: 'mode'; readonly mode: CardMode }
  | { readonly type: 'passage'; readonly passage: D['passage'] }
  | { readonly type: 'focus-left'; readonly asked: boolean };

export type ShellEffect<D extends AnyDrawing, Spot> =
  | { readonly type: 'say'; readonly say: ToFrame<D> }
  | { readonly type: 'tell'; readonly event: HoverEvent<true> }
  /** A host for words of this spot, unless there is one that serves them; as wide as this mode has it. */
  | { readonly type: 'prepare'; readonly spot: Spot; readonly mode: CardMode }
  /** Hover has a question that the frame was not asked yet. */
  | { readonly type: 'request-card'; readonly token: Token }
  /** Along the lower edge, beside its words, or (`itself`) by so much from where it stands; nothing is shown yet. */
  | {
      readonly type: 'place';
      readonly by: 'edge' | 'itself' | 'words';
      readonly x: number;
      readonly y: number;
      readonly height: number;
    }
  | { readonly type: 'reveal' | 'away' | 'focus' | 'drop' }
  /** In the place that a card would have stands why there is none. */
  | { readonly type: 'refused'; readonly spot: Spot }
  /** By the reader. */
  | { readonly type: 'pinned' }
  /** What was chosen in the card changes what is marked. */
  | { readonly type: 'chosen' };

export interface ShellStep<D extends AnyDrawing, Spot> {
  readonly state: ShellState<D, Spot>;
  readonly effects: readonly ShellEffect<D, Spot>[];
}
