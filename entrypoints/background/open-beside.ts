/**
 * A card out of the page's reach, in a small window of ours: the toolbar popup would close with the next press
 * elsewhere, and the note being written with it. For a private window Chromium opens no page of an extension: there it
 * is the toolbar popup, and what it shows is in no address that the history would record.
 */
import type { EntityKey } from '../../lib/facts';
import { browser, type Caller } from '../../lib/messages';
import type { Day } from '../../lib/time';
import { cardAddress, leaveCardPlace } from '../own-page/card-place';
import { openSmallWindow } from './small-window';

export async function openBeside(entity: EntityKey, day: Day | null, caller: Caller): Promise<void> {
  const { tabId, windowId, incognito } = caller;
  const place = { card: entity, day, tab: tabId };
  if (incognito && !import.meta.env.FIREFOX) {
    await leaveCardPlace(browser.storage.session, place);
    return browser.action.openPopup(windowId === null ? {} : { windowId });
  }
  await openSmallWindow(cardAddress(place), windowId, incognito);
}
