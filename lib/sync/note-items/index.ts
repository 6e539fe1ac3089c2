export { createNoteItems, type NoteItemsParts } from './note-items';
export { takeOutOfAccount } from './take-out';
