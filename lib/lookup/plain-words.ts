import { encyclopediaOf, english, genericWords, languageOf } from '../language';

const { ordinary, openers, acronymWords, particles } = english.names;

/** Words of the tables' language, and those of which public bodies of every country make their names. */
export const isPlainWord = (word: string): boolean =>
  [ordinary, openers, acronymWords, genericWords, particles].some((words) => words.has(word));

/** The same of a word in another language. */
export const isPlainIn = (language: string, word: string): boolean => {
  const { ordinary, particles } = languageOf(language).names;
  return ordinary.has(word) || particles.has(word) || encyclopediaOf(language).generic.has(word);
};
