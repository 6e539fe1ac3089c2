/**
 * Looking up any words in a real Firefox, which has its own permission for what is sent of searches, and opens a popup
 * only synchronously in a click.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Firefox, openFirefox } from '../../tools/open-firefox';
import type { FolderServer } from '../../tools/serve-folder';
import { type OpenWorld, startOpenWorld } from '../../tools/wikidata-server';
import { FIREFOX_BUILD, serveStories, until } from './session';

const POPUP = 'popup.html';
const ENTER = '\uE007';

describe('looking up selected words in Firefox', () => {
  let firefox: Firefox;
  let server: FolderServer;
  let world: OpenWorld;
  beforeAll(async () => {
    world = await startOpenWorld();
    server = await serveStories();
    firefox = await openFirefox(FIREFOX_BUILD, { ownWindow: true });
    const settings = { version: 1, wikiApi: world.wikiApi, wikidataApi: world.wikidataApi };
    const items = Object.fromEntries(Object.entries(settings).map(([key, value]) => [`settings.${key}`, value]));
    await firefox.ask(
      'welcome.html',
      `(async () => void (await browser.storage.local.set(${JSON.stringify(items)})))()`,
    );
  });
  afterAll(async () => {
    await firefox?.close();
    await server?.close();
    await world?.stop();
  });

  const own = (expression: string) =>
    firefox
      .ask('welcome.html', `(async () => JSON.stringify((await (${expression})) ?? null))()`)
      .then((answer) => JSON.parse(String(answer)));
  const ask = <T>(run: (arg: string) => T, arg = '') => firefox.world(POPUP).evaluate(run, arg);
  /** Of the card, and of the list that stands by behind it. */
  const text = () => ask(() => document.body.textContent ?? '').catch(() => '');
  const shows = (words: RegExp) => until(async () => words.test(await text()), `no ${words}`);
  const press = async (words: string) => {
    const focus = () =>
      ask((words) => {
        const found = [...document.querySelectorAll('button')].find((one) => one.textContent?.startsWith(words));
        found?.focus();
        return found !== undefined;
      }, words).catch(() => false);
    await until(focus, `no button ${words}`);
    await firefox.type(POPUP, ENTER);
  };
  const granted = () => own('browser.permissions.getAll().then((all) => all.data_collection)');

  /** As the browser does when the key is pressed; WebDriver presses keys in pages alone. */
  const pressKey = (letter: string) =>
    firefox.askBrowser(
      `(() => {
        const keys = [...document.querySelectorAll('keyset[id^="ext-keyset"] key')];
        const key = keys.find((one) => one.getAttribute('key')?.toUpperCase() === '${letter}');
        key?.doCommand();
        return key !== undefined;
      })()`,
    );

  it('does not take over the panel’s shortcut key, which opens and closes the sidebar', async () => {
    const isOpen = () => own('browser.sidebarAction.isOpen({})');
    expect(await isOpen()).toBe(false);
    expect(await pressKey('S')).toBe(true);
    await until(async () => (await isOpen()) === true, 'the sidebar does not open');
    const shown = () => own(`browser.extension.getViews({ type: 'sidebar' })[0]?.document.body.textContent`);
    await until(async () => /Backstory/.test(String(await shown())), 'no panel in it');
    await pressKey('S');
    await until(async () => (await isOpen()) === false, 'the sidebar stays');
  });

  it('opens the toolbar popup with its shortcut key', async () => {
    const page = await firefox.browser.newPage();
    await page.goto(`${server.origin}/pages/spa.html`);
    await page.bringToFront();
    const words = await page.evaluate(() => {
      const paragraph = document.createElement('p');
      paragraph.textContent = 'Ilva Brandecker';
      document.body.append(paragraph);
      getSelection()?.selectAllChildren(paragraph);
      return String(getSelection());
    });
    expect(words).toBe('Ilva Brandecker');
    expect(await pressKey('L')).toBe(true);
    const field = () =>
      own(`browser.extension.getViews({ type: 'popup' })[0]?.document.querySelector('input[type=search]')?.value`);
    await until(async () => (await field()) === 'Ilva Brandecker', 'no search in the popup');
    await own(`browser.extension.getViews({ type: 'popup' })[0].close()`);
    expect(world.requests()).toEqual([]);
    await page.close();
  });

  it('asks Wikipedia after a press and Firefox’s permission, and not if that was refused', async () => {
    const tab = await own(`browser.tabs.getCurrent().then(({ id }) => id)`);
    await own(`browser.tabs.create({ url: '/popup.html?find=Brandecker&tab=${tab}' }).then(() => null)`);
    // The field takes the focus a moment after it is drawn; a button that was given it before would lose it.
    await until(() => ask(() => document.activeElement?.matches('input') ?? false).catch(() => false), 'no field');
    expect(await granted()).toEqual([]);
    await press('Search Wikipedia for');
    await until(() => firefox.answerQuestion('secondaryButton'), 'Firefox asks nothing');
    const isClosed = async () => (await firefox.askBrowser('PopupNotifications.panel.state')) === 'closed';
    await until(isClosed, 'the question stays');
    await new Promise((next) => setTimeout(next, 500));
    expect(world.requests()).toEqual([]);
    expect(await text()).toContain('Search Wikipedia for “Brandecker”');

    await press('Search Wikipedia for');
    await until(() => firefox.answerQuestion('button'), 'Firefox asks nothing');
    await shows(/German politician/);
    expect(await granted()).toEqual(['searchTerms']);
    await press('Ilva Brandecker');
    await shows(/Wikidata/);
    expect(world.requests().some(({ door }) => door === 'wikidata')).toBe(true);
  });

  it('works beside a story in a private window, where the panel stores no note', async () => {
    // As the reader does in the browser's list of extensions.
    const allowed = await firefox.askBrowser(`(async () => {
      const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
      const policy = WebExtensionPolicy.getByID('backstory@backstory.invalid');
      const wish = { permissions: ['internal:privateBrowsingAllowed'], origins: [] };
      await ExtensionPermissions.add(policy.id, wish, policy.extension);
      return policy.privateBrowsingAllowed;
    })()`);
    expect(allowed).toBe(true);
    const url = `${server.origin}/made/plain.html`;
    const { id } = await own(`browser.windows.create({ incognito: true, url: ${JSON.stringify(url)} })`);
    const [tab] = await own(`browser.tabs.query({ windowId: ${id} })`);
    expect(tab.incognito).toBe(true);
    const address = `panel.html?tab=${tab.id}`;
    await own(`browser.tabs.create({ url: '/${address}' }).then(() => null)`);
    const panel = firefox.world(address);
    const see = <T>(look: () => T) => panel.evaluate(look, null).catch(() => null);
    const acts = () =>
      see(() =>
        [...new Set([...document.querySelectorAll('.glossary-acts button')].map((one) => one.textContent))].join(),
      );
    await until(async () => ((await acts()) ?? '') !== '', 'no names');
    expect(await acts()).toMatch(/^Card/);
    expect(await acts()).not.toMatch(/note/i);
    await see(() => document.querySelector<HTMLElement>('[aria-label="Card of Qasem Soleimani"]')?.click());
    const card = () => see(() => document.querySelector('.popup-card')?.textContent ?? '');
    await until(
      async () => /Qasem Soleimani.*Notes are not kept from private windows/.test((await card()) ?? ''),
      'no card that says so',
    );
    expect(await see(() => document.querySelectorAll('textarea').length)).toBe(0);
    await own(`browser.windows.remove(${id}).then(() => null)`);
  });
});
