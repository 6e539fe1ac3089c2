/** Notes as the reader uses them. */
import type { NoteStore } from '../types';
import { createNoteReading } from './note-reading';
import { createNoteWriting } from './note-writing';
import type { StoreParts } from './parts';

export const createNoteStore = (parts: StoreParts): NoteStore => ({
  ...createNoteReading(parts.database),
  ...createNoteWriting(parts),
});
