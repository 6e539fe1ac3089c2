import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Firefox, openFirefox } from '../../tools/open-firefox';
import type { World } from '../../tools/own-world';
import { markedWords } from '../../tools/point-at';
import type { FolderServer } from '../../tools/serve-folder';
import { FIREFOX_BUILD, serveStories, until } from './session';

/** The detector of another browser than Chromium tells the language of a text, too. */

describe('in Firefox', () => {
  let firefox: Firefox;
  let server: FolderServer;
  let page: Page;
  beforeAll(async () => {
    server = await serveStories();
    firefox = await openFirefox(FIREFOX_BUILD);
    page = await firefox.browser.newPage();
    await page.bringToFront();
  });
  afterAll(async () => {
    await firefox?.close();
    await server?.close();
  });

  const world: World = { evaluate: (run, arg) => page.evaluate(run as never, arg as never) as never };

  it.each(['german-undeclared', 'german-called-english'])(
    '%s: its names are marked, and no word that is a name elsewhere',
    async (name) => {
      await page.goto(`${server.origin}/made/${name}.html`);
      await until(async () => (await markedWords(world)).includes('Rafael Grossi'), 'no mark');
      const found = await markedWords(world);
      for (const word of ['Bild', 'Welt', 'Zeit', 'Die Zeit', 'Signal', 'Home Office', 'Spiegel'])
        expect(found).not.toContain(word);
    },
  );
});
