export { NoteList, type NoteListCalls } from './note-list';
export { type NotePageCalls, NotePageView } from './note-page';
export { StoryLink } from './story-link';
export { UndoLine } from './undo-line';
