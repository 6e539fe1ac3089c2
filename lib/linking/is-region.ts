import type { EntityHead } from '../pack';
import { isState } from './is-state';

/** "Oil-rich province in western Canada"; not "City and region in eastern Ukraine". */
const REGION = /^(?:(?!(?:city|capital|port|town|sea)\b)[\w-]+ ){0,3}(?:province|territory|region|canton|oblast)\b/i;

/** Is it a state, a province, a part of a country? By the gloss of the tables. */
export const isRegion = (head: EntityHead): boolean =>
  isState(head) || (head.kind === 'place' && REGION.test(head.gloss));
