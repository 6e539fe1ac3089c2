import type { Reading } from './reading';
import { WORD_MARK } from './word-marks';

/** Does "the" or "this" stand right before the word, so that a noun may point back? */
export const isBehindPointer = ({ words }: Reading, word: number): boolean =>
  words[word]?.joint === 'space' && ((words[word - 1]?.marks ?? 0) & WORD_MARK.pointer) !== 0;
