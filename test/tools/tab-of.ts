import type { BrowserContext, Page } from 'playwright-core';

/** The browser's number of the tab that shows the page; null: there is none. Asked of the extension's own worker. */
export async function tabOf(context: BrowserContext, page: Page): Promise<number | null> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const ask = async (address: string) => (await chrome.tabs.query({})).find(({ url }) => url === address)?.id ?? null;
  return worker.evaluate(ask, page.url());
}
