/**
 * Unknown names in a real Firefox: what the story says, a look-up at the press, and none automatically without the
 * browser's own permission.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Firefox, openFirefox } from '../../tools/open-firefox';
import type { FolderServer } from '../../tools/serve-folder';
import { type OpenWorld, startOpenWorld } from '../../tools/wikidata-server';
import { FIREFOX_BUILD, serveStories, until } from './session';

const POPUP = 'popup.html';
const STORY = '/unknown-story/sarnitz-accord-2026.html';
const ENTER = '\uE007';

describe('an unknown name in Firefox', () => {
  let firefox: Firefox;
  let server: FolderServer;
  let world: OpenWorld;
  beforeAll(async () => {
    [server, world] = await Promise.all([serveStories(), startOpenWorld()]);
    firefox = await openFirefox(FIREFOX_BUILD, { ownWindow: true });
  });
  afterAll(async () => {
    await firefox?.close();
    await server?.close();
    await world?.stop();
  });
  beforeEach(() => world.forget());

  const set = (names: string) =>
    firefox.ask(
      'welcome.html',
      `(async () => void (await browser.storage.local.set({
        'settings.version': 1, 'settings.names': '${names}',
        'settings.wikiApi': '${world.wikiApi}', 'settings.wikidataApi': '${world.wikidataApi}',
      })))()`,
    );
  /** As the reader script tells the popup. */
  const glossary = async (): Promise<{ unknown: string[]; known: string[] } | null> => {
    const told = await firefox.ask(
      'welcome.html',
      `(async () => {
        const [tab] = (await browser.tabs.query({})).filter(({ url = '' }) => url.endsWith('${STORY}'));
        const asked = { id: 0, type: 'reader.glossary', data: {}, timestamp: 0 };
        const answer = tab && (await browser.tabs.sendMessage(tab.id, asked, { frameId: 0 }).catch(() => null));
        const names = (list) => list.map(({ name }) => name);
        const res = answer?.res;
        return JSON.stringify(res ? { unknown: names(res.unknown), known: names(res.entries) } : null);
      })()`,
    );
    return JSON.parse(String(told));
  };
  let page: Page | null = null;
  async function open(): Promise<void> {
    await page?.close();
    page = await firefox.browser.newPage();
    await page.goto(server.origin + STORY);
  }
  const ask = <T>(run: (arg: string) => T, arg = '') => firefox.world(POPUP).evaluate(run, arg);
  const text = () => ask(() => document.querySelector('main')?.textContent ?? '').catch(() => '');
  const focus = (words: string) =>
    ask((words) => {
      const found = [...document.querySelectorAll('button')].find((one) => one.textContent?.startsWith(words));
      found?.focus();
      return found !== undefined;
    }, words);

  it('is found in the story, and nobody is asked', async () => {
    await set('ask');
    await open();
    await until(async () => ((await glossary())?.unknown.length ?? 0) > 10, 'no unknown names');
    expect((await glossary())?.unknown).toContain('Wendell Ockerby');
    expect(world.requests()).toEqual([]);
  });

  it('is not looked up automatically without Firefox’s permission, even if our setting says so', async () => {
    await set('automatic');
    await open();
    await until(async () => ((await glossary())?.unknown.length ?? 0) > 10, 'no unknown names');
    await new Promise((next) => setTimeout(next, 1_500));
    expect(world.requests()).toEqual([]);
    expect((await glossary())?.unknown).toContain('Wendell Ockerby');
  });

  it('is looked up with all others at the press, and then has a mark in the story', async () => {
    await set('ask');
    await open();
    await until(async () => ((await glossary())?.unknown.length ?? 0) > 10, 'no unknown names');
    await firefox.ask(
      'welcome.html',
      `(async () => {
        const [tab] = (await browser.tabs.query({})).filter(({ url = '' }) => url.endsWith('${STORY}'));
        await browser.tabs.create({ url: '/popup.html?tab=' + tab.id });
      })()`,
    );
    await until(async () => /the American deputy commissioner of river trade/.test(await text()), 'no list');
    await until(() => focus('Look up these'), 'no button');
    await firefox.type(POPUP, ENTER);
    await until(async () => ((await glossary())?.known ?? []).includes('Wendell Ockerby'), 'it was not found');
    for (const { headers, url } of world.requests()) {
      expect(headers.cookie).toBeUndefined();
      expect(headers.referer).toBeUndefined();
      expect(decodeURIComponent(url)).not.toMatch(/sarnitz-accord-|deckhand|thermos|broken/i);
    }
  });

  /** The choice in the settings, by a press that the browser believes. */
  async function choose(label: string): Promise<void> {
    const pick = (label: string) => {
      const found = [...document.querySelectorAll('label')].find((one) => one.textContent?.startsWith(label));
      found?.querySelector('input')?.focus();
      return document.activeElement?.matches('input[type=radio]') ?? false;
    };
    await until(
      () =>
        firefox
          .world('library.html')
          .evaluate(pick, label)
          .catch(() => false),
      `no choice “${label}”`,
    );
    await firefox.type('library.html', ' ');
  }
  const own = (expression: string) => firefox.ask('welcome.html', expression);
  const chosen = () => own(`browser.storage.local.get().then((all) => all['settings.names'] ?? 'ask')`);
  const forget = () =>
    own(
      `browser.runtime.sendMessage({ id: 0, type: 'background.clearLookedUp', data: {}, timestamp: 0 }).then(() => {})`,
    );

  it('is looked up automatically only with Firefox’s permission, and no longer once that is revoked', async () => {
    await forget();
    world.forget();
    await set('ask');
    await own(`browser.tabs.create({ url: '/library.html#settings' }).then(() => {})`);
    await choose('After each story I read');
    await until(() => firefox.answerQuestion('secondaryButton'), 'Firefox asks nothing');
    await new Promise((next) => setTimeout(next, 500));
    expect(await chosen()).toBe('ask');

    await choose('When I press the button that names them');
    await choose('After each story I read');
    await until(() => firefox.answerQuestion('button'), 'Firefox asks nothing');
    await until(async () => (await chosen()) === 'automatic', 'it was not chosen');
    await open();
    await until(async () => ((await glossary())?.known ?? []).includes('Wendell Ockerby'), 'nothing was looked up');
    expect(world.requests().length).toBeGreaterThan(0);

    await own(`browser.permissions.remove({ data_collection: ['websiteContent'] }).then(() => {})`);
    await forget();
    world.forget();
    await open();
    await until(async () => ((await glossary())?.unknown ?? []).includes('Wendell Ockerby'), 'no unknown names');
    await new Promise((next) => setTimeout(next, 1_500));
    expect(world.requests()).toEqual([]);
  });
});
