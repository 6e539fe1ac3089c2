/** Where buttons of the popup lead. */
import { browser } from '../../lib/messages';

export const libraryAt = (hash: string): string => browser.runtime.getURL(`/library.html#${hash}` as never);

/** Beside the story: the small window of a card has no tabs. `asTab`: the popup is in a tab or a window of its own. */
export async function openTab(url: string, besideTab: number | null, asTab: boolean): Promise<void> {
  const story = besideTab === null ? null : await browser.tabs.get(besideTab).catch(() => null);
  const tab = await browser.tabs.create({ url, ...(story?.windowId !== undefined && { windowId: story.windowId }) });
  if (!asTab) window.close();
  else if (tab.id !== undefined) await bringToFront(tab.id);
}

export async function bringToFront(tabId: number): Promise<void> {
  const tab = await browser.tabs.update(tabId, { active: true });
  // Firefox for Android has tabs and no windows.
  if (tab?.windowId !== undefined) await browser.windows?.update(tab.windowId, { focused: true });
}
