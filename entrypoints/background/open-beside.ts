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

export async function openBeside(entity: EntityKey, day: Day | null, caller: Caller): Promise<void> {
  const { tabId, windowId, incognito } = caller;
  const place = { card: entity, day, tab: tabId };
  if (incognito && !import.meta.env.FIREFOX) {
    await leaveCardPlace(browser.storage.session, place);
    return browser.action.openPopup(windowId === null ? {} : { windowId });
  }
  const url = browser.runtime.getURL(cardAddress(place) as never);
  // Firefox for Android has tabs and no windows.
  if (!browser.windows) return void (await browser.tabs.create({ url }));
  const around = windowId === null ? null : await browser.windows.get(windowId).catch(() => null);
  const corner = around && { left: (around.left ?? 0) + (around.width ?? 0) - 440, top: (around.top ?? 0) + 80 };
  const small = { url, type: 'popup', width: 420, height: 640, incognito } as const;
  // The story's window may stand half off the screen; Chromium then refuses a place, and chooses one by itself.
  await browser.windows.create({ ...small, ...corner }).catch(() => browser.windows.create(small));
}
