/**
 * Firefox stops the background after half a minute without activity although ports are open; here after half a second.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { evaluateIn, type Firefox, firefoxCardFrame, readFirefoxCard } from '../../tools/open-firefox';
import type { FolderServer } from '../../tools/serve-folder';
import { keyOf } from './entity-names';
import { type FirefoxStories, openFirefoxStories } from './firefox-stories';
import { until } from './session';

let stories: FirefoxStories;
let firefox: Firefox;
let server: FolderServer;
let page: Page;
beforeAll(async () => {
  stories = await openFirefoxStories({ prefs: { 'extensions.background.idle.timeout': 500 } });
  ({ firefox, server, page } = stories);
});
afterAll(async () => {
  await stories?.close();
});

it('a card and its editor stay when the background stops, and accept what is typed meanwhile', async () => {
  const card = () => readFirefoxCard(firefox.browser, page);
  const asleep = async () =>
    (await firefox.ask('welcome.html', 'browser.extension.getBackgroundPage() === null')) === true;
  await page.goto(`${server.origin}/made/plain.html`);
  await until(() => page.evaluate(() => (CSS.highlights.get('backstory-mark')?.size ?? 0) > 0), 'no marks');
  const tab = `(await browser.tabs.query({})).find(({ url }) => url === ${JSON.stringify(page.url())}).id`;
  const call = JSON.stringify({
    id: 0,
    type: 'reader.reveal',
    data: { entity: keyOf('qasem-soleimani') },
    timestamp: 0,
  });
  await firefox.ask('welcome.html', `(async () => browser.tabs.sendMessage(${tab}, ${call}, { frameId: 0 }))()`);
  await until(async () => (await card())?.buttons.includes('Add a note') ?? false, 'no button for a note');
  const frame = (await firefoxCardFrame(firefox.browser, page)) ?? '';
  await until(asleep, 'the background stays awake');
  const inCard = <Result>(run: () => Result) => evaluateIn(firefox.browser, frame, run);
  const isInside = () => inCard(() => document.activeElement?.localName === 'h2' && document.hasFocus());
  await until(async () => (await isInside()) === true, 'the focus does not go into the card');
  // By keyboard: WebDriver has no hand for what stands in a closed root.
  const stops = (await card())?.buttons ?? [];
  const after = stops.slice(stops.indexOf('Close') + 1);
  for (let i = 0; i <= after.indexOf('Add a note'); i++) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const writable = () => inCard(() => document.querySelector('textarea:not([readonly])')?.matches(':focus') ?? false);
  await until(async () => (await writable()) === true, 'the field has no focus');
  for (const word of ['One. ', 'Two. ', 'Three.']) {
    await page.keyboard.type(word);
    await until(asleep, 'the background stays awake');
  }
  await expect.poll(() => inCard(() => document.querySelector('textarea')?.value)).toBe('One. Two. Three.');
  const state = () => inCard(() => document.querySelector('.note-state')?.textContent);
  await until(async () => /^Saved/.test(String(await state())), 'it is not stored');
  expect(await firefoxCardFrame(firefox.browser, page)).toBe(frame);
});
