/** "34": of an age, or of things that are counted. */
export const isNumber = (word: string): boolean => /^\d{1,3}$/.test(word);
