import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { marks, openSession, type Session, until, waitForMarks } from './session';
import { STORY } from './story-pages';

/**
 * Which pages are read. The demo build has the grants of 127.0.0.1 and localhost, and reads both unless the list says
 * otherwise; so a site that is granted and not chosen is one that is missing on the list.
 */

const HERE = '*://127.0.0.1/*';
const THERE = '*://localhost/*';
/** ms in which a story would have been marked long ago. */
const LONG = 1_500;

describe('the list of sites in Chromium', () => {
  let session: Session;
  beforeAll(async () => {
    session = await openSession();
  });
  afterAll(() => session?.close());
  beforeEach(async () => {
    await session.page.goto('about:blank');
    await session.set({});
  });

  const there = () => session.origin.replace('127.0.0.1', 'localhost');
  const choose = async (...patterns: string[]) => {
    // At one stroke: in between, the defaults would hold, which read both.
    await (await session.control()).evaluate(
      (sites) => chrome.storage.local.set({ 'settings.sitesRead': sites }),
      patterns,
    );
    await until(
      async () => (await registered()).join() === patterns.map((one) => one.replace('*:', 'http:')).join(),
      `not ${patterns}`,
    );
  };
  const registered = async () =>
    (await session.control()).evaluate(async () =>
      (await chrome.scripting.getRegisteredContentScripts()).flatMap(({ matches }) => matches ?? []),
    );
  /** Of any frame of the tab that shows the story. */
  const readerLives = async () => {
    const tab = await session.tabId();
    const call = { id: 0, type: 'reader.ping', data: {}, timestamp: 0 };
    return (await session.control()).evaluate(
      ([tab, call]) =>
        chrome.tabs.sendMessage(tab, call).then(
          (answer) => answer?.res?.alive === true,
          () => false,
        ),
      [tab, call] as const,
    );
  };
  /** Which scripts of ours have begun in the top frame, by what they leave in their own world of it. */
  const scripts = async (page: Page) => {
    const cdp = await page.context().newCDPSession(page);
    const worlds: number[] = [];
    cdp.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin === session.extension) worlds.push(context.id);
    });
    await cdp.send('Runtime.enable');
    const expression = `['__scout', '__reader'].filter((name) => name in globalThis).join()`;
    const begun = worlds.map(async (contextId) => {
      const { result } = await cdp.send('Runtime.evaluate', { contextId, expression });
      return String(result.value);
    });
    const names = (await Promise.all(begun)).join();
    await cdp.detach();
    return names;
  };
  const says = async (popup: Page, words: string | RegExp) => popup.getByText(words).first().waitFor();

  it('injects nothing of ours into a site that is granted but not chosen', async () => {
    await choose();
    const { page, origin } = session;
    await page.goto(`${origin}/made/plain.html`);
    await page.waitForTimeout(LONG);
    expect(await marks(page)).toEqual([]);
    expect(await registered()).toEqual([]);
    expect(await readerLives()).toBe(false);
    expect(await scripts(page)).toBe('');
    // The other one is read, and so is this one as soon as it is chosen.
    await choose(THERE);
    await page.waitForTimeout(LONG);
    expect(await scripts(page)).toBe('');
    await page.goto(`${there()}/made/plain.html`);
    await waitForMarks(page);
    await expect.poll(() => scripts(page)).toBe('__scout,__reader');
  });

  it('reads a site from the press on, without a reload and without a prompt for what is granted already', async () => {
    await choose();
    const { page, origin } = session;
    await page.goto(`${origin}/made/plain.html`);
    const popup = await session.popup();
    await says(popup, '127.0.0.1 is not on the list of sites that Backstory reads.');
    expect(await scripts(page)).toBe('');
    await popup.getByRole('button', { name: 'Always read 127.0.0.1' }).click();
    await waitForMarks(page);
    await popup.getByRole('listitem').first().waitFor();
    await popup.close();
    await expect.poll(registered).toEqual(['http://127.0.0.1/*']);
  });

  it('stops in open tabs when the site is removed from the list in the library', async () => {
    const { page, origin, context, extension } = session;
    await choose(HERE, THERE);
    await page.goto(`${origin}/made/plain.html`);
    await waitForMarks(page);
    const library = await context.newPage();
    await library.goto(`${extension}/library.html#settings`);
    await library.getByRole('button', { name: 'Remove access to 127.0.0.1' }).click();
    await until(async () => (await marks(page)).length === 0, 'marks stay');
    // The grant is of the manifest here, and cannot go back.
    await says(library, '127.0.0.1 (the browser allows it; not read)');
    await library.close();
    await expect.poll(registered).toEqual(['http://localhost/*']);
    const popup = await session.popup();
    await says(popup, 'is not on the list');
    await popup.close();
    await page.reload();
    await page.waitForTimeout(LONG);
    expect(await scripts(page)).toBe('');
  });

  it('reads one page of a site that is not chosen if the reader asks, and not the next', async () => {
    await choose();
    const { page, origin } = session;
    await page.goto(`${origin}/made/plain.html`);
    const popup = await session.popup();
    await popup.getByRole('button', { name: 'Just this once' }).click();
    await waitForMarks(page);
    await popup.close();
    await page.goto(`${origin}/stories/iran-allies-calm.html`);
    await page.waitForTimeout(LONG);
    expect(await marks(page)).toEqual([]);
    expect(await scripts(page)).toBe('');
  });

  it('reports when the browser has revoked what was chosen', async () => {
    const { page, origin, context, extension } = session;
    const grants = async (change: object) => {
      const settings = await context.newPage();
      await settings.goto('chrome://extensions');
      await settings.evaluate(
        async (wish) => {
          const { developerPrivate } = chrome as unknown as {
            developerPrivate: { updateExtensionConfiguration(change: object): Promise<void> };
          };
          await developerPrivate.updateExtensionConfiguration(wish);
        },
        { extensionId: new URL(extension).host, ...change },
      );
      await settings.close();
    };
    await page.goto(`${origin}/made/plain.html`);
    await waitForMarks(page);
    const tab = await session.tabId();
    try {
      await grants({ hostAccess: 'ON_CLICK' });
      await until(async () => (await registered()).length === 0, 'it is still registered');
      await until(async () => (await marks(page)).length === 0, 'marks stay');
      const library = await context.newPage();
      await library.goto(`${extension}/library.html#settings`);
      await says(library, '127.0.0.1 (the browser does not allow it any more)');
      await library.getByRole('button', { name: 'Allow again: 127.0.0.1' }).waitFor();
      await library.close();
      // The address of the tab is kept from us now; only the toolbar's press would tell it.
      const popup = await session.popup(tab);
      await says(popup, 'Press the Backstory button in the toolbar');
      await popup.close();
    } finally {
      await grants({ hostAccess: 'ON_ALL_SITES' });
    }
    await until(async () => (await registered()).length === 2, 'it did not come back');
    await waitForMarks(page);
  });

  it('reads no frame of a granted site within a page that is read', async () => {
    await choose(HERE);
    const { page, origin } = session;
    await page.goto(`${origin}/made/form.html`);
    const add = (src: string) =>
      page
        .evaluate((src) => {
          const frame = document.createElement('iframe');
          Object.assign(frame, { src, width: 700, height: 500 });
          document.body.append(frame);
          return new Promise((loaded) => frame.addEventListener('load', loaded));
        }, src)
        .then(() => {});
    await add(`${there()}/made/plain.html`);
    await page.waitForTimeout(LONG);
    expect(await readerLives()).toBe(false);
    // A frame of the chosen site is on its own in such a page.
    await add(`${origin}/made/plain.html`);
    await until(readerLives, 'nobody reads the frame');
  });
});

