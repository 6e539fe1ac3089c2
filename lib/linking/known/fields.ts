import { type Arena, tableNames } from '../../language';
import { isOfHead, knownOfHead } from './known-of-head';

/** The arenas a person or a work belongs to, read from the gloss. */
export const arenasOf = knownOfHead(({ gloss }): readonly Arena[] =>
  FIELDS.filter(([, words]) => words.test(gloss)).map(([arena]) => arena),
);

const FIELDS = Object.entries(tableNames.fields) as [Arena, RegExp][];

/** Of a trade that has no arena: a journalist, a saint. */
export const hasQuietTrade = isOfHead(({ gloss }) => tableNames.quietTrades.test(gloss));
