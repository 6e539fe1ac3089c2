import type { EntityKey } from '../facts';
import { idOf } from './item';

/** The API takes no more of anonymous readers. An item is 20 to 130 kB: so many stay under what is taken of a body. */
export const ITEMS_A_QUESTION = 50;
export const LABELS_A_QUESTION = 50;

/**
 * `maxlag`: Wikidata asks all robots to come again later when its copies lag behind. No address of the item is asked for
 * beside the titles of its articles in the wikis that may be asked (`sites`: "enwiki").
 */
export const itemsQuery = (
  keys: readonly EntityKey[],
  languages: readonly string[],
  sites: readonly string[],
): Record<string, string> => ({
  ...labelsQuery(keys, languages),
  props: 'labels|aliases|descriptions|claims|sitelinks',
  sitefilter: sites.join('|'),
});

export const labelsQuery = (keys: readonly EntityKey[], languages: readonly string[]): Record<string, string> => ({
  action: 'wbgetentities',
  ids: keys.map(idOf).join('|'),
  props: 'labels|descriptions',
  languages: languages.join('|'),
  maxlag: '5',
});
