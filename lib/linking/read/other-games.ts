import type { Reading } from './reading';
import { WORD_MARK } from './word-marks';

/** Has the story a word of a game in which nations play and which is not football? */
export const hasOtherGames = (readings: readonly Reading[]): boolean =>
  readings.some(({ marks }) => (marks & WORD_MARK['other-game']) !== 0);
