export type { Clue, Clues } from './types';
export { publicationDay } from './weigh';
