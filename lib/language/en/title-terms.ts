import { wordList } from '../word-list';

/** Titles in the terms of the tables, into which every folder puts its own ("Frau" is "mrs"). */
export const titleTerms = {
  /** Say nothing but who is addressed: no body and no place has one. */
  styles: wordList('mr mrs ms miss dr sir dame lord lady prof professor capt sgt sergeant lt maj cmdr rev inspector'),
  /** Of anybody. */
  addresses: wordList('mr mrs ms miss dr sir dame'),
  hers: wordList('mrs ms miss dame lady queen princess'),
  his: wordList('mr sir lord king prince'),
} as const;
