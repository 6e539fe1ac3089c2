import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Firefox } from '../../tools/open-firefox';
import type { FolderServer } from '../../tools/serve-folder';
import { type FirefoxStories, openFirefoxStories } from './firefox-stories';
import { until } from './session';
import { STORY } from './story-pages';

/** The list of sites in Firefox: what is granted and not chosen is not read, and a grant can go at any time. */

/** ms in which a story would have been marked long ago. */
const LONG = 1_500;

let stories: FirefoxStories;
let firefox: Firefox;
let server: FolderServer;
let page: Page;
beforeAll(async () => {
  stories = await openFirefoxStories();
  ({ firefox, server, page } = stories);
});
afterAll(async () => {
  await stories?.close();
});

const ours = () => firefox.world('welcome.html');
const choose = (sites: string[]) =>
  ours().evaluate((sites) => chrome.storage.local.set({ 'settings.sitesRead': sites }), sites);
const registered = () =>
  ours().evaluate(
    async () => (await chrome.scripting.getRegisteredContentScripts()).flatMap(({ matches }) => matches ?? []),
    null,
  );
const readerLives = () =>
  ours().evaluate(async () => {
    const call = { id: 0, type: 'reader.ping', data: {}, timestamp: 0 };
    const alive = (await chrome.tabs.query({})).map(({ id }) =>
      chrome.tabs.sendMessage(id as number, call).then(
        (answer) => answer?.res?.alive === true,
        () => false,
      ),
    );
    return (await Promise.all(alive)).includes(true);
  }, null);
const marked = () => page.evaluate(() => CSS.highlights.get('backstory-mark')?.size ?? 0);
const pass = (ms: number) => new Promise((done) => setTimeout(done, ms));

it('injects nothing into a site that is granted but not chosen, and reads it once it is chosen', async () => {
  await choose([]);
  await until(async () => (await registered()).length === 0, 'it is still registered');
  await page.goto(`${server.origin}/made/plain.html`);
  await pass(LONG);
  expect(await marked()).toBe(0);
  expect(await readerLives()).toBe(false);
  await choose(['*://127.0.0.1/*']);
  await until(async () => (await marked()) > 0, 'it is not read');
  await expect.poll(registered).toEqual(['http://127.0.0.1/*']);
});

it('injects the reader script where there is a story, even a late one', async () => {
  await choose(['*://127.0.0.1/*']);
  await page.goto(`${server.origin}/made/form.html`);
  await pass(LONG);
  expect(await readerLives()).toBe(false);
  await page.evaluate((story) => {
    const article = document.createElement('article');
    article.innerHTML = `<h1>A strike in Baghdad</h1>${`<p>${story}</p>`.repeat(3)}`;
    document.body.append(article);
  }, STORY);
  await until(async () => (await marked()) > 0, 'it is not read');
});

it('stops when the permission is removed', async () => {
  await choose(['*://127.0.0.1/*']);
  await page.goto(`${server.origin}/made/plain.html`);
  await until(async () => (await marked()) > 0, 'it is not read');
  await ours().evaluate(() => chrome.permissions.remove({ origins: ['http://127.0.0.1/*'] }), null);
  await until(async () => (await registered()).length === 0, 'it is still registered');
  await until(async () => (await marked()) === 0, 'marks stay');
});
