/** English puts an article before names ending in a common noun; the tables hold names without it. */

const NOUN_AT_END =
  /(?:^G\d+$|\b(?:States|Kingdom|Emirates|Netherlands|Philippines|Republic|Nations|Union|League|Alliance|Community|Council|Organi[sz]ation|Force|Forces|Army|Guards?|Corps|Peshmerga|Taliban|Houthis|Group|Movement|Area|eurozone|Partnership|Convention|Agreement|Treaty|deal|Initiative|Accords|Court|Party)$)/i;

/** "the European Union", but "NATO". */
export const withArticle = (name: string): string => (NOUN_AT_END.test(name) ? `the ${name}` : name);
