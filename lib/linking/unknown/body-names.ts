import { rolesOf } from '../../language';
import type { Reading, Word } from '../read/reading';

/** "Quiet Lamp Press", "Salt River". */
export const endsAsBody = (last: number, { words, language }: Reading): boolean => {
  const { folded } = words[last] as Word;
  const roles = rolesOf(language);
  return roles.inNames.has(folded) || language.names.institutions.has(folded) || roles.kindOf(folded) === 'place';
};

/** "American College of Radiology". */
export const isLinked = (first: number, last: number, { words, language }: Reading): boolean =>
  words.slice(first, last).some(({ folded, capital }) => !capital && rolesOf(language).links.has(folded));
