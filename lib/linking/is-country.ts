import type { EntityHead } from '../pack';

const COUNTRY = /\b(?:country|kingdom|republic|monarchy|island state|city state)\b/i;

/** By the gloss of the tables: "Country in western Asia, capital Amman". */
export const isCountry = ({ kind, gloss }: EntityHead): boolean => kind === 'place' && COUNTRY.test(gloss);
