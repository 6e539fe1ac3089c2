export { composeStory } from './compose-story';
export { happeningsAround } from './gather-facts';
export { storyPlace } from './story-place';
export type * from './types';
