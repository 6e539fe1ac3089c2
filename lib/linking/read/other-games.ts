import type { Reading } from './reading';
import { WORD_MARK } from './word-marks';

/** Does the story use a word from a game between nations other than football? */
export const hasOtherGames = (readings: readonly Reading[]): boolean =>
  readings.some(({ marks }) => (marks & WORD_MARK['other-game']) !== 0);
