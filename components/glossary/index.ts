export { ALL, arrange } from './arrange';
export { glossaryFileName, glossaryMarkdown } from './markdown';
export { Notice } from './notice';
export type { OnWikipediaProps } from './on-wikipedia';
export { PopupCard, type PopupCardProps } from './popup-card';
export { type NotAllowed, type PopupCalls, type PopupState, PopupView, type PopupViewProps } from './popup-view';
export { UnknownNames, type UnknownNamesProps } from './unknown-names';
export { UnstoredNotes } from './unstored-notes';
