import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { World } from '../../tools/own-world';
import { markedWords } from '../../tools/point-at';
import type { FolderServer } from '../../tools/serve-folder';
import { type FirefoxStories, openFirefoxStories } from './firefox-stories';
import { until } from './session';

/** The detector of another browser than Chromium tells the language of a text, too. */

describe('in Firefox', () => {
  let stories: FirefoxStories;
  let server: FolderServer;
  let page: Page;
  beforeAll(async () => {
    stories = await openFirefoxStories();
    ({ server, page } = stories);
  });
  afterAll(async () => {
    await stories?.close();
  });

  const world: World = { evaluate: (run, arg) => page.evaluate(run as never, arg as never) as never };

  it.each(['german-undeclared', 'german-called-english'])(
    '%s: its names have marks, and no word that is a name in another language has one',
    async (name) => {
      await page.goto(`${server.origin}/made/${name}.html`);
      await until(async () => (await markedWords(world)).includes('Rafael Grossi'), 'no mark');
      const found = await markedWords(world);
      for (const word of ['Bild', 'Welt', 'Zeit', 'Die Zeit', 'Signal', 'Home Office', 'Spiegel'])
        expect(found).not.toContain(word);
    },
  );
});
