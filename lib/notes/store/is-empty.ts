import type { Note } from '../types';

/** A note from which everything was taken out again stays a document, since its history does; it is no note to show. */
export const isEmpty = ({ text, tags, quotes }: Pick<Note, 'text' | 'tags' | 'quotes'>): boolean =>
  text === '' && tags.length === 0 && quotes.length === 0;

export const isThere = (note: Pick<Note, 'kept' | 'text' | 'tags' | 'quotes'>): boolean =>
  note.kept === 1 && !isEmpty(note);
