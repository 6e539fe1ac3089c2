/**
 * The built extension in a real Firefox without the APIs that Firefox for Android lacks: no commands, no windows, no
 * menus, no sidebar. With touch in place of the mouse, and large text.
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  evaluateIn,
  type Firefox,
  type FirefoxCard,
  firefoxCardFrame,
  openFirefox,
  readFirefoxCard,
} from '../../tools/open-firefox';
import type { World } from '../../tools/own-world';
import { markedWords, spotOf } from '../../tools/point-at';
import type { FolderServer } from '../../tools/serve-folder';
import { keyOf } from './entity-names';
import { firefoxCardThatComes } from './firefox-card';
import { FIREFOX_BUILD, serveStories, until } from './session';

/** Of what desktop browsers have; from MDN's tables of compatibility. */
const LACKS = [
  'bookmarks',
  'commands',
  'contextMenus',
  'devtools',
  'find',
  'history',
  'menus',
  'omnibox',
  'pageAction',
  'search',
  'sessions',
  'sidebarAction',
  'tabGroups',
  'theme',
  'topSites',
  'windows',
];

const TAKE_AWAY = `{
  const lacks = new Set(${JSON.stringify(LACKS)});
  const left = new Proxy(browser, { get: (all, name) => (lacks.has(name) ? undefined : Reflect.get(all, name)) });
  for (const name of ['browser', 'chrome']) Object.defineProperty(globalThis, name, { value: left, configurable: true });
  if (browser.windows !== undefined || browser.commands !== undefined) throw new Error('not taken away');
  globalThis.takenAway = true;
}`;

function buildForAndroid(): string {
  const folder = mkdtempSync(join(tmpdir(), 'backstory-android-'));
  cpSync(FIREFOX_BUILD, folder, { recursive: true });
  writeFileSync(join(folder, 'take-away.js'), TAKE_AWAY);
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  delete manifest.commands;
  manifest.background.scripts.unshift('take-away.js');
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.html'))) {
    const file = join(folder, name);
    writeFileSync(file, readFileSync(file, 'utf8').replace('<head>', '<head><script src="/take-away.js"></script>'));
  }
  return folder;
}

describe('the extension without the APIs that Firefox for Android lacks', () => {
  let folder: string;
  let firefox: Firefox;
  let server: FolderServer;
  let page: Page;
  beforeAll(async () => {
    folder = buildForAndroid();
    server = await serveStories();
    firefox = await openFirefox(folder, {
      // Larger text than usual, as its settings offer it.
      prefs: { 'dom.w3c_touch_events.enabled': 1, 'font.size.variable.x-western': 24 },
    });
    page = await firefox.browser.newPage();
    await page.bringToFront();
  });
  afterAll(async () => {
    await firefox?.close();
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const world: World = { evaluate: (run, arg) => page.evaluate(run as never, arg as never) as never };
  const card = () => readFirefoxCard(firefox.browser, page);
  const asked = (run: string) => firefox.ask('welcome.html', `(async () => { ${run} })()`);
  /** Of each tab with that address. */
  const windowsOf = async (path: string): Promise<number[]> =>
    JSON.parse(
      String(
        await asked(`
          const tabs = (await browser.tabs.query({})).filter(({ url }) => url?.includes('${path}'));
          return JSON.stringify(tabs.map(({ windowId }) => windowId));`),
      ),
    );
  async function open(path: string): Promise<void> {
    await page.goto(`${server.origin}${path}`);
    await until(async () => (await markedWords(world)).length > 5, `no marks on ${path}`);
  }
  async function tap(words: string): Promise<FirefoxCard> {
    const { x, y } = (await spotOf(world, words))!;
    await page.touchscreen.tap(x, y);
    return firefoxCardThatComes(firefox.browser, page, words);
  }
  /** The focus goes into a sheet; WebDriver has no hand for what stands in a closed root. */
  async function pressByKeys(button: string): Promise<void> {
    const frame = (await firefoxCardFrame(firefox.browser, page))!;
    const focused = () => evaluateIn(firefox.browser, frame, () => document.activeElement?.textContent ?? '');
    for (let left = 60; (await focused()) !== button; left--) {
      if (left === 0) throw new Error(`no way by Tab to ${button}`);
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
  }
  const close = async () => {
    await page.keyboard.press('Escape');
    await until(async () => (await card()) === null, 'it does not close');
  };

  it('starts, as do its own pages', async () => {
    expect(await asked('return globalThis.takenAway === true && browser.windows === undefined')).toBe(true);
    await expect.poll(() => asked(`return document.querySelector('main')?.textContent.length > 100`)).toBe(true);
  });

  it('opens cards on a tap, with a mark or without', async () => {
    await open('/made/plain.html');
    expect((await tap('Gen. [Qasem Soleimani]')).label).toBe('Backstory: Qasem Soleimani');
    await close();
    expect((await tap('strike in [Baghdad]')).label).toBe('Backstory: Baghdad');
    await close();
  });

  it('leaves a tap to a link that covers the words', async () => {
    await open('/made/stretched.html');
    const { x, y } = (await spotOf(world, 'Gen. [Qasem Soleimani]'))!;
    await page.touchscreen.tap(x, y);
    await until(async () => page.url().endsWith('/made/target.html'), 'the link is not followed');
  });

  it('draws a card in the browser’s text size', async () => {
    await open('/made/plain.html');
    await tap('Gen. [Qasem Soleimani]');
    const frame = (await firefoxCardFrame(firefox.browser, page))!;
    const zoom = () => evaluateIn(firefox.browser, frame, () => document.querySelector('main')?.style.zoom);
    await expect.poll(zoom).toBe('1.5');
    const height = await evaluateIn(firefox.browser, frame, () => {
      const name = document.querySelector('h2') as HTMLElement;
      // The line as it is painted against the size that its style asks for.
      return name.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(name).lineHeight);
    });
    expect(height).toBeGreaterThan(1.4);
    await close();
  });

  it('shows the glossary, and jumps to a name in the story', async () => {
    await open('/made/plain.html');
    await asked(`
      const story = (await browser.tabs.query({})).find(({ url }) => url === ${JSON.stringify(page.url())});
      await browser.tabs.create({ url: '/popup.html?tab=' + story.id, active: true });`);
    const popup = firefox.world('popup.html');
    const press = () =>
      popup
        .evaluate(() => {
          const name = [...document.querySelectorAll<HTMLElement>('.glossary-name')].find(
            (one) => one.textContent === 'Abu Mahdi al-Muhandis',
          );
          (name?.closest('button') ?? name)?.click();
          return name !== undefined;
        }, null)
        .catch(() => false);
    await until(press, 'no glossary');
    await until(async () => (await card())?.label === 'Backstory: Abu Mahdi al-Muhandis', 'no card in the story');
    await close();
  });

  it('opens a tab in place of a window', async () => {
    await open('/made/plain.html');
    await tap('Gen. [Qasem Soleimani]');
    await pressByKeys('Add a note');
    await until(async () => (await card())?.buttons.includes('Write it in its own window') ?? false, 'no such button');
    await pressByKeys('Write it in its own window');
    const alone = `popup.html?card=${keyOf('qasem-soleimani')}`;
    await until(async () => (await windowsOf(alone)).length === 1, 'no tab');
    expect(await windowsOf(alone)).toEqual(await windowsOf('/made/plain.html'));
  });
});
