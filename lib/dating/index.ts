export type { StoryDay } from './story-day';
export type { Clues, DayClue } from './types';
export { publicationDay } from './weigh';
