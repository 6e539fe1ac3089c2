/**
 * How large a note can be. No reader gets near it by writing; a note from elsewhere may be made to fill memory and disk
 * of every device. Enforced by `refuse-too-large.ts`.
 */
export const NOTE_SIZE = {
  /** Name, text, tags and quotes together: a thousand printed pages. */
  characters: 1_000_000,
  /** Of the document, with everything ever removed from the text. */
  bytes: 4_000_000,
  /** All are checked whenever the note is read. */
  quotes: 5_000,
  tags: 2_000,
  /**
   * Pieces in which Yjs stores an update, about 200 bytes of memory each: one for each passage typed or removed at a
   * time.
   */
  pieces: 200_000,
} as const;
