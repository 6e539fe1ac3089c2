/** One browser with the built extension, the fixtures on a server, and the queries that all tests make about a page. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type ChromiumOptions, openChromium } from '../../tools/open-chromium';
import { ownWorld } from '../../tools/own-world';
import { markedWords, restOn, type Spot, spotOf } from '../../tools/point-at';
import { type ReadCard, waitForCard, waitForNoCard } from '../../tools/read-card';
import { type FolderServer, type Route, serveFolder } from '../../tools/serve-folder';
import { storyPages } from './story-pages';

const FIXTURES = fileURLToPath(new URL('../../fixtures', import.meta.url));
const SEED = new URL('../../../../shared/stories/seed-story.html', import.meta.url);
/** Where the builds lie; another folder is of use when several people build at once. */
const BUILDS = process.env.BACKSTORY_BUILDS ?? fileURLToPath(new URL('../../../.output', import.meta.url));

export const CHROME_BUILD = `${BUILDS}/chrome-mv3-demo`;
/** As it goes to the stores: no page is granted. */
export const PUBLISHED_BUILD = `${BUILDS}/chrome-mv3`;
export const FIREFOX_BUILD = `${BUILDS}/firefox-mv3-demo`;
/** The story that the work began with lies beside the project; elsewhere it may be missing. */
export const hasSeed = existsSync(SEED);

/** `/stories/NAME.html`, `/pages/NAME.html`, `/made/NAME.html` and `/seed-story.html`. */
export function serveStories(): Promise<FolderServer> {
  const seed: Route = (_, response, path) => {
    if (path === '/favicon.ico') return Boolean(response.writeHead(204).end());
    if (path !== '/seed-story.html' || !hasSeed) return false;
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(readFileSync(SEED));
    return true;
  };
  return serveFolder(FIXTURES, (...request) => seed(...request) || storyPages(...request));
}

export type Stored = Readonly<Record<string, unknown>>;

export interface Session {
  readonly context: BrowserContext;
  /** `chrome-extension://ID` */
  readonly extension: string;
  readonly origin: string;
  /** The page on which stories are opened. */
  readonly page: Page;
  /** Opens a story and waits until it is marked. */
  open(path: string): Promise<void>;
  /** An extension page that is open all the time, to ask the browser's own interfaces. */
  control(): Promise<Page>;
  /** Settings, each by its key in the store; all others are at their defaults afterwards. */
  set(settings: Stored): Promise<void>;
  /** Of the story's tab. It stays the same wherever the tab goes. */
  tabId(): Promise<number>;
  /** What the browser command does; Chromium hands no keyboard shortcuts to a headless window. */
  step(direction: 'next' | 'previous'): Promise<void>;
  popup(tab?: number): Promise<Page>;
  killWorker(): Promise<void>;
  /** As an update does: the old script stays in the page with nobody behind it. */
  reloadExtension(): Promise<void>;
  /** A page in a private window; Backstory is allowed there from then on. */
  openPrivate(path: string): Promise<Page>;
  close(): Promise<void>;
}

