import { callBackground } from '../../lib/messages';
import { exchangeBy } from './exchange-by';

/** For editors in a page of ours. */
export const exchangeByMessage = exchangeBy((ask) => callBackground('exchangeNote', ask));
