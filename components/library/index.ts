export { focusTitle } from './focus-title';
export { LibraryView, TITLES } from './library-view';
export {
  fragmentOf,
  type LibraryPlace,
  type LibrarySection,
  NOTHING_SOUGHT,
  readPlace,
  type Sought,
  sectionOf,
} from './place';
export { Section } from './section';
