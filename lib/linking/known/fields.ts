import { type Arena, tableNames } from '../../language';
import { knownOfHead } from './known-of-head';

/** In which of the arenas that stories tell of somebody is known, or a work is told; by the gloss of the tables. */
export const fieldsOf = knownOfHead(({ gloss }): readonly Arena[] =>
  FIELDS.filter(([, words]) => words.test(gloss)).map(([arena]) => arena),
);

const FIELDS = Object.entries(tableNames.fields) as [Arena, RegExp][];
