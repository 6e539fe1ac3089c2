export { forgetBlocks } from './forget-blocks';
export { linkStory } from './link-story';
export type { ScanAnswer } from './scan-answer';
export * from './types';
