/** Loads the extension of a running Chromium anew from its folder, then the pages that have its scripts. */
import type { Browser } from 'playwright-core';
import type { Chromium } from './open-chromium';

/** What the browser has to be started with. */
export const RELOADABLE = '--enable-unsafe-extension-debugging';

/** ms for the new worker, on a machine that may be busy with a build. */
const START = 30_000;

/**
 * By the browser's debugger: `chrome.runtime.reload()` needs a living worker to call it, and Chromium switches an unpacked
 * extension off after it unless its user is a developer.
 */
export async function reloadExtension({ context, extensionOrigin }: Chromium, folder: string): Promise<void> {
  const addresses = () => context.pages().map((page) => page.url());
  // The browser closes their tabs.
  const own = addresses().filter((address) => address.startsWith(extensionOrigin));
  const session = await (context.browser() as Browser).newBrowserCDPSession();
  const started = context.waitForEvent('serviceworker', { timeout: START });
  try {
    await Promise.all([started, session.send('Extensions.loadUnpacked', { path: folder })]);
  } finally {
    await session.detach();
  }
  const worker = await started;
  // A page that is loaded before has no script of the new one.
  await worker.evaluate(async (end) => {
    while (Date.now() < end && (await chrome.scripting.getRegisteredContentScripts()).length === 0)
      await new Promise((next) => setTimeout(next, 20));
  }, Date.now() + START);
  for (const page of context.pages()) if (/^https?:/.test(page.url())) await page.reload();
  for (const address of own) if (!addresses().includes(address)) await (await context.newPage()).goto(address);
}
