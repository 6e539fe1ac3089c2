import type { Page } from 'puppeteer-core';
import { type Firefox, type FirefoxOptions, openFirefox } from '../../tools/open-firefox';
import type { FolderServer } from '../../tools/serve-folder';
import { FIREFOX_BUILD, serveStories } from './session';

/** A Firefox with the built extension and a tab in front, and a server of stories. */
export interface FirefoxStories {
  readonly firefox: Firefox;
  readonly server: FolderServer;
  readonly page: Page;
  close(): Promise<void>;
}

export async function openFirefoxStories(
  options?: FirefoxOptions,
  build: string = FIREFOX_BUILD,
): Promise<FirefoxStories> {
  const server = await serveStories();
  const firefox = await openFirefox(build, options);
  const page = await firefox.browser.newPage();
  await page.bringToFront();
  return {
    firefox,
    server,
    page,
    async close() {
      await firefox.close();
      await server.close();
    },
  };
}
