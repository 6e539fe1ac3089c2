import { stemmer } from 'stemmer';
import type { Stem } from '../../text';
import { wordList } from '../word-list';
import { SMALL_WORDS } from './small-words';

/** Words that say nothing about the subject: articles, pronouns, auxiliaries and common filler of news prose. */
const STOPWORDS = wordList(`${SMALL_WORDS}
  am arent be became become been began came cannot cant come couldnt day days didnt doesnt doing done dont enough
  further gave get go goes going gone got hadnt hasnt havent having hers herself him himself including isnt itself
  keep know known likely long made mainly make making me might month months mr mrs ms must often ours part put really
  recent recently said same saying seen shall taken theirs themselves thing things time times told took use used using
  very want wanted wasnt way week weeks well went werent whole whom wouldnt year years yours`);

export const stem: Stem = (word) => (STOPWORDS.has(word) ? null : stemmer(word));
