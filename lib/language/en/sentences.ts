import type { SentenceRules } from '../../text';
import { wordList } from '../word-list';

export const sentences: SentenceRules = {
  abbreviations: wordList(`
  adm amb apr atty aug ave bldg blvd brig bros capt cmdr co col corp cpl ct dec dept det dist dr est feb fr ft gen gov
    govt hon inc insp jan jr jul jun lt ltd maj mar messrs mr mrs ms mt mx no nov oct pfc ph pres prof pte pvt rd rep
    reps rev rt sat sen sens sep sept sgt sr st supt v vs vol`),
  trailing: wordList('inc ltd corp co jr sr bros etc'),
  small: wordList('v vs'),
  numbered: wordList('no'),
  dated: wordList('mar sat may'),
  begins:
    /^["“‘(]?(The|A|An|But|And|In|On|At|It|He|She|They|We|This|That|These|Those|Its|His|Her|Their|However|Mr|Some|As|For|If|When|While|After|Before|Yet|So|I)\b/,
  ordinals: false,
};
