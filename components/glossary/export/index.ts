export { exportedStory } from './exported-story';
export { glossaryFileName } from './file-name';
export { glossaryMarkdown } from './markdown';
export { GlossaryHead, GlossaryPage } from './page';
export { glossaryTable } from './table';
