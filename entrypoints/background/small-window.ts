/** Opens a page of ours in a small window beside the reader's current one. */
import { browser } from '../../lib/messages';

export async function openSmallWindow(path: string, windowId: number | null, incognito: boolean): Promise<void> {
  const url = browser.runtime.getURL(path as never);
  // Firefox for Android has tabs and no windows.
  if (!browser.windows) return void (await browser.tabs.create({ url }));
  const around = windowId === null ? null : await browser.windows.get(windowId).catch(() => null);
  const corner = around && { left: (around.left ?? 0) + (around.width ?? 0) - 440, top: (around.top ?? 0) + 80 };
  const small = { url, type: 'popup', width: 420, height: 640, incognito } as const;
  // That window may be half off the screen; Chromium then rejects the position, and chooses its own.
  await browser.windows.create({ ...small, ...corner }).catch(() => browser.windows.create(small));
}
