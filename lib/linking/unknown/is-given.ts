import { moreGivenNames } from '../../language';
import { isGivenName } from '../known/is-given-name';

/** Is the folded word a given name? Where no card hangs on it, one of more names than linking trusts. */
export const isGiven = (word: string): boolean => isGivenName(word) || moreGivenNames.has(word);
