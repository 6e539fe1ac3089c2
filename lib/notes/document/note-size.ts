/**
 * How large a note can be. No reader comes near it by writing; what comes from elsewhere may have been made to fill
 * memory and disk of every device. Held to by `refuse-too-large.ts`.
 */
export const NOTE_SIZE = {
  /** Of name, text, tags and quotes together: a thousand printed pages. */
  characters: 1_000_000,
  /** Of the document, with all that was ever removed from the text. */
  bytes: 4_000_000,
  /** Each is checked one by one, whenever the note is read. */
  quotes: 5_000,
  tags: 2_000,
  /** Pieces that Yjs makes of an update, each some 200 bytes of memory: one a passage that was typed or removed at a time. */
  pieces: 200_000,
} as const;
