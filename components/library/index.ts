export { focusTitle } from './focus-title';
export { LibraryView, TITLES } from './library-view';
export { hashOf, NOTHING_SOUGHT, type Place, readPlace, type SectionName, type Sought, sectionOf } from './place';
export { Section } from './section';
