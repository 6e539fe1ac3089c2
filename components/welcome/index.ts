export type { PinState } from './pin-button';
export { SampleStory } from './sample-story';
export { storyText } from './story-text';
export { type SitesChoice, WelcomeView } from './welcome-view';
