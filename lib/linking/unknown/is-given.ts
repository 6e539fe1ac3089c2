import { moreGivenNames } from '../../language';
import { isGivenName } from '../known/is-given-name';

/** Is the folded word a given name? Where no card depends on it, more names are accepted than in linking. */
export const isGiven = (word: string): boolean => isGivenName(word) || moreGivenNames.has(word);