describe('the scout in Chromium', () => {
  let session: Session;
  beforeAll(async () => {
    session = await openSession();
  });
  afterAll(() => session?.close());

  const readerLives = async () => {
    const tab = await session.tabId();
    const call = { id: 0, type: 'reader.ping', data: {}, timestamp: 0 };
    return (await session.control()).evaluate(
      ([tab, call]) =>
        chrome.tabs.sendMessage(tab, call).then(
          () => true,
          () => false,
        ),
      [tab, call] as const,
    );
  };
  const openWithout = async (path: string) => {
    await session.page.goto(`${session.origin}${path}`);
    await session.page.waitForTimeout(LONG);
    expect(await readerLives()).toBe(false);
  };

  it('keeps the reader script out of a page without a story, until the reader opens the popup there', async () => {
    await openWithout('/made/form.html');
    const popup = await session.popup();
    await popup.getByText('This page does not read like a news story').waitFor();
    await until(readerLives, 'nobody reads it');
    await popup.close();
  });

  it('starts it when the text comes late', async () => {
    await openWithout('/made/form.html');
    await session.page.evaluate((story) => {
      history.pushState(null, '', '/made/late');
      const article = document.createElement('article');
      article.innerHTML = `<h1>A strike in Baghdad</h1>${`<p>${story}</p>`.repeat(3)}`;
      setTimeout(() => document.body.append(article), 3_000);
    }, STORY);
    await waitForMarks(session.page);
  });

  it('keeps it out of letters in a mailbox, and of documents without an address', async () => {
    await openWithout('/made/form.html');
    await session.page.evaluate((story) => {
      const text = `<article>${`<p>${story}</p>`.repeat(5)}</article>`;
      for (const sandbox of [null, 'allow-scripts']) {
        const frame = document.createElement('iframe');
        Object.assign(frame, { srcdoc: text, width: 700, height: 500 });
        if (sandbox !== null) frame.setAttribute('sandbox', sandbox);
        document.body.append(frame);
      }
      const password = document.createElement('input');
      password.type = 'password';
      document.body.append(password);
    }, STORY);
    await session.page.waitForTimeout(LONG);
    expect(await readerLives()).toBe(false);
  });

  it('starts it in a frame that was too small to read at first', async () => {
    await openWithout('/made/form.html');
    await session.page.evaluate(
      (src) =>
        new Promise((loaded) => {
          const frame = document.createElement('iframe');
          Object.assign(frame, { src, width: 200, height: 100 });
          frame.addEventListener('load', loaded);
          document.body.append(frame);
        }).then(() => {}),
      `${session.origin.replace('127.0.0.1', 'localhost')}/made/plain.html`,
    );
    await session.page.waitForTimeout(LONG);
    expect(await readerLives()).toBe(false);
    await session.page.evaluate(() => {
      const frame = document.querySelector('iframe');
      Object.assign(frame as HTMLIFrameElement, { width: 700, height: 500 });
    });
    await until(readerLives, 'nobody reads the frame');
  });
});
