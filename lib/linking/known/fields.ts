import { type Arena, tableNames } from '../../language';
import { knownOfHead } from './known-of-head';

/** The arenas a person or a work belongs to, read from the gloss. */
export const arenasOf = knownOfHead(({ gloss }): readonly Arena[] =>
  FIELDS.filter(([, words]) => words.test(gloss)).map(([arena]) => arena),
);

const FIELDS = Object.entries(tableNames.fields) as [Arena, RegExp][];
