import { wordList } from './word-list';

/** Given names of the English-speaking world so common that, before a common surname, they name hundreds of people. Folded. */
export const commonGivenNames: ReadonlySet<string> = wordList(`
  adam alan alex alexander amy andrea andrew andy angela ann anna anne anthony antonio barbara ben benjamin bill bob brian
  carol carlos caroline charles charlie chris christine christopher claire colin craig dan daniel dave david dean dennis
  derek diane donald donna doug douglas edward elizabeth emily emma eric frank fred gary gavin geoff george gordon graham
  grant greg gregory harry heather helen henry ian jack jackie james jamie jane janet jason jean jeff jennifer jeremy jim
  joan joanne joe joel john johnny jon jonathan jose joseph josh juan judith judy julia julian julie karen kate kathleen
  kathy keith kelly ken kenneth kevin larry laura lauren lee leslie linda lisa louis louise luke luis malcolm margaret
  maria marie mark martin mary matt matthew megan melissa michael michelle miguel mike mohamed mohammad mohammed muhammad
  nancy neil nicholas nick nicola nicole nigel oliver pat patricia patrick paul paula pedro peter phil philip phillip
  rachel ralph ray raymond rebecca richard rick rob robert robin roger ron ronald rose roy russell ruth ryan sally sam
  samantha samuel sandra sara sarah scott sean sharon simon stacey stephanie stephen steve steven stuart sue susan terry
  theresa thomas tim timothy tina todd tom tommy tony tracy trevor victoria walter wayne wendy will william
`);
