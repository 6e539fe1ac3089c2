import type { EntityKey } from '../facts';
import { wikidataIdOf } from './item';

/** The API's limit for anonymous readers. An item is 20 to 130 kB, so this many stay under our size limit. */
export const ITEMS_A_QUESTION = 50;
export const LABELS_A_QUESTION = 50;

/**
 * `maxlag`: Wikidata asks robots to retry later when its replicas lag behind. The only addresses requested are the
 * titles of its articles in allowed wikis (`sites`: "enwiki").
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
  ids: keys.map(wikidataIdOf).join('|'),
  props: 'labels|descriptions',
  languages: languages.join('|'),
  maxlag: '5',
});
