export { forgetBlocks } from './forget-blocks';
export { linkStory } from './link-story';
export * from './types';
