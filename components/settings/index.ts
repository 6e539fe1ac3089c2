export { LibraryView } from './library-view';
export type { ImportOutcome, LibraryCalls, LibraryProps, Read } from './props';
export { SAMPLE_NAMES, type SampleCards, type SitesChoice, WelcomeView } from './welcome-view';
