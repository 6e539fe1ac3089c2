import type { EntityHead } from '../pack';
import { isState } from './is-state';

/** "Oil-rich province in western Canada", "Largest country of the United Kingdom"; not "City and region in eastern Ukraine". */
const REGION =
  /^(?:(?!(?:city|capital|port|town|sea)\b)[\w-]+ ){0,3}(?:province|territory|region|country of|canton|oblast)\b/i;

/** Is it a state, a province, a part of a country in which towns lie? By the gloss of the tables. */
export const isRegion = (head: EntityHead): boolean =>
  isState(head) || (head.kind === 'place' && REGION.test(head.gloss));
