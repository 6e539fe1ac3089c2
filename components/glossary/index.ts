export { ALL, arrange, type Group, kindsOf, type Wish } from './arrange';
export { glossaryFileName, glossaryMarkdown } from './markdown';
export { Notice } from './notice';
export { type PopupCalls, type PopupState, PopupView } from './popup-view';
