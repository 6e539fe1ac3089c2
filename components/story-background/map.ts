/** Just the map, for those who need nothing else. */
export { StoryMap } from './story-map';
