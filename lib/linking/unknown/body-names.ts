import type { Reading, Word } from '../reading';

/** "Quiet Lamp Press", "Salt River". */
export const endsAsBody = (last: number, { words, language: { roles, names } }: Reading): boolean => {
  const { folded } = words[last] as Word;
  return roles.inNames.has(folded) || names.institutions.has(folded) || roles.kindOf(folded) === 'place';
};

/** "American College of Radiology". */
export const isLinked = (first: number, last: number, { words, language: { roles } }: Reading): boolean =>
  words.slice(first, last).some(({ folded, capital }) => !capital && roles.links.has(folded));
