export { createNoteItems } from './note-items';
export { takeOutOfAccount } from './take-out';
