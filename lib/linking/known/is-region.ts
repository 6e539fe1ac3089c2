import { isState } from './is-state';
import { isOfHead } from './known-of-head';

/** "Oil-rich province in western Canada"; not "City and region in eastern Ukraine". */
const REGION = /^(?:(?!(?:city|capital|port|town|sea)\b)[\w-]+ ){0,3}(?:province|territory|region|canton|oblast)\b/i;

/** Is it a state, a province, a part of a country? By the gloss of the tables. */
export const isRegion = isOfHead((head) => isState(head) || (head.kind === 'place' && REGION.test(head.gloss)));
