export { linkStory } from './link-story';
export * from './types';
