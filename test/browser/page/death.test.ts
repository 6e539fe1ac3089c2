import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Chromium, openChromium } from '../../tools/open-chromium';
import { ownWorld } from '../../tools/own-world';
import { spotOf } from '../../tools/point-at';
import { readCard } from '../../tools/read-card';
import { type FolderServer, serveFolder } from '../../tools/serve-folder';

/** The built extension is reloaded under an open page: its orphan must clear everything away and say nothing. */

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
let browser: Chromium;
let server: FolderServer;

beforeEach(async () => {
  server = await serveFolder(`${ROOT}test/fixtures/stories`);
  browser = await openChromium({ extension: `${ROOT}.output/chrome-mv3-demo` });
});
afterEach(async () => {
  await browser?.context.close();
  await server?.close();
});

it.each([
  'anywhere',
  // The card is due when there is nobody any more who has words for it.
  'on a name, and rests there',
] as const)(
  'the marks are removed when the extension is gone, without an event for the page; the pointer is %s',
  async (at) => {
    const page = await browser.context.newPage();
    const said: string[] = [];
    page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
    page.on('pageerror', (error) => said.push(String(error)));
    await page.addInitScript(() => {
      const heard: unknown[] = [];
      Object.assign(window, { heard });
      addEventListener('message', (event) => heard.push(event.data));
    });
    await page.goto(`${server.origin}/iran-allies-calm.html`);
    const marks = () =>
      page.evaluate(() => {
        const { highlights } = CSS as unknown as { highlights: Map<string, Set<unknown>> };
        return highlights.get('backstory-mark')?.size ?? 0;
      });
    await expect.poll(marks).toBeGreaterThan(5);
    const name = await spotOf(ownWorld(page), 'Gen. [Esmail Ghaani]');
    const { x, y } = at === 'anywhere' || !name ? { x: 300, y: 300 } : name;
    expect(name).not.toBeNull();
    said.length = 0;
    if (at !== 'anywhere') {
      // The frame has to stand already: Chromium kills a page whose frame gets our script in the very moment in which
      // the extension goes, since it takes the script's first word for a forged one (bad message 16).
      await page.mouse.move(x, y, { steps: 3 });
      await expect.poll(() => readCard(page)).not.toBeNull();
      await page.mouse.move(10, 10, { steps: 3 });
      await expect.poll(() => readCard(page)).toBeNull();
      await page.mouse.move(x, y, { steps: 3 });
    }
    const worker = browser.context.serviceWorkers()[0]!;
    await worker
      .evaluate(() => (globalThis as unknown as { chrome: { runtime: { reload(): void } } }).chrome.runtime.reload())
      .catch(() => undefined);
    if (at === 'anywhere') await page.mouse.move(x, y);
    await expect.poll(marks).toBe(0);
    await page.mouse.move(400, 400);
    expect(await page.evaluate(() => (window as unknown as { heard: unknown[] }).heard)).toEqual([]);
    expect(await page.evaluate(() => document.querySelectorAll('[popover]').length)).toBe(0);
    expect(said).toEqual([]);
  },
);
