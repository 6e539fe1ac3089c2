export type { Clue, Clues } from './types';
export { publicationDay, type Weighed } from './weigh';
