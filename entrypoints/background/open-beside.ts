/**
 * A card out of the page's reach: in a small window of our own, since the popup of the toolbar goes with the next press
 * elsewhere, and with it the place where a note is written.
 *
 * Not so for a private window of Chromium, which opens no page of an extension: there it is the popup of the toolbar,
 * which the browser lets us open by ourselves, and what it shows stands in no address that the history would keep.
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
