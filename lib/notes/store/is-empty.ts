import type { Note } from '../types';

/** A note from which everything was removed stays a document, for its history, but is not shown. */
export const isEmpty = ({ text, tags, quotes }: Pick<Note, 'text' | 'tags' | 'quotes'>): boolean =>
  text === '' && tags.length === 0 && quotes.length === 0;

export const isLiving = (note: Pick<Note, 'kept' | 'text' | 'tags' | 'quotes'>): boolean =>
  note.kept === 1 && !isEmpty(note);
