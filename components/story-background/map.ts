/** The map by itself: it is read by who wants it alone. */
export { StoryMap } from './story-map';
