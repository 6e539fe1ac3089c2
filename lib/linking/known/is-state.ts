import { isOfHead } from './known-of-head';

/** "State of the United States", "Most populous state of India"; not "City state on the French Riviera". */
const STATE = /^(?:(?!(?:city|former|historical|small|island)\b)\w+ ){0,2}state\b/i;

/** Is it a state within a country? Judged by the gloss. */
export const isState = isOfHead(({ kind, gloss }) => kind === 'place' && STATE.test(gloss));
