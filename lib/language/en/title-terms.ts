import { wordList } from '../word-list';

/** Titles in the terms of the tables; each language folder translates its own into them ("Frau" is "mrs"). */
export const titleTerms = {
  /** Only forms of address: no body or place has one. */
  styles: wordList('mr mrs ms miss dr sir dame lord lady prof professor capt sgt sergeant lt maj cmdr rev inspector'),
  /** For anyone. */
  addresses: wordList('mr mrs ms miss dr sir dame'),
  hers: wordList('mrs ms miss dame lady queen princess'),
  his: wordList('mr sir lord king prince'),
} as const;
