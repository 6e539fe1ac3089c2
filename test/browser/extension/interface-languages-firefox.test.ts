/** The extension in German in a real Firefox: the names of a story, and the card in it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BuildInLanguage, inLanguage } from '../../tools/in-language';
import { readFirefoxCard } from '../../tools/open-firefox';
import type { World } from '../../tools/own-world';
import { spotOf } from '../../tools/point-at';
import { messagesOf } from '../../unit/words/languages';
import { type FirefoxStories, openFirefoxStories } from './firefox-stories';
import { FIREFOX_BUILD, until } from './session';

let build: BuildInLanguage;
let stories: FirefoxStories;
beforeAll(async () => {
  build = inLanguage(FIREFOX_BUILD, 'de', messagesOf('de'));
  stories = await openFirefoxStories({}, build.folder);
});
afterAll(async () => {
  await stories?.close();
  build?.remove();
});

it('shows German in the page and in a page of its own', async () => {
  const { firefox, page, server } = stories;
  const world: World = { evaluate: (run, arg) => page.evaluate(run as never, arg as never) as never };
  await page.goto(`${server.origin}/stories/iran-allies-calm.html`);
  await until(() => page.evaluate(() => (CSS.highlights.get('backstory-mark')?.size ?? 0) > 0), 'no marks');
  const spot = await spotOf(world, 'Kataeb Hezbollah');
  await page.mouse.move(2, spot?.y ?? 0);
  await page.mouse.move(spot?.x ?? 0, spot?.y ?? 0, { steps: 4 });
  const card = () => readFirefoxCard(firefox.browser, page);
  await until(async () => /eingestuft/.test((await card())?.text ?? ''), 'no card in German');
  expect((await card())?.text).toMatch(/^Gruppe · Iraq Kataib Hezbollah .* Am 20\. November 2020 /);

  const popup = firefox.world('popup.html');
  await firefox.ask(
    'welcome.html',
    `(async () => {
      const tab = (await browser.tabs.query({})).find(({ url }) => url === '${page.url()}');
      await browser.tabs.create({ url: '/popup.html?tab=' + tab.id });
    })()`,
  );
  const read = () => popup.evaluate(() => document.body.textContent ?? '', '').catch(() => '');
  await until(async () => /\d+ Namen/.test(String(await read())), 'no names in German');
  await expect.poll(read).toContain('Karten mit Stand 20. November 2020');
  expect(await popup.evaluate(() => [document.documentElement.lang, document.documentElement.dir], '')).toEqual([
    'de',
    'ltr',
  ]);
});