export async function openSession(options: Partial<ChromiumOptions> = {}): Promise<Session> {
  const server = await serveStories();
  const opened = await openChromium({ extension: CHROME_BUILD, ...options });
  const { context, extensionOrigin: extension } = opened;
  const page = context.pages()[0] ?? (await context.newPage());
  let control = opened.welcome;
  await page.bringToFront();

  /** Chromium switches off an unpacked extension that is loaded anew, unless its user is a developer. */
  async function changeExtension(change: object): Promise<void> {
    const settings = await context.newPage();
    await settings.goto('chrome://extensions');
    await settings.evaluate(
      async (wish) => {
        const { developerPrivate } = chrome as unknown as {
          developerPrivate: Record<string, (change: object) => Promise<void>>;
        };
        await developerPrivate.updateProfileConfiguration?.({ inDeveloperMode: true });
        if (Object.keys(wish).length > 1) await developerPrivate.updateExtensionConfiguration?.(wish);
      },
      { extensionId: new URL(extension).host, ...change },
    );
    await settings.close();
    await page.bringToFront();
  }

  const session: Session = {
    context,
    extension,
    origin: server.origin,
    page,
    async open(path) {
      await page.goto(`${server.origin}${path}`);
      await waitForMarks(page);
      await page.mouse.move(2, 2);
    },
    async control() {
      if (!control || control.isClosed()) {
        control = await context.newPage();
        const own = control;
        // An extension that is loaded anew lets nobody in for a moment.
        const comes = () =>
          own.goto(`${extension}/welcome.html`).then(
            () => true,
            () => false,
          );
        await until(comes, 'the extension does not come back');
        await page.bringToFront();
      }
      return control;
    },
    async set(settings) {
      const items = Object.fromEntries(Object.entries(settings).map(([key, value]) => [`settings.${key}`, value]));
      await (await session.control()).evaluate(async (items) => {
        // Settings alone: what else lies there is no wish of the reader, and must not look as if it had been lost.
        const kept = Object.keys(await chrome.storage.local.get());
        await chrome.storage.local.remove(kept.filter((key) => key.startsWith('settings.')));
        await chrome.storage.local.set({ 'settings.version': 1, ...items });
      }, items);
    },
    async tabId() {
      const id = await (await session.control()).evaluate(
        async (address) => (await chrome.tabs.query({})).find(({ url }) => url === address)?.id ?? null,
        page.url(),
      );
      if (id === null) throw new Error(`no tab shows ${page.url()}`);
      return id;
    },
    async step(direction) {
      const call = { id: 0, type: 'reader.step', data: { backwards: direction === 'previous' }, timestamp: 0 };
      const ask = [await session.tabId(), call] as const;
      await (await session.control()).evaluate(
        ([tab, call]) => chrome.tabs.sendMessage(tab, call, { frameId: 0 }),
        ask,
      );
    },
    async popup(tab) {
      const popup = await context.newPage();
      await popup.goto(`${extension}/popup.html?tab=${tab ?? (await session.tabId())}`);
      return popup;
    },
    async killWorker() {
      const cdp = await (context.browser() as Browser).newBrowserCDPSession();
      const workers = async () =>
        (await cdp.send('Target.getTargets')).targetInfos.filter(
          ({ type, url }) => type === 'service_worker' && url.startsWith(extension),
        );
      // Whoever still asks wakes it again at once, under the same target: its death is an event, not an absence.
      const witness = await context.newCDPSession(await session.control());
      let died = false;
      witness.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
        died ||= versions.some(({ runningStatus }) => runningStatus === 'stopping' || runningStatus === 'stopped');
      });
      await witness.send('ServiceWorker.enable');
      const living = await workers();
      died = living.length === 0;
      for (const { targetId } of living) await cdp.send('Target.closeTarget', { targetId });
      await until(() => died, 'the worker lives on');
      await Promise.all([witness.detach(), cdp.detach()]);
    },
    async reloadExtension() {
      await changeExtension({});
      const asked = await session.control();
      await asked.evaluate(() => chrome.runtime.reload()).catch(() => {});
      await until(() => asked.isClosed(), 'no reload');
    },
    async openPrivate(path) {
      const before = await session.control();
      await changeExtension({ incognitoAccess: true });
      // The change loads it anew.
      await until(() => before.isClosed(), 'it was not allowed in private windows');
      const url = `${server.origin}${path}`;
      await (await session.control()).evaluate((url) => chrome.windows.create({ incognito: true, url }), url);
      const opened = () => context.pages().find((one) => one !== page && one.url() === url);
      await until(() => opened() !== undefined, 'no private window');
      return opened() as Page;
    },
    async close() {
      await context.close();
      await server.close();
    },
  };
  return session;
}

export async function until(met: () => boolean | Promise<boolean>, otherwise: string, ms = 30_000): Promise<void> {
  for (const end = Date.now() + ms; !(await met()); ) {
    if (Date.now() > end) throw new Error(otherwise);
    await new Promise((next) => setTimeout(next, 30));
  }
}

export async function waitForMarks(page: Page, atLeast = 1): Promise<void> {
  await until(async () => (await marks(page)).length >= atLeast, `no marks on ${page.url()}`);
}

export const marks = (page: Page): Promise<string[]> => markedWords(ownWorld(page));

export async function spot(page: Page, words: string, nth = 0): Promise<Spot> {
  const found = await spotOf(ownWorld(page), words, nth);
  if (!found) throw new Error(`“${words}” is not on ${page.url()}`);
  return found;
}

/** Rests on the words as a hand does and reads the card that comes. `ms`: for those who rest again if none does. */
export async function hover(page: Page, words: string, name?: string, ms?: number): Promise<ReadCard> {
  await restOn(page, await spot(page, words));
  return waitForCard(page, name, ms);
}

export async function dismiss(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await waitForNoCard(page);
  await page.mouse.move(2, 2);
}

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the card's host is; null when the page has no host. */
export const cardBox = (page: Page): Promise<Rect | null> =>
  ownWorld(page).evaluate(() => {
    const host = document.querySelector('[popover=manual]');
    if (!host || getComputedStyle(host).visibility === 'hidden') return null;
    const { x, y, width, height } = host.getBoundingClientRect();
    return { x, y, width, height };
  }, null);

/** The page as it is without the one element of ours: the host of a card that is open, or ready to be. */
export const withoutHost = (page: Page): Promise<string> =>
  ownWorld(page).evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as Element;
    for (const host of copy.querySelectorAll(':scope > [popover=manual]')) host.remove();
    return copy.outerHTML;
  }, null);

/** Hosts on the screen; one that was only prepared is hidden. */
export const cardHosts = (page: Page): Promise<number> =>
  ownWorld(page).evaluate(
    () =>
      [...document.querySelectorAll('[popover=manual]')].filter(
        (host) => getComputedStyle(host).visibility !== 'hidden',
      ).length,
    null,
  );

/** Words with the tint of the pointer. It comes with the first frame on a name, long before the card. */
export const tinted = (page: Page): Promise<string[]> =>
  ownWorld(page).evaluate(async () => {
    // Moves are looked at once a frame.
    for (let i = 0; i < 3; i++) await new Promise((next) => requestAnimationFrame(next));
    return [...(CSS.highlights.get('backstory-active') ?? [])].map((mark) => {
      const range = document.createRange();
      range.setStart(mark.startContainer, mark.startOffset);
      range.setEnd(mark.endContainer, mark.endOffset);
      return range.toString();
    });
  }, null);
