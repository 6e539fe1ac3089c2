import { eitherNames, mensNames, womensNames } from '../../language';

/** Is the folded word a given name wherever it stands, so that even the first word of a sentence is one? */
export const isGivenName = (word: string): boolean =>
  mensNames.has(word) || womensNames.has(word) || eitherNames.has(word);
