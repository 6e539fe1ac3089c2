/** A card out of the page's reach: in a small window of our own, since no browser lets a press in a page open the popup. */
import type { Day, EntityKey } from '../../lib/facts';
import { browser, type Caller } from '../../lib/messages';

export async function openBeside(entity: EntityKey, day: Day | null, { tabId, windowId }: Caller): Promise<void> {
  const card = new URLSearchParams({
    card: entity,
    ...(day !== null && { day }),
    ...(tabId !== null && { tab: String(tabId) }),
  });
  const url = browser.runtime.getURL(`/popup.html?${card}` as never);
  // Firefox for Android has tabs and no windows.
  if (!browser.windows) return void (await browser.tabs.create({ url }));
  const around = windowId === null ? null : await browser.windows.get(windowId).catch(() => null);
  const place = around && { left: (around.left ?? 0) + (around.width ?? 0) - 440, top: (around.top ?? 0) + 80 };
  const incognito = around?.incognito ?? false;
  await browser.windows.create({ url, type: 'popup', width: 420, height: 640, incognito, ...place });
}
