import type { SentenceRules } from '../../text';
import { wordList } from '../word-list';

const SMALL = `abb abs bspw bzw ca chr dgl ebd etc evtl exkl geb gegr gem ggf hl incl inkl insb inv jhd lt max min mio mrd
  nr oä od og pp rd resp s sog stellv str tel tsd u usw v verh vgl vs z zzgl zt`;

export const sentences: SentenceRules = {
  abbreviations:
    wordList(`${SMALL} adm apr aug bd bgm bm bros bürg col dez dipl dr feb frhr frl gen hbf hr hrn ing jan jr jul jun
    kap lic maj med min mr mrs nov okt pfr phil prof rer sept sen sr st th univ`),
  trailing: wordList('etc usw dgl jr sr'),
  small: wordList(SMALL),
  numbered: wordList('nr abs'),
  dated: wordList('jan feb apr aug sept okt nov dez'),
  begins:
    /^["“„»‚‘(]?(Der|Die|Das|Den|Dem|Ein|Eine|Aber|Und|In|Im|Am|Auf|Es|Er|Sie|Wir|Ich|Dies\w*|Sein\w*|Ihr\w*|Doch|Auch|Als|Für|Wenn|Während|Nach|Vor|Noch|So|Zum|Zur|Mit|Nun)\b/,
  ordinals: true,
};
