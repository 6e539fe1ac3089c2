import type { Titles } from '../language';
import { wordList } from '../word-list';

/** Ranks, forms of address and posts before a person's name: not part of the name, but kept as a cue. */
const TITLES = wordList(`
  mr mrs ms miss dr sir dame lord lady prof professor gen general lt lieutenant col colonel maj major brig brigadier
  capt captain sgt sergeant cmdr commander adm admiral marshal president vice prime minister chancellor premier
  secretary undersecretary sen senator rep representative congressman congresswoman gov governor mayor ambassador envoy judge justice
  attorney king queen prince princess emperor emir sultan crown pope cardinal archbishop bishop rev reverend ayatollah
  sheikh sheik imam mullah hojatoleslam chairman chairwoman chair chief director speaker spokesman spokeswoman
  spokesperson inspector commissioner detective officer deputy acting former interim then ex late deposed
  democrat republican billionaire candidate nominee elect designate leader taoiseach
  foreign defence defense finance interior`);

export const titles: Titles = {
  titleOf: (word) => (TITLES.has(word) ? word : null),
  deputies: wordList('vice deputy'),
  tails: wordList('state defense defence treasury commerce energy labor agriculture transportation education'),
};
