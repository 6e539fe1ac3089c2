import { callBackground } from '../../lib/messages';
import { exchangeBy } from './exchange-by';

/** The way of an editor in a page of ours. */
export const exchangeByMessage = exchangeBy((ask) => callBackground('exchangeNote', ask));
