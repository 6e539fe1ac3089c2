/**
 * What a card and the note frame in it say to one another. The card's first word comes by `postMessage` with a port;
 * everything else goes through that port, which the page has no end of.
 */
import type { NoteGlimpse } from './protocol';

/** The card to the frame, once. */
export interface NoteFrameGreeting {
  readonly ticket: string;
  readonly theme: 'system' | 'light' | 'dark';
}

/** The frame to the card. */
export type NoteFrameNews =
  /** The ticket was good and the editor stands. */
  | { readonly type: 'ready' }
  /** Nothing will come of it: the ticket is not good, or the browser does not let the frame speak for us. */
  | { readonly type: 'refused' }
  | { readonly type: 'height'; readonly px: number }
  /** What the note says now; stored. Null: there is nothing in it. */
  | { readonly type: 'stored'; readonly note: NoteGlimpse | null }
  /** Done, or Escape; all is stored. */
  | { readonly type: 'done' };
