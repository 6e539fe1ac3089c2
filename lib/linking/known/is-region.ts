import { isState } from './is-state';
import { isOfHead } from './known-of-head';

/** "Oil-rich province in western Canada"; not "City and region in eastern Ukraine". */
const REGION = /^(?:(?!(?:city|capital|port|town|sea)\b)[\w-]+ ){0,3}(?:province|territory|region|canton|oblast)\b/i;

/** Is it a state, province or other part of a country? Judged by the gloss. */
export const isRegion = isOfHead((head) => isState(head) || (head.kind === 'place' && REGION.test(head.gloss)));
