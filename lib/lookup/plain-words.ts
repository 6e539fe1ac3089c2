import { encyclopediaOf, english, genericWords, languageOf } from '../language';

const { ordinary, openers, acronymWords, particles } = english.names;

/** Words of the tables' language, and generic words of public bodies' names. */
export const isPlainWord = (word: string): boolean =>
  [ordinary, openers, acronymWords, genericWords, particles].some((words) => words.has(word));

/** The same for a word in another language. */
export const isPlainIn = (language: string, word: string): boolean => {
  const { ordinary, particles } = languageOf(language).names;
  return ordinary.has(word) || particles.has(word) || encyclopediaOf(language).generic.has(word);
};
