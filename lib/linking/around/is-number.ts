/** "34": an age or a count. */
export const isNumber = (word: string): boolean => /^\d{1,3}$/.test(word);
