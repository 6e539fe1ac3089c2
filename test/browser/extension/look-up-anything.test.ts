/**
 * Looking up any words in a real Chromium. Tests cannot reach the menu and keys of a headless browser: their events are
 * fired in the worker as the browser does. Long because all share one browser and one open world.
 */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { axeViolations } from '../../tools/axe-violations';
import { type OpenWorld, startOpenWorld } from '../../tools/wikidata-server';
import { marks, openSession, type Session, type Stored, until } from './session';

const STORY = '/unknown-story/sarnitz-accord-2026.html';
/** No story. */
const PAGE = '/pages/spa.html';

describe('looking up selected words', () => {
  let world: OpenWorld;
  let session: Session;
  let popup: Page | null = null;
  beforeAll(async () => {
    world = await startOpenWorld();
    session = await openSession();
  });
  afterAll(async () => {
    await session?.close();
    await world?.stop();
  });
  beforeEach(async () => {
    world.behave({});
    world.forget();
    await set({});
    await tell('clearLookedUp');
    await tell('clearRequests');
  });
  afterEach(async () => {
    await popup?.close();
    popup = null;
  });

  const set = (more: Stored) => session.set({ wikiApi: world.wikiApi, wikidataApi: world.wikidataApi, ...more });
  const tell = async (name: string): Promise<unknown> =>
    (await session.control()).evaluate(
      async (type) => (await chrome.runtime.sendMessage({ id: 0, type, data: {}, timestamp: 0 }))?.res ?? null,
      `background.${name}`,
    );
  /** Awake: a busy machine takes long enough for it to have gone to sleep, and of those that were listed the last one lives. */
  const worker = async () => {
    await tell('packs');
    return session.context.serviceWorkers().at(-1) ?? (await session.context.waitForEvent('serviceworker'));
  };
  const find = async (words: string, tab?: number): Promise<Page> => {
    popup = await session.context.newPage();
    const query = new URLSearchParams({ find: words, tab: String(tab ?? (await session.tabId())) });
    await popup.goto(`${session.extension}/popup.html?${query}`);
    await popup.getByRole('searchbox').waitFor();
    return popup;
  };
  /** For what the field says by now: the button names it. */
  const searchFor = async (page: Page) => {
    const words = await page.getByRole('searchbox').inputValue();
    await page.getByRole('button', { name: `Search Wikipedia for “${words}”` }).click();
  };
  const finds = (page: Page) =>
    page.getByRole('region', { name: 'On Wikipedia' }).locator('.glossary-name').allTextContents();
  const card = (page: Page, name: string) => page.getByRole('article', { name: `Backstory: ${name}` });

  it('searches the story first, then the packs, and sends nothing', async () => {
    await session.page.goto(session.origin + STORY);
    await until(async () => (await marks(session.page)).length > 0, 'no marks');
    const page = await find('Ilva Brandecker');
    await page.locator('.glossary-unknown li').first().waitFor();
    await expect.poll(() => page.getByRole('searchbox').inputValue()).toBe('Ilva Brandecker');
    await expect
      .poll(() => page.locator('.glossary-unknown .glossary-name').allTextContents())
      .toEqual(['Ilva Brandecker']);
    await expect
      .poll(() => page.locator('.glossary-kind').allTextContents())
      .toEqual(['Names Backstory does not know', 'In Backstory’s knowledge', 'On Wikipedia']);
    expect(await page.locator('.world-ask').textContent()).toContain('127.0.0.1');
    expect(world.requests()).toEqual([]);
  });

  it('finds them on Wikipedia from a page that we cannot access, and stores what is chosen', async () => {
    await session.page.goto(session.origin + PAGE);
    const tab = await session.tabId();
    await session.page.goto('chrome://version');
    const page = await find('Brandecker', tab);
    await searchFor(page);
    await until(async () => (await finds(page)).length > 0, 'nothing found');
    expect(await finds(page)).toContain('Ilva Brandecker');
    // The words, and nothing of page or reader.
    const [asked, ...more] = world.requests();
    expect(more).toEqual([]);
    expect(asked?.parameters.gsrsearch).toBe('Brandecker');
    expect(asked?.headers.cookie).toBeUndefined();
    expect(asked?.headers.referer).toBeUndefined();

    await page.getByRole('button', { name: /^Ilva Brandecker/ }).click();
    await card(page, 'Ilva Brandecker').waitFor();
    await expect.poll(() => card(page, 'Ilva Brandecker').textContent()).toContain('Wikidata');
    await page.getByRole('textbox', { name: 'Your note on Ilva Brandecker' }).fill('Looked up by hand.');
    await page.getByText(/^Saved/).waitFor();
    expect(JSON.stringify(await tell('requests'))).toContain('Brandecker');

    // Back in the list the packs have it now; asked again, nobody is.
    world.forget();
    await page.getByRole('button', { name: /All names/ }).click();
    await expect.poll(() => page.getByRole('searchbox').inputValue()).toBe('Brandecker');
    await page
      .getByRole('button', { name: /^Ilva Brandecker/ })
      .last()
      .click();
    await card(page, 'Ilva Brandecker').waitFor();
    expect(world.requests()).toEqual([]);
  });

  it('links nothing in a story by itself: there is a card, and no mark', async () => {
    await session.page.goto(session.origin + PAGE);
    const page = await find('Brandecker');
    await searchFor(page);
    await page.getByRole('button', { name: /^Ilva Brandecker/ }).click();
    await card(page, 'Ilva Brandecker').waitFor();
    await page.close();
    await session.page.goto(session.origin + STORY);
    await until(async () => (await marks(session.page)).length > 0, 'no marks');
    const unknown = await find('Brandecker');
    await unknown.locator('.glossary-unknown li').first().waitFor();
    expect(await marks(session.page)).not.toContain('Ilva Brandecker');
  });

  it('reports when nothing is found, when a wiki asks for a pause, and when one is unreachable', async () => {
    await session.page.goto(session.origin + PAGE);
    const page = await find('Zzyzx Qwrtpl');
    await searchFor(page);
    await page.getByText('Wikipedia has found nothing under these words.').waitFor();
    await page.getByRole('searchbox').fill('Brandecker');
    world.behave({ fault: { kind: 'html' } });
    await searchFor(page);
    await page.getByText('The answer could not be read.').waitFor();
    world.behave({});
    await searchFor(page);
    await until(async () => (await finds(page)).length > 0, 'it is not asked again');
    await page.getByRole('searchbox').fill('Ockerby');
    world.behave({ fault: { kind: 'too-many', retryAfter: '2' } });
    await searchFor(page);
    await page.getByText(/asks for a pause until/).waitFor();
  });

  it('sends nothing if the reader wants that', async () => {
    await set({ names: 'never' });
    await session.page.goto(session.origin + PAGE);
    const page = await find('Brandecker');
    await page.getByText(/you have switched that off/).waitFor();
    expect(await page.getByRole('button', { name: /^Search Wikipedia/ }).count()).toBe(0);
    const answer = await (await session.control()).evaluate(async () => {
      const data = { words: 'Brandecker', inPrivate: false };
      return (await chrome.runtime.sendMessage({ id: 0, type: 'background.searchWorld', data, timestamp: 0 }))?.res;
    });
    expect(answer).toEqual({ state: 'off' });
    expect(world.requests()).toEqual([]);
  });

  /** The popup that hangs from the toolbar: its search field, and what is found below. */
  const inToolbar = async (): Promise<{ readonly field: string; readonly sections: readonly string[] } | null> =>
    (await session.control()).evaluate(() => {
      const [view] = chrome.extension.getViews({ type: 'popup' });
      const field = view?.document.querySelector<HTMLInputElement>('input[type=search]');
      if (!view || !field) return null;
      const sections = [...view.document.querySelectorAll('.glossary-kind')].map((one) => one.textContent ?? '');
      return { field: field.value, sections };
    });
  const closeToolbar = async () =>
    (await session.control()).evaluate(() => {
      for (const view of chrome.extension.getViews({ type: 'popup' })) view.close();
    });
  const press = async (by: 'menu' | 'key', tabId: number, selectionText = '') =>
    (await worker()).evaluate(
      async ([by, tabId, selectionText]) => {
        type Event = { dispatch(...given: unknown[]): void };
        const tab = await chrome.tabs.get(tabId);
        if (by === 'menu') {
          (chrome.contextMenus.onClicked as unknown as Event).dispatch({ menuItemId: 'look-up', selectionText }, tab);
        } else (chrome.commands.onCommand as unknown as Event).dispatch('look-up', tab);
      },
      [by, tabId, selectionText] as const,
    );

  it.each(['menu', 'key'] as const)('opens the toolbar popup by %s, with the words in one line', async (by) => {
    await session.page.goto(session.origin + STORY);
    await until(async () => (await marks(session.page)).length > 0, 'no marks');
    await session.page.bringToFront();
    const title = await session.page.evaluate(() => {
      const headline = document.querySelector('h1') as Element;
      getSelection()?.selectAllChildren(headline);
      return (headline.textContent ?? '').trim();
    });
    await press(by, await session.tabId(), `\u202e ${title}\n\n`);
    await until(async () => (await inToolbar())?.sections.includes('On Wikipedia') ?? false, 'no search');
    expect((await inToolbar())?.field).toBe(title);
    expect(title.length).toBeGreaterThan(10);
    await closeToolbar();
    await until(async () => (await inToolbar()) === null, 'it does not close');
    expect(world.requests()).toEqual([]);
  });

  it('leaves nothing on the device from a private window', async () => {
    const story = await session.openPrivate(PAGE);
    await set({});
    const tab = await (await session.control()).evaluate(
      async (address) => (await chrome.tabs.query({})).find(({ url, incognito }) => incognito && url === address)?.id,
      story.url(),
    );
    const before = await tell('lookedUpUsage');
    const page = await find('Brandecker', tab);
    await searchFor(page);
    await page.getByRole('button', { name: /^Ilva Brandecker/ }).click();
    await card(page, 'Ilva Brandecker').waitFor();
    await expect
      .poll(() => card(page, 'Ilva Brandecker').textContent())
      .toContain('Notes are not kept from private windows.');
    expect(await tell('lookedUpUsage')).toEqual(before);
    expect(JSON.stringify(await tell('requests'))).not.toContain('Brandecker');
    await page.close();
    // The popup of that window, since Chromium opens no page of ours there.
    await press('menu', tab as number, 'Brandecker');
    await until(async () => (await inToolbar())?.field === 'Brandecker', 'no search over the private window');
    await closeToolbar();
    await story.close();
  });

  it('uses a page without accessibility violations', async () => {
    await session.page.goto(session.origin + STORY);
    const page = await find('Brandecker');
    await searchFor(page);
    await until(async () => (await finds(page)).length > 0, 'nothing found');
    expect(await axeViolations(page)).toEqual([]);
  });
});
