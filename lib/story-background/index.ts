export { composeStory } from './compose-story';
export { happeningsAround } from './gather-facts';
export type * from './types';
