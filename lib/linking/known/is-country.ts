import type { EntityHead } from '../../pack';
import { isOfHead } from './known-of-head';

/** "Country in western Asia", "Island state in the Pacific"; not "Capital of the Czech Republic", "Largest country of the United Kingdom". */
const COUNTRY =
  /^(?:(?!(?:capital|of|in)\b)[\w-]+ ){0,2}(?:country|kingdom|republic|monarchy|(?:island|city|small) state)\b(?! of)/i;

/** Judged by the gloss: "Country in western Asia, capital Amman". */
export const tellsCountry = ({ kind, gloss }: Pick<EntityHead, 'kind' | 'gloss'>): boolean =>
  kind === 'place' && COUNTRY.test(gloss);

export const isCountry = isOfHead(tellsCountry);
