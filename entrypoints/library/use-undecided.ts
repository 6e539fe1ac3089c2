/**
 * Is the question open where notes may go, and its simplest answer. On every page of the library, so it loads little.
 */
import { useEffect, useState } from 'preact/hooks';
import { browser } from '../../lib/messages';
import { areNotesHereAlone, chooseAccount, isChoiceOpen } from '../../lib/sync';
import { ledger, notes } from './stores';
import { useWatchedOr } from './use-watched';

const area = browser.storage.local;
const readAlone = () => areNotesHereAlone(ledger, () => notes.count());

export function useUndecided(): boolean {
  const alone = useWatchedOr(readAlone, false);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const look = () => void isChoiceOpen(area).then(setOpen, () => {});
    look();
    area.onChanged.addListener(look);
    return () => area.onChanged.removeListener(look);
  }, []);
  return alone && open;
}

export const keepHere = (): Promise<void> => chooseAccount(ledger, area, 'off');
