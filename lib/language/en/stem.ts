import { stemmer } from 'stemmer';
import type { Stem } from '../../text';
import { wordList } from '../word-list';

/** Words that say nothing about the subject: articles, pronouns, auxiliaries and common filler of news prose. */
const STOPWORDS = wordList(`
  a about above according across after again against ago all almost along already also although always am among an and
  another any are arent around as at away back be became because become been before began being below between both but
  by came can cannot cant come could couldnt day days did didnt do does doesnt doing done dont down during each either
  else enough even ever every few first for former from further gave get give go goes going gone got had hadnt has hasnt
  have havent having he her here hers herself him himself his how however i if in including indeed instead into is isnt
  it its itself just keep know known last late later least less like likely long made mainly make making many may maybe
  me might monday month months more most much must my near nearly never new next no none nor not nothing now of off
  often on once one only onto or other others our ours out over own part per perhaps put quite rather really recent
  recently said same saturday say saying says see seen several shall she should since so some something soon still such
  sunday take taken than that the their theirs them themselves then there therefore these they thing things this those
  though three through thursday thus time times to today together told too took toward towards tuesday two under until
  up upon us use used using very via want wanted was wasnt way we wednesday week weeks well went were werent what when
  where whether which while who whole whom whose why will with within without would wouldnt year years yes yesterday yet
  you your yours friday mr mrs ms`);

export const stem: Stem = (word) => (STOPWORDS.has(word) ? null : stemmer(word));
