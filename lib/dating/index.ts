export type { StoryDay } from './story-day';
export type { Clue, Clues } from './types';
export { publicationDay } from './weigh';
