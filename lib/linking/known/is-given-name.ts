import { eitherNames, mensNames, womensNames } from '../../language';

/** Is the folded word always a given name, even at the start of a sentence? */
export const isGivenName = (word: string): boolean =>
  mensNames.has(word) || womensNames.has(word) || eitherNames.has(word);
