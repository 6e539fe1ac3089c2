export { ALL, arrange } from './arrange';
export { glossaryFileName, glossaryMarkdown } from './markdown';
export { type NotAllowed, type PopupCalls, type PopupState, PopupView } from './popup-view';
