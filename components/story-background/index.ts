export { CatchUp } from './catch-up';
export { StoryTiesView } from './ties';
export { Timeline } from './timeline';
