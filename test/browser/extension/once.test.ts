/**
 * "Just this once": nothing is granted but the one press in the toolbar, so the published build is used, not the one
 * with access to pages of this machine. The browser then does not fill our frames by itself; the card opens all the
 * same.
 */
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChromium } from '../../tools/open-chromium';
import { restOn } from '../../tools/point-at';
import { cardFrameOf, waitForCard, waitForNoCard } from '../../tools/read-card';
import type { FolderServer } from '../../tools/serve-folder';
import { openNote, waitForSaved } from './note-frame';
import { PUBLISHED_BUILD, serveStories, spot, waitForMarks } from './session';

const HERE = 'Gen. [Qasem Soleimani]';

describe('reading a page just once, in Chromium', () => {
  let context: BrowserContext;
  let server: FolderServer;
  let control: Page;
  let tools: CDPSession;
  let extension: string;
  beforeAll(async () => {
    server = await serveStories();
    const opened = await openChromium({ extension: PUBLISHED_BUILD });
    context = opened.context;
    extension = opened.extensionOrigin;
    control = opened.welcome as Page;
    tools = await (context.browser() as Browser).newBrowserCDPSession();
  });
  afterAll(async () => {
    await context?.close();
    await server?.close();
  });

  /** Presses the button in the toolbar as a reader does, which opens the tab to us, and "Just this once" in the popup. */
  async function allowOnce(page: Page): Promise<void> {
    const send = tools.send as unknown as (method: string, ask: object) => Promise<never>;
    const { targetInfos } = (await send.call(tools, 'Target.getTargets', { filter: [{ type: 'tab' }] })) as {
      targetInfos: readonly { url: string; targetId: string }[];
    };
    const target = targetInfos.find(({ url }) => url === page.url());
    const tab = () =>
      control.evaluate(
        async (address) => (await chrome.tabs.query({})).find(({ url }) => url === address)?.id,
        page.url(),
      );
    const press = { id: new URL(extension).host, targetId: target?.targetId };
    for (let tries = 0; tries < 5 && (await tab()) === undefined; tries++) {
      // A press is for the tab in front.
      await page.bringToFront();
      await send.call(tools, 'Extensions.triggerAction', press);
      // A second press closes the popup again: not before the first has had its time.
      for (let looks = 0; looks < 40 && (await tab()) === undefined; looks++) await page.waitForTimeout(200);
    }
    expect(await tab(), 'the press did not open the tab to us').toBeDefined();
    const call = { id: 0, type: 'background.useHere', data: { tabId: await tab() }, timestamp: 0 };
    // The browser may still be opening the popup when the tab is open to us.
    await expect.poll(() => control.evaluate((call) => chrome.runtime.sendMessage(call), call)).toEqual({ res: true });
    await page.bringToFront();
    await waitForMarks(page);
  }

  it.each(['plain', 'csp', 'isolated', 'sandboxed'])('opens cards and stores notes on a page with %s', async (name) => {
    const page = await context.newPage();
    await page.goto(`${server.origin}/made/${name}.html`);
    await page.bringToFront();
    await allowOnce(page);
    await restOn(page, await spot(page, HERE));
    await waitForCard(page, 'Qasem Soleimani');
    // By a document without an origin, not by the page's own.
    expect((await cardFrameOf(page))?.url()).toMatch(/^data:text\/html,/);
    const has = (await waitForCard(page)).buttons.includes('Edit note');
    const note = await openNote(page, has ? 'Edit note' : 'Add a note');
    await page.keyboard.type(` ${name}`);
    await waitForSaved(note);
    expect(await note.text()).toContain(name);
    expect(await page.evaluate(() => document.documentElement.textContent.includes('Quds'))).toBe(false);
    expect(await page.evaluate(() => (window as unknown as { find(words: string): boolean }).find('Quds Force'))).toBe(
      false,
    );
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await waitForNoCard(page);
    await page.close();
  });
});
