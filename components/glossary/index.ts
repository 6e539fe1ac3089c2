export type { ExportWish } from './export-form';
export { namedRows } from './named-rows';
export { Notice } from './notice';
export type { OnWikipediaProps } from './on-wikipedia';
export { PopupCard, type PopupCardProps } from './popup-card';
export { type NotAllowed, type PopupCalls, type PopupState, PopupView, type PopupViewProps } from './popup-view';
export { UnknownNames, type UnknownNamesProps } from './unknown-names';
export { UnstoredNotes } from './unstored-notes';
