/** Is the question open where notes may go, and its plainest answer. On every place of the library, so it loads little. */
import { browser } from '../../lib/messages';
import { chooseAccount, isUndecided } from '../../lib/sync';
import { ledger, notes } from './stores';
import { useWatchedOr } from './use-watched';

const area = browser.storage.local;
const readUndecided = () => isUndecided(ledger, area, () => notes.count());

export const useUndecided = (): boolean => useWatchedOr(readUndecided, false);

export const keepHere = (): Promise<void> => chooseAccount(ledger, area, 'off');
