import { english, genericWords } from '../language';

const { ordinary, openers, acronymWords, particles } = english.names;

/** Words of the language, and those of which public bodies of every country make their names. */
export const isPlainWord = (word: string): boolean =>
  [ordinary, openers, acronymWords, genericWords, particles].some((words) => words.has(word));
