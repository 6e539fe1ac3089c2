import type { EntityHead } from '../pack';
import { isCountry } from './is-country';
import { isState } from './is-state';

const TOWN = /^(?:[\w-]+ ){0,2}(?:city|town|capital|borough|port)\b/i;

/** Is it a country, a state or a town, and so without "the" but for a few? By the gloss of the tables. */
export const takesNoArticle = (head: EntityHead): boolean =>
  head.kind === 'place' && (isCountry(head) || isState(head) || TOWN.test(head.gloss));
