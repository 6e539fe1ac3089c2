export { NoteList, type NoteListCalls } from './note-list';
export { type NotePageCalls, NotePageView } from './note-page';
export type { Sighting } from './seen-in';
export { UndoLine } from './undo-line';
