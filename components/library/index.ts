export { focusTitle } from './focus-title';
export { LibraryView, TITLES } from './library-view';
export { hashOf, type Place, readPlace, type SectionName, sectionOf } from './place';
export { Section } from './section';
